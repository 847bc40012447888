import { type Value, isCoding, isQuantity } from '../../domain/answers/answer.js';
import type { Label, AnswerOption } from '../../domain/instrument/question.js';
import { extensionUrls } from '../codes.js';
import { readLabel } from './label-reader.js';
import {
  extensionValue,
  isObject,
  isTrue,
  numberIn,
  objectsIn,
  textIn,
  wordsOf,
  type Loose,
} from '../loose.js';
import type { Reading } from './reading.js';
import { readValue } from '../value.js';
import { readValueSet } from './value-set-reader.js';

/** A score stands on the option, on its coding or on the concept of a value set. */
function scoreOf(...places: unknown[]): number | undefined {
  for (const url of [extensionUrls.ordinalValue, extensionUrls.itemWeight]) {
    for (const place of places) {
      const score = numberIn(extensionValue(place, url));
      if (score !== undefined) return score;
    }
  }
  return undefined;
}

function designationOf(coding: Loose, { languages }: Reading): Label | undefined {
  if (languages.wanted === undefined || languages.wanted === languages.own) return undefined;
  const found = objectsIn(coding['designation']).find(({ language }) => language === languages.wanted);
  const text = textIn(found?.['value']);
  return text === undefined ? undefined : { text, lang: languages.wanted };
}

/** The words of a value: the display of a coding, or the value as it is written. */
function labelOf(option: Loose, value: Value, reading: Reading): Label {
  const coding = option['valueCoding'];
  if (isObject(coding) && isCoding(value)) {
    const label = designationOf(coding, reading) ?? readLabel(coding, 'display', reading.languages);
    return label.text === '' ? { ...label, text: value.code } : label;
  }
  const name = 'valueString' in option ? 'valueString' : undefined;
  if (name) return readLabel(option, name, reading.languages);
  const text = typeof value === 'object' ? '' : String(value);
  return { text, lang: reading.languages.own };
}

function readOption(option: Loose, reading: Reading): AnswerOption | undefined {
  const value = readValue(option);
  if (value === undefined || typeof value === 'boolean' || isQuantity(value)) return undefined;
  const coding = option['valueCoding'];
  const type = 'valueDate' in option ? 'date' : 'valueTime' in option ? 'time' : undefined;
  return {
    value,
    label: labelOf(option, value, reading),
    score: scoreOf(option, coding),
    prefix: textIn(
      extensionValue(option, extensionUrls.optionPrefix) ??
        extensionValue(coding, extensionUrls.optionPrefix),
    ),
    isExclusive: isTrue(extensionValue(option, extensionUrls.optionExclusive)) || undefined,
    type,
  };
}

const keyOf = (value: Value): string =>
  isCoding(value) ? `${value.system ?? ''}|${value.code}` : JSON.stringify(value);

/** Every option once: two that mean the same could not be told apart in an answer. */
function distinct(options: readonly AnswerOption[]): readonly AnswerOption[] {
  const seen = new Set<string>();
  return options.filter(({ value }) => !seen.has(keyOf(value)) && seen.add(keyOf(value)));
}

/** The options of a question: its own, or those of a contained value set. Problems are noted. */
export function readOptions(item: Loose, linkId: string, reading: Reading): readonly AnswerOption[] {
  // `option` is the name of STU3
  const own = objectsIn(item['answerOption'] ?? item['option']);
  if (own.length > 0) {
    const read = own.map((option) => readOption(option, reading));
    for (const [index, option] of own.entries()) {
      if (read[index]) continue;
      reading.problems.push({ reason: 'unsupported-option', linkId, value: wordsOf(option) });
    }
    return distinct(read.filter((option) => option !== undefined));
  }
  const reference = textIn(item['answerValueSet']);
  if (reference === undefined) return [];
  const concepts = readValueSet(reference, reading);
  if (!concepts) reading.problems.push({ reason: 'unsupported-value-set', linkId, value: reference });
  return distinct(
    (concepts ?? []).flatMap((concept) => readOption({ valueCoding: concept, extension: [] }, reading) ?? []),
  );
}

/** What an item starts with: `initial`, or the options that are chosen beforehand. */
export function readInitial(item: Loose): readonly Value[] | undefined {
  const given = objectsIn(item['initial']).flatMap((initial) => readValue(initial) ?? []);
  const chosen = objectsIn(item['answerOption'])
    .filter(({ initialSelected }) => initialSelected === true)
    .flatMap((option) => readValue(option) ?? []);
  const values = given.length > 0 ? given : chosen;
  return values.length > 0 ? values : undefined;
}
