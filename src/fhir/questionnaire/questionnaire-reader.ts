import { conditions } from '../../domain/instrument/enabling.js';
import { itemsOf, questionOf, questionsOf, type Instrument } from '../../domain/instrument/instrument.js';
import type { ScoreRule } from '../../domain/instrument/scoring.js';
import { ItemReader } from './item-reader.js';
import { readLabel } from './label-reader.js';
import { isObject, objectsIn, textIn, wordsOf, type Loose } from '../loose.js';
import { type Problem, type Reading, unknownExtensions, unknownModifier } from './reading.js';
import type { Questionnaire } from '../resource.js';

/** JSON with its keys in one order: servers store them in any. */
function inOrder(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** One text for the same JSON; of what is too deep to be put in order, as it stands. */
function textOf(json: unknown): string {
  try {
    return JSON.stringify(json, inOrder);
  } catch {
    return JSON.stringify(json);
  }
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');

/**
 * A name for a Questionnaire that has none, made from all that it asks, words included: answers to one must not come back
 * as answers to another. The same in every language that it is shown in.
 */
export function fingerprintOf({ title, item, contained }: Readonly<Record<string, unknown>>): string {
  const text = textOf([title, item, contained]);
  // FNV-1a twice, from two starts: 64 bits
  let [one, other] = [0x811c9dc5, 0x01234567];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return `asked-${hex(one)}${hex(other)}`;
}

export type { Problem } from './reading.js';

/** An instrument with notes on what was left out; or none, with the reason. */
export interface ReadQuestionnaire {
  readonly instrument?: Instrument;
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** BCP 47 tag of the words that are wanted, where the Questionnaire carries translations. */
  readonly language?: string;
  /** The host works out calculated expressions. */
  readonly canEvaluate?: boolean;
}

/** One sum over every choice whose options all carry a score; a foreign instrument names no other rule. */
function totalOf(instrument: Instrument): ScoreRule | undefined {
  const items = questionsOf(instrument)
    .filter(({ options }) => options.length > 0 && options.every(({ score }) => score !== undefined))
    .map(({ linkId }) => ({ linkId }));
  return items.length > 0 ? { items, missing: { allowed: 0, prorate: false } } : undefined;
}

/** Which other version of FHIR this was written for, by what only that version has. */
function otherVersion(questionnaire: Loose): string | undefined {
  const has = (items: readonly Loose[], test: (item: Loose) => boolean, depth = 0): boolean =>
    items.some((item) => test(item) || (depth < 50 && has(objectsIn(item['item']), test, depth + 1)));
  const items = objectsIn(questionnaire['item']);
  if (
    has(
      items,
      (item) => 'option' in item || objectsIn(item['enableWhen']).some((when) => 'hasAnswer' in when),
    )
  ) {
    return 'STU3';
  }
  const isLater = 'versionAlgorithmString' in questionnaire || 'copyrightLabel' in questionnaire;
  return isLater || has(items, (item) => item['type'] === 'coding' || 'answerConstraint' in item)
    ? 'R5'
    : undefined;
}

/** A resource that a host passes as the text of its JSON is read as well. */
function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}

const refuse = (problem: Problem): ReadQuestionnaire => ({ problems: [problem] });

/** Conditions on a question that is not there can never hold; the developer is told. */
function unknownQuestions(instrument: Instrument): readonly Problem[] {
  return [...itemsOf(instrument).keys()].flatMap(({ linkId, enabling }) =>
    (enabling?.conditions ?? [])
      .filter((condition) => !questionOf(instrument, condition.linkId))
      .map((condition) => ({ reason: 'unknown-question' as const, linkId, value: condition.linkId })),
  );
}

/** Reads a FHIR R4 Questionnaire tolerantly: says what it did not understand, never changes or throws. */
export function readQuestionnaire(
  questionnaire: Questionnaire,
  options: ReadOptions = {},
): ReadQuestionnaire {
  const given = parsed(questionnaire);
  if (typeof given === 'string') return refuse({ reason: 'broken-json', value: given.slice(0, 80) });
  if (!isObject(given) || given['resourceType'] !== 'Questionnaire') {
    const type = isObject(given) ? textIn(given['resourceType']) : undefined;
    return refuse({ reason: 'not-a-questionnaire', value: type ?? wordsOf(given) });
  }
  const modifier = unknownModifier(given);
  if (modifier !== undefined) return refuse({ reason: 'unsupported-extension', value: modifier });
  const version = otherVersion(given);
  const own = textIn(given['language']);
  const contained = new Map(
    objectsIn(given['contained']).flatMap((resource) => {
      const id = textIn(resource['id']);
      return id === undefined ? [] : [[id, resource] as const];
    }),
  );
  const reading: Reading = {
    languages: { wanted: options.language, own },
    canEvaluate: options.canEvaluate ?? false,
    contained,
    valueSets: new Map(),
    problems: version === undefined ? [] : [{ reason: 'other-version', value: version }],
  };
  for (const value of unknownExtensions(given)) {
    reading.problems.push({ reason: 'unsupported-extension', value });
  }
  const items = new ItemReader(reading).read(given['item']);
  const copyright = readLabel(given, 'copyright', reading.languages);
  const url = textIn(given['url']);
  const instrument: Instrument = {
    id: textIn(given['id']) ?? (url === undefined ? fingerprintOf(given) : undefined),
    url,
    version: textIn(given['version']),
    title: readLabel(given, 'title', reading.languages),
    copyright: copyright.text === '' ? undefined : copyright,
    items,
    subscales: {},
    conditions,
  };
  return {
    instrument: { ...instrument, total: totalOf(instrument) },
    problems: [...reading.problems, ...unknownQuestions(instrument)],
  };
}
