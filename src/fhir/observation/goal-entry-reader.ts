import { goalLoinc, goalSystem } from '../goal/goal-codes.js';
import type { GoalEntry, Next, Weight } from '../../domain/goals/goal.js';
import { linkIn } from '../link.js';
import { codeIn, isObject, numberIn, objectsIn, textIn, timeIn, type Loose } from '../loose.js';
import type { Observation } from '../resource.js';
import { levelIn } from '../goal/levels.js';
import { sideOf, type Parties } from '../parties.js';

/** SNOMED codes under which others write barriers, in two editions. */
const barriers: readonly string[] = ['811791000000103', '452341000124107'];

const nexts: readonly Next[] = ['go-on', 'smaller', 'pause', 'change', 'later'];

/** What an Observation about a goal is; undefined for every other one. */
function entryKindOf(resource: unknown): GoalEntry['kind'] | undefined {
  if (!isObject(resource) || resource['resourceType'] !== 'Observation') return undefined;
  const codes = isObject(resource['code']) ? objectsIn(resource['code']['coding']) : [];
  for (const { system, code } of codes) {
    if (code === goalLoinc.ratingByClient || code === goalLoinc.ratingByTherapist) return 'rating';
    if (system === goalSystem && (code === 'setback' || code === 'barrier' || code === 'why')) return code;
    if (typeof code === 'string' && barriers.includes(code)) return 'barrier';
  }
  return undefined;
}

export const isGoalEntry = (resource: unknown): resource is Observation =>
  entryKindOf(resource) !== undefined;

const componentsOf = (wire: Observation, name: string): Loose | undefined =>
  objectsIn(wire.component).find(({ code }) => codeIn(code) === name);

const textOf = (wire: Observation, name: string): string | undefined =>
  textIn(componentsOf(wire, name)?.['valueString']);

function weightOf(wire: Observation, name: string): Weight | undefined {
  const number = numberIn(componentsOf(wire, name)?.['valueInteger']);
  return number === 0 || number === 1 || number === 2 || number === 3 ? number : undefined;
}

/** A rating, setback, barrier or reason; undefined where it is none, or a rating without a level. */
export function readGoalEntry(wire: Observation, parties: Parties): GoalEntry | undefined {
  const kind = entryKindOf(wire);
  const who = objectsIn(wire.performer).flatMap(({ reference }) => textIn(reference) ?? [])[0];
  const isByClient = codeIn(wire.code) === goalLoinc.ratingByClient;
  const by = sideOf(who, parties) ?? (kind === 'rating' ? (isByClient ? 'client' : 'therapist') : undefined);
  const about = { goal: linkIn(wire.focus), by, at: timeIn(wire.effectiveDateTime) };
  const words = textIn(wire.valueString);
  switch (kind) {
    case 'rating': {
      const level = levelIn(wire.valueCodeableConcept);
      if (level === undefined) return undefined;
      const [importance, difficulty] = ['importance', 'difficulty'].map((name) => weightOf(wire, name));
      return { kind, ...about, level, importance, difficulty };
    }
    case 'setback': {
      const next = nexts.find((one) => one === codeIn(componentsOf(wire, 'next')?.['valueCodeableConcept']));
      const [tried, wouldHelp] = ['tried', 'would-help'].map((name) => textOf(wire, name));
      return { kind, ...about, happened: words ?? '', tried, wouldHelp, next };
    }
    case 'barrier':
      return {
        kind,
        ...about,
        words:
          words ??
          textIn((wire.valueCodeableConcept as { readonly text?: unknown } | null | undefined)?.text),
        code: codeIn(wire.valueCodeableConcept),
      };
    case 'why':
      return { kind, ...about, words: words ?? '' };
    default:
      return undefined;
  }
}
