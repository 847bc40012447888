import { goalIdentifierSystem, goalLoinc, systemsOfGoals } from './goal-codes.js';
import type { Goal as DomainGoal, Note } from '../../domain/goals/goal.js';
import { codeIn, withoutHoles } from '../loose.js';
import { compact, type Annotation, type Goal, type GoalTarget } from '../resource.js';
import type { VersionAbout } from '../version-about.js';
import { goalExtensions } from './goal-extensions.js';
import { dueIn, readGoal, stateIn } from './goal-reader.js';

const statuses = {
  proposed: 'proposed',
  agreed: 'active',
  'on-hold': 'on-hold',
  reached: 'completed',
  'let-go': 'cancelled',
  withdrawn: 'entered-in-error',
} as const;

const isOurs = ({ measure }: GoalTarget): boolean => codeIn(measure) === goalLoinc.measure;

/** The target of goal attainment scaling with another date; those of other systems stay. */
function targetsOf(
  value: DomainGoal,
  before: DomainGoal | undefined,
  base: Goal | undefined,
): GoalTarget[] | undefined {
  const former = withoutHoles(base?.target);
  const isSame = value.due === before?.due && value.levels.size > 0 === (before?.levels.size ?? 0) > 0;
  if (base && isSame) return base.target;
  if (value.due === undefined && value.levels.size === 0 && former.length === 0) return undefined;
  const dated = former.findIndex(
    (target) =>
      isOurs(target) ||
      (target.dueDate !== undefined && target.dueDate === dueIn({ target: former } as Goal)),
  );
  const own: GoalTarget = compact<GoalTarget>({
    ...(former[dated] ?? {
      measure: { coding: [{ system: systemsOfGoals.loinc, code: goalLoinc.measure }] },
    }),
    dueDate: value.due,
  });
  return dated < 0 ? [...former, own] : former.map((target, index) => (index === dated ? own : target));
}

const noteOf = ({ id, at, words, by }: Note, { parties, author }: VersionAbout): Annotation => {
  const who = (by && parties[by]) ?? author;
  return compact<Annotation>({
    id,
    authorReference: who === undefined ? undefined : { reference: who },
    time: at,
    text: words,
  });
};

/** Notes are only added. */
function notesOf(
  value: DomainGoal,
  before: DomainGoal | undefined,
  about: VersionAbout,
  base: Goal | undefined,
): Annotation[] | undefined {
  const known = new Set(before?.notes.map(({ id }) => id));
  const added = value.notes.filter(({ id }) => id !== undefined && !known.has(id));
  if (added.length === 0) return base?.note;
  const former = base?.note === undefined ? [] : [base.note].flat();
  return [...former, ...added.map((note) => noteOf(note, about))];
}

/** The states in its elements, where they have changed. */
function standing(
  { state, startedOn }: DomainGoal,
  before: DomainGoal | undefined,
  { at, intent }: VersionAbout,
  base: Goal | undefined,
): Partial<Goal> {
  const word = intent === 'withdraw' ? 'withdrawn' : state;
  if (typeof word !== 'string') return {};
  const isSame = base !== undefined && (before?.state === word || stateIn(base.lifecycleStatus) === word);
  const started = startedOn === before?.startedOn ? {} : { startDate: startedOn };
  if (isSame) return started;
  const code = word === 'reached' ? 'achieved' : before?.state === 'reached' ? 'in-progress' : undefined;
  return {
    ...(started as Partial<Goal>),
    lifecycleStatus: statuses[word],
    statusDate: at.slice(0, 10),
    ...(code !== undefined && {
      achievementStatus: { coding: [{ system: systemsOfGoals.achievement, code }] },
    }),
  };
}

/** A goal of another system is known by its id, and gets no identifier from us. */
const identifiersOf = ({ identifier }: VersionAbout, base: Goal | undefined): Goal['identifier'] =>
  base?.identifier ??
  (base?.id === undefined ? [{ system: goalIdentifierSystem, value: identifier }] : undefined);

/**
 * Writes a valid R4 Goal, patched onto the one that it came from: what the value did not change stays as it was, whoever
 * wrote it. `fhir_comments`, which are older than R4, are left out, and so is the narrative, which tells the old words.
 */
export function writeGoal(value: DomainGoal, about: VersionAbout, base?: Goal): Goal {
  const before = base && readGoal(base, about.parties);
  const { fhir_comments: _, ...kept } = (base ?? {}) as Partial<Goal> & { fhir_comments?: unknown };
  const speaker = about.parties[value.proposedBy];
  const expressedBy = speaker === undefined ? undefined : { reference: speaker };
  return compact<Goal>({
    ...(kept as Goal),
    resourceType: 'Goal',
    text: undefined,
    language: base ? base.language : about.language,
    extension: goalExtensions(value, before, about, base),
    identifier: identifiersOf(about, base),
    lifecycleStatus: base?.lifecycleStatus ?? 'proposed',
    description:
      before?.text === value.text && base?.description
        ? base.description
        : { ...base?.description, text: value.text },
    subject: base?.subject ?? { reference: about.subject ?? '' },
    expressedBy: base ? base.expressedBy : expressedBy,
    target: targetsOf(value, before, base),
    note: notesOf(value, before, about, base),
    ...(base ? {} : { statusDate: about.at.slice(0, 10) }),
    ...standing(value, before, about, base),
  });
}
