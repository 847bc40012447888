import { systems } from '../codes.js';
import {
  goalEntryIdentifierSystem,
  goalLoinc,
  goalProfiles,
  goalSystem,
  systemsOfGoals,
} from '../goal/goal-codes.js';
import type { GoalEntry } from '../../domain/goals/goal.js';
import { sameEntries } from '../../domain/goals/entries.js';
import { readGoalEntry } from './goal-entry-reader.js';
import type { VersionAbout } from '../version-about.js';
import { levelCoding } from '../goal/levels.js';
import { referenceTo } from '../link.js';
import { codeIn, objectsIn } from '../loose.js';
import { compact, type CodeableConcept, type Observation } from '../resource.js';
import { withToldIn } from '../told.js';

type Component = NonNullable<Observation['component']>[number];

const own = (code: string): CodeableConcept => ({ coding: [{ system: goalSystem, code }] });
const loinc = (code: string): CodeableConcept => ({ coding: [{ system: systemsOfGoals.loinc, code }] });

/** PCO's category of what matters to a person; its code system is called temporary there. */
const whatMatters = {
  system: 'http://hl7.org/fhir/us/pco/CodeSystem/pco-concepts-temporary',
  code: 'what-matters',
};

function codeOf(entry: GoalEntry): CodeableConcept {
  if (entry.kind !== 'rating') return own(entry.kind);
  return loinc(entry.by === 'therapist' ? goalLoinc.ratingByTherapist : goalLoinc.ratingByClient);
}

const said = (name: string, words: string | undefined): Component[] =>
  words === undefined || words === '' ? [] : [{ code: own(name), valueString: words }];

const weight = (name: string, value: number | undefined): Component[] =>
  value === undefined ? [] : [{ code: own(name), valueInteger: value }];

function componentsOf(entry: GoalEntry): Component[] {
  if (entry.kind === 'rating')
    return [...weight('importance', entry.importance), ...weight('difficulty', entry.difficulty)];
  if (entry.kind !== 'setback') return [];
  const next = entry.next === undefined ? [] : [{ code: own('next'), valueCodeableConcept: own(entry.next) }];
  return [...said('tried', entry.tried), ...said('would-help', entry.wouldHelp), ...next];
}

function valueOf(entry: GoalEntry): Pick<Observation, 'valueString' | 'valueCodeableConcept'> {
  switch (entry.kind) {
    case 'rating':
      return { valueCodeableConcept: { coding: [levelCoding(entry.level)] } };
    case 'barrier':
      return entry.code === undefined
        ? { ...(entry.words !== undefined && { valueString: entry.words }) }
        : {
            valueCodeableConcept: {
              ...own(entry.code),
              ...(entry.words !== undefined && { text: entry.words }),
            },
          };
    default: {
      const words = entry.kind === 'setback' ? entry.happened : entry.words;
      return words === '' ? {} : { valueString: words };
    }
  }
}

/** Names of our components; those of other systems are kept. */
const names: readonly string[] = ['importance', 'difficulty', 'tried', 'would-help', 'next'];

const statusOf = ({ intent }: VersionAbout, base: Observation | undefined): Observation['status'] => {
  if (intent === 'withdraw') return 'entered-in-error';
  return base ? 'amended' : 'final';
};

/**
 * What hangs on a goal as an R4 Observation with the goal as its focus, patched onto the one that it came from. Ratings
 * are those of goal attainment scaling of HL7's Person-Centered Outcomes 1.0.0, always new ones.
 */
export function writeGoalEntry(entry: GoalEntry, about: VersionAbout, base?: Observation): Observation {
  const { subject, author, at, identifier, told } = about;
  const before = base && readGoalEntry(base, about.parties);
  const foreign = objectsIn(base?.component).filter(
    ({ code }) => !names.includes(codeIn(code) ?? ''),
  ) as unknown as Component[];
  const survey = { coding: [{ system: systems.observationCategory, code: 'survey' }] };
  const category = entry.kind === 'why' ? [{ coding: [whatMatters] }, survey] : [survey];
  const profile = entry.kind === 'barrier' ? { profile: [goalProfiles.barrier] } : undefined;
  return compact<Observation>({
    ...base,
    text: undefined,
    resourceType: 'Observation',
    meta: base ? base.meta : profile,
    language: base ? base.language : about.language,
    extension: withToldIn(base?.extension, told),
    identifier: base?.identifier ?? [{ system: goalEntryIdentifierSystem, value: identifier }],
    status: statusOf(about, base),
    category: base?.category ?? category,
    code: base?.code ?? codeOf(entry),
    subject: base?.subject ?? { reference: subject ?? '' },
    focus: base?.focus ?? [referenceTo('Goal', entry.goal)],
    // Another system may say when by a period, and whoever changes it has not observed it
    effectiveDateTime: base ? base.effectiveDateTime : (entry.at ?? at),
    performer: base ? base.performer : author === undefined ? undefined : [{ reference: author }],
    ...(before && sameEntries(before, entry)
      ? {}
      : { valueString: undefined, valueCodeableConcept: undefined, ...valueOf(entry) }),
    component: [...foreign, ...componentsOf(entry)],
  });
}
