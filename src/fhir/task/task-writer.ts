import type { Link } from '../../domain/link.js';
import { referenceTo } from '../link.js';
import { timeIn } from '../loose.js';
import { compact, type Reference, type Task } from '../resource.js';
import { withToldIn } from '../told.js';
import type { VersionAbout } from '../version-about.js';
import { taskSystem, type TaskCode } from './task-reader.js';

/** What somebody wants to do about something. */
interface Planned {
  readonly code: TaskCode;
  /** What it is about, and of which type that is. */
  readonly focus: readonly [type: string, link: Link];
  readonly isDone: boolean;
  /** ISO 8601 instant at which it was planned. */
  readonly at?: string | undefined;
  readonly description?: string | undefined;
  readonly identifier: NonNullable<Reference['identifier']>;
  /** Who is asked to do it. */
  readonly owner?: string | undefined;
}

function statusOf(isDone: boolean, { intent }: VersionAbout, base: Task | undefined): Task['status'] {
  if (intent === 'withdraw') return 'entered-in-error';
  if (isDone) return 'completed';
  // Another system may have its own word for what is not done yet
  return base && base.status !== 'completed' && base.status !== 'entered-in-error'
    ? base.status
    : 'requested';
}

/** What is planned as an R4 Task, patched onto the one that it came from. */
export function writeTask(planned: Planned, about: VersionAbout, base?: Task): Task {
  const { subject, author, at, told } = about;
  const authoredOn = base?.authoredOn ?? planned.at ?? at;
  const to = (reference: string | undefined) => (reference === undefined ? undefined : { reference });
  return compact<Task>({
    ...base,
    text: undefined,
    resourceType: 'Task',
    language: base ? base.language : about.language,
    extension: withToldIn(base?.extension, told),
    identifier: base?.identifier ?? [planned.identifier],
    status: statusOf(planned.isDone, about, base),
    intent: base?.intent ?? 'plan',
    code: base?.code ?? { coding: [{ system: taskSystem, code: planned.code }] },
    description: planned.description ?? base?.description,
    focus: base?.focus ?? referenceTo(...planned.focus),
    for: base?.for ?? { reference: subject ?? '' },
    authoredOn,
    // R4 wants it not before
    lastModified: at < (timeIn(authoredOn) ?? '') ? authoredOn : at,
    // Whoever changes it has not asked for it
    requester: base ? base.requester : to(author),
    owner: base ? base.owner : to(planned.owner),
  });
}
