import type { Goal, Observation, Provenance, Task } from 'fhir/r4.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import type { Save } from '../../src/context/store.js';
import { mergeParts } from '../../src/domain/record.js';
import { compact } from '../../src/fhir/resource.js';
import { readTold, toldLike, veiled, withTold } from '../../src/fhir/told.js';
import { provenancePatient } from '../../src/fhir/codes.js';

/*
 * A kind that nobody ships: a plan with a first step and a first rating, given in one act, and who wrote each version.
 */

export type Plan = ReadonlyMap<'text' | 'start', string>;

export const plan = (text: string, start?: string): Plan =>
  new Map([['text', text] as const, ...(start === undefined ? [] : [['start', start] as const])]);

const system = 'https://example.org/plans';
const states = { keep: 'proposed', give: 'active', withdraw: 'entered-in-error' } as const;

/** What refers to a plan that may not be delivered yet. */
const toPlan = ({ identifier }: Goal) => ({ type: 'Goal', identifier: identifier![0]! });

const whoWrote = (goal: Goal, at: string, author: string): Provenance => ({
  resourceType: 'Provenance',
  extension: [{ url: provenancePatient, valueReference: goal.subject }],
  target: [toPlan(goal)],
  recorded: at,
  agent: [{ who: { reference: author } }],
});

export const planKind: RecordKind<Plan, Goal> = {
  name: 'plan',
  system,
  type: 'Goal',
  keyed: ['subject'],
  writers: ['client', 'therapist'],
  start: new Map(),
  none: new Map(),
  is: (resource): resource is Goal => (resource as Goal | undefined)?.resourceType === 'Goal',
  read: ({ description, startDate }: Partial<Goal>) => plan(description?.text ?? '', startDate),
  write: (value, { intent, identifier, subject = '', told }, base) => {
    const written = compact<Goal>({
      ...base,
      resourceType: 'Goal',
      identifier: base?.identifier ?? [{ system, value: identifier }],
      lifecycleStatus: states[intent],
      subject: { reference: subject },
      description: { text: value.get('text') ?? '' },
      startDate: value.get('start'),
    });
    return withTold(written, told);
  },
  same: (one, other) =>
    ['text', 'start'].every((part) => one.get(part as 'text') === other.get(part as 'text')),
  merge: (base, mine, theirs) => mergeParts(base, mine, theirs, (one, other) => one === other),
  resolve: (merged, { part, mine, theirs }, choice) =>
    new Map(merged).set(part as 'text', (choice === 'theirs' ? theirs : mine) as string),
  stage: ({ lifecycleStatus }) => (lifecycleStatus === 'entered-in-error' ? 'withdrawn' : 'given'),
  about: (goal) => ({ subject: goal.subject.reference, told: readTold(goal) }),
  veil: veiled,
  list: ({ subject = '' }) => ({ subject }),
  derive: (goal, _value, { at, author }) => (author === undefined ? [] : [whoWrote(goal, at, author)]),
};

/** A first rating and a first step of a plan, for the same act. */
export function childrenOf(goal: Goal): readonly Save[] {
  const { subject, identifier } = goal;
  const name = (child: string) => [{ system, value: `${identifier![0]!.value!}/${child}` }];
  const rating: Observation = {
    resourceType: 'Observation',
    identifier: name('rating'),
    status: 'final',
    code: { text: 'rating' },
    subject,
    focus: [toPlan(goal)],
    valueInteger: 0,
  };
  const step: Task = {
    resourceType: 'Task',
    identifier: name('step'),
    status: 'requested',
    intent: 'plan',
    for: subject,
    focus: toPlan(goal),
  };
  return [{ resource: toldLike(rating, goal) }, { resource: toldLike(step, goal) }];
}
