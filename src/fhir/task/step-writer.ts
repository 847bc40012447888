import { goalSystems, stepIdentifierSystem } from '../goal/goal-codes.js';
import type { Step } from '../../domain/goals/goal.js';
import type { GoalAbout } from '../goal/goal-about.js';
import { goalReference } from '../observation/goal-entry-writer.js';
import { compact, type Task } from '../resource.js';
import { withToldIn } from '../told.js';

function statusOf({ isDone }: Step, { intent }: GoalAbout, base: Task | undefined): Task['status'] {
  if (intent === 'withdraw') return 'entered-in-error';
  if (isDone) return 'completed';
  // Another system may have its own word for what is not done yet
  return base && base.status !== 'completed' && base.status !== 'entered-in-error'
    ? base.status
    : 'requested';
}

/** A step as an R4 Task, patched onto the one that it came from. */
export function writeStep(step: Step, about: GoalAbout, base?: Task): Task {
  const { subject, author, at, identifier, told } = about;
  const authoredOn = base?.authoredOn ?? step.at ?? at;
  return compact<Task>({
    ...base,
    text: undefined,
    resourceType: 'Task',
    language: base ? base.language : about.language,
    extension: withToldIn(base?.extension, told),
    identifier: base?.identifier ?? [{ system: stepIdentifierSystem, value: identifier }],
    status: statusOf(step, about, base),
    intent: base?.intent ?? 'plan',
    code: base?.code ?? { coding: [{ system: goalSystems.task, code: 'step' }] },
    description: step.text,
    focus: base?.focus ?? goalReference(step.goal),
    for: base?.for ?? { reference: subject ?? '' },
    authoredOn,
    // R4 wants it not before
    lastModified: at < authoredOn ? authoredOn : at,
    requester: base?.requester ?? (author === undefined ? undefined : { reference: author }),
  });
}
