import { goalUrls } from './goal-codes.js';
import {
  noGoal,
  sides,
  type Goal as DomainGoal,
  type ProposedChange,
  type Side,
} from '../../domain/goals/goal.js';
import { sameChange } from '../../domain/goals/terms.js';
import { extensionValue, isObject, objectsIn } from '../loose.js';
import type { Extension, Goal } from '../resource.js';
import { withToldIn } from '../told.js';
import type { GoalAbout } from './goal-about.js';
import { acceptanceIn } from './goal-reader.js';
import { levelExtension, withLevels } from './levels.js';
import { canAccept, sideOf, type Parties } from './parties.js';

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
  return [...all, { url: goalUrls.goalAcceptance, extension: [individual, said] }];
}

function changeExtension(
  { by, at, text, levels, due }: ProposedChange,
  { parties, author }: GoalAbout,
): Extension {
  const who = parties[by] ?? author;
  return {
    url: goalUrls.proposedChange,
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
    const side = isObject(one) && one.url === goalUrls.proposedChange ? sideIn(one) : undefined;
    return side === undefined || !changed.includes(side);
  });
  const added = changed.flatMap((side) => value.changes[side] ?? []);
  return [...kept, ...added.map((change) => changeExtension(change, about))];
}

/** All extensions of a goal, with what has changed in those that are read here. */
export function goalExtensions(
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
      goalUrls.helps,
      value.helps === undefined ? undefined : { valueString: value.helps },
    );
  if (value.baseline !== (before?.baseline ?? noGoal.baseline))
    all = withExtension(all, goalUrls.baseline, { valueInteger: value.baseline });
  for (const key of ['importance', 'difficulty'] as const) {
    const weight = value[key];
    if (weight !== before?.[key])
      all = withExtension(all, goalUrls[key], weight === undefined ? undefined : { valueInteger: weight });
  }
  if (about.author !== undefined)
    all = withExtension(all, goalUrls.writtenBy, { valueReference: { reference: about.author } });
  return withToldIn(all, about.told);
}
