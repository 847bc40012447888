import {
  noGoal,
  sides,
  type Goal as DomainGoal,
  type Note,
  type ProposedChange,
  type Side,
} from '../../domain/goals/goal.js';
import { sameChange } from '../../domain/goals/terms.js';
import type { Told } from '../../domain/told.js';
import { extensionUrls, goalIdentifierSystem, goalLoinc, systems } from '../codes.js';
import { codeIn, extensionValue, isObject, objectsIn } from '../loose.js';
import { compact, type Annotation, type Extension, type Goal, type GoalTarget } from '../resource.js';
import { withToldIn } from '../told.js';
import { acceptanceIn, dueIn, readGoal, stateIn } from './goal-reader.js';
import { levelExtension, withLevels } from './levels.js';
import { canAccept, sideOf, type Parties } from './parties.js';

/** What a version of a goal, or of what hangs on it, tells beside its value. */
export interface GoalAbout {
  readonly intent: 'keep' | 'give' | 'withdraw';
  /** ISO 8601 instant. */
  readonly at: string;
  readonly identifier: string;
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  /** BCP 47 tag of the words on the screen. */
  readonly language: string;
  readonly told: Told;
  /** Whose side the author is on. */
  readonly by: Side | undefined;
  readonly parties: Parties;
}

const statuses = {
  proposed: 'proposed',
  agreed: 'active',
  'on-hold': 'on-hold',
  reached: 'completed',
  'let-go': 'cancelled',
  withdrawn: 'entered-in-error',
} as const;

/** Replaces the first extension of a kind, adds it, or takes it out. */
function withExtension(
  all: readonly Extension[],
  url: string,
  value: Omit<Extension, 'url'> | undefined,
): Extension[] {
  const index = all.findIndex((one) => isObject(one) && one.url === url);
  const next = value && { url, ...value };
  if (index < 0) return next ? [...all, next] : [...all];
  return all.flatMap((one, place) => (place === index ? (next ?? []) : one));
}

/** What one side has said, in the place where it said something before. */
function withAcceptance(
  all: readonly Extension[],
  value: DomainGoal,
  before: DomainGoal | undefined,
  side: Side,
  parties: Parties,
): Extension[] {
  const status = value.accepted[side];
  const who = parties[side];
  const present = acceptanceIn({ extension: all }, side, parties) as Extension | undefined;
  if (before?.accepted[side] === status && (present !== undefined || before.proposedBy === value.proposedBy))
    return [...all];
  const said = { url: 'status', valueCode: status };
  if (present) {
    const others = objectsIn(present.extension).filter(
      ({ url }) => url !== 'status',
    ) as unknown as Extension[];
    return all.map((one) => (one === present ? { ...present, extension: [...others, said] } : one));
  }
  if (!canAccept(who)) return [...all];
  const individual = { url: 'individual', valueReference: { reference: who } };
  return [...all, { url: extensionUrls.goalAcceptance, extension: [individual, said] }];
}

function changeExtension(
  { by, at, text, levels, due }: ProposedChange,
  { parties, author }: GoalAbout,
): Extension {
  const who = parties[by] ?? author;
  return {
    url: extensionUrls.proposedChange,
    extension: [
      ...(who === undefined ? [] : [{ url: 'by', valueReference: { reference: who } }]),
      { url: 'at', valueDateTime: at },
      ...(text === undefined ? [] : [{ url: 'text', valueString: text }]),
      ...[...(levels ?? [])].map(([level, words]) => levelExtension('level', level, words)),
      ...(due === undefined ? [] : [{ url: 'due', valueString: due }]),
    ],
  };
}

/** What each side wants changed, where that has changed. */
function withChanges(
  all: readonly Extension[],
  value: DomainGoal,
  before: DomainGoal | undefined,
  about: GoalAbout,
): Extension[] {
  const sideIn = (extension: Extension): Side | undefined => {
    const by = extensionValue(extension, 'by');
    return sideOf(isObject(by) ? (by['reference'] as string) : undefined, about.parties);
  };
  const changed = sides.filter((side) => !sameChange(before?.changes[side], value.changes[side]));
  const kept = all.filter((one) => {
    const side = isObject(one) && one.url === extensionUrls.proposedChange ? sideIn(one) : undefined;
    return side === undefined || !changed.includes(side);
  });
  const added = changed.flatMap((side) => value.changes[side] ?? []);
  return [...kept, ...added.map((change) => changeExtension(change, about))];
}

