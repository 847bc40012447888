import { goalUrls } from './goal-codes.js';
import {
  noGoal,
  type Acceptance,
  type Goal as DomainGoal,
  type ProposedChange,
} from '../../domain/goals/goal.js';
import { sides, type Side } from '../../domain/side.js';
import { sameReference } from '../../domain/identity.js';
import { sameChange, sameTerms } from '../../domain/goals/terms.js';
import { extensionValue, isObject, objectsIn, referenceIn, withoutHoles } from '../loose.js';
import type { Extension, Goal } from '../resource.js';
import { withToldIn } from '../told.js';
import type { VersionAbout } from '../version-about.js';
import { acceptanceIn } from './goal-reader.js';
import { levelExtension, withLevels } from './levels.js';
import { sideOf, type Parties } from '../parties.js';

/** Who can stand in a `goal-acceptance`: R4 allows no PractitionerRole there. */
const canAccept = (reference: string | undefined): reference is string =>
  reference !== undefined && /(^|\/)(Patient|Practitioner|RelatedPerson)\/[^/]+/.test(reference);

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

const individualOf = (acceptance: unknown): string | undefined =>
  referenceIn(extensionValue(acceptance, 'individual'));

function withStatus(acceptance: Extension, status: Acceptance): Extension {
  const others = objectsIn(acceptance.extension).filter(({ url }) => url !== 'status');
  const said = { url: 'status', valueCode: status };
  return { ...acceptance, extension: [...(others as unknown as Extension[]), said] };
}

/** Nobody is left as agreeing to words that they were not asked about: what all of a side had said is pending. */
function askedAnew(all: readonly Extension[], side: Side, parties: Parties): Extension[] {
  const isOfSide = (one: unknown): boolean =>
    isObject(one) && one['url'] === goalUrls.goalAcceptance && sideOf(individualOf(one), parties) === side;
  return all.map((one) => (isOfSide(one) ? withStatus(one, 'pending') : one));
}

/** What one side has said: in the place where that person said something before, never in somebody else's. */
function withAcceptance(
  former: readonly Extension[],
  value: DomainGoal,
  before: DomainGoal | undefined,
  side: Side,
  parties: Parties,
): Extension[] {
  const status = value.accepted[side];
  const who = parties[side];
  const isReworded = before !== undefined && !sameTerms(before, value);
  const present = acceptanceIn({ extension: former }, side, parties);
  const isSaid = present !== undefined || before?.proposedBy === value.proposedBy;
  if (!isReworded && before?.accepted[side] === status && isSaid) return [...former];
  const named = individualOf(present);
  const isOwn = !canAccept(who) || (named !== undefined && sameReference(named, who));
  const all = isReworded ? askedAnew(former, side, parties) : [...former];
  if (present && isOwn) {
    const place = former.indexOf(present as Extension);
    return all.map((one, index) => (index === place ? withStatus(one, status) : one));
  }
  if (!canAccept(who) || (isReworded && !present && before.accepted[side] === status)) return all;
  const individual = { url: 'individual', valueReference: { reference: who } };
  return [
    ...all,
    { url: goalUrls.goalAcceptance, extension: [individual, { url: 'status', valueCode: status }] },
  ];
}

function changeExtension(
  { by, at, text, levels, due }: ProposedChange,
  { parties, author }: VersionAbout,
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
  about: VersionAbout,
): Extension[] {
  const sideIn = (extension: Extension): Side | undefined =>
    sideOf(referenceIn(extensionValue(extension, 'by')), about.parties);
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
  about: VersionAbout,
  base: Goal | undefined,
): Extension[] {
  let all: Extension[] = [...withoutHoles(base?.extension)];
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