function extensionsOf(
  value: DomainGoal,
  before: DomainGoal | undefined,
  about: GoalAbout,
  base: Goal | undefined,
): Extension[] {
  let all: Extension[] = Array.isArray(base?.extension) ? [...base.extension] : [];
  all = withLevels(all, before?.levels ?? new Map(), value.levels);
  for (const side of sides) all = withAcceptance(all, value, before, side, about.parties);
  all = withChanges(all, value, before, about);
  if (value.helps !== before?.helps)
    all = withExtension(
      all,
      extensionUrls.helps,
      value.helps === undefined ? undefined : { valueString: value.helps },
    );
  if (value.baseline !== (before?.baseline ?? noGoal.baseline))
    all = withExtension(all, extensionUrls.baseline, { valueInteger: value.baseline });
  for (const key of ['importance', 'difficulty'] as const) {
    const weight = value[key];
    if (weight !== before?.[key])
      all = withExtension(
        all,
        extensionUrls[key],
        weight === undefined ? undefined : { valueInteger: weight },
      );
  }
  if (about.author !== undefined)
    all = withExtension(all, extensionUrls.writtenBy, { valueReference: { reference: about.author } });
  return withToldIn(all, about.told);
}

const isOurs = (target: unknown): boolean =>
  isObject(target) && codeIn(target['measure']) === goalLoinc.measure;

/** The target of goal attainment scaling with another date; those of other systems stay. */
function targetsOf(
  value: DomainGoal,
  before: DomainGoal | undefined,
  base: Goal | undefined,
): GoalTarget[] | undefined {
  const former = Array.isArray(base?.target) ? base.target : [];
  const isSame = value.due === before?.due && value.levels.size > 0 === (before?.levels.size ?? 0) > 0;
  if (base && isSame) return base.target;
  if (value.due === undefined && value.levels.size === 0 && former.length === 0) return undefined;
  const dated = former.findIndex(
    (target) =>
      isOurs(target) ||
      (isObject(target) &&
        target.dueDate !== undefined &&
        target.dueDate === dueIn({ target: former } as Goal)),
  );
  const own: GoalTarget = compact<GoalTarget>({
    ...(former[dated] ?? { measure: { coding: [{ system: systems.loinc, code: goalLoinc.measure }] } }),
    dueDate: value.due,
  });
  return dated < 0 ? [...former, own] : former.map((target, index) => (index === dated ? own : target));
}

const noteOf = ({ id, at, words, by }: Note, { parties, author }: GoalAbout): Annotation => {
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
  about: GoalAbout,
  base: Goal | undefined,
): Annotation[] | undefined {
  const known = new Set(before?.notes.map(({ id }) => id));
  const added = value.notes.filter(({ id }) => id !== undefined && !known.has(id));
  if (added.length === 0) return base?.note;
  return [...(base?.note ?? []), ...added.map((note) => noteOf(note, about))];
}

/** The states in its elements, where they have changed. */
function standing(
  { state, startedOn }: DomainGoal,
  before: DomainGoal | undefined,
  { at, intent }: GoalAbout,
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
    ...(code !== undefined && { achievementStatus: { coding: [{ system: systems.goalAchievement, code }] } }),
  };
}

/**
 * Writes a valid R4 Goal, patched onto the one that it came from: what the value did not change stays as it was, whoever
 * wrote it. `fhir_comments`, which are older than R4, are left out, and so is the narrative, which tells the old words.
 */
export function writeGoal(value: DomainGoal, about: GoalAbout, base?: Goal): Goal {
  const before = base && readGoal(base, about.parties);
  const { fhir_comments: _, ...kept } = (base ?? {}) as Partial<Goal> & { fhir_comments?: unknown };
  const expressedBy = about.parties[value.proposedBy];
  return compact<Goal>({
    ...(kept as Goal),
    resourceType: 'Goal',
    text: undefined,
    language: base ? base.language : about.language,
    extension: extensionsOf(value, before, about, base),
    identifier: base?.identifier ?? [{ system: goalIdentifierSystem, value: about.identifier }],
    lifecycleStatus: base?.lifecycleStatus ?? 'proposed',
    description:
      before?.text === value.text && base?.description
        ? base.description
        : { ...base?.description, text: value.text },
    subject: base?.subject ?? { reference: about.subject ?? '' },
    expressedBy: base?.expressedBy ?? (expressedBy === undefined ? undefined : { reference: expressedBy }),
    target: targetsOf(value, before, base),
    note: notesOf(value, before, about, base),
    ...(base ? {} : { statusDate: about.at.slice(0, 10) }),
    ...standing(value, before, about, base),
  });
}
