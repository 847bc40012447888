import type { Coding, Value } from '../../domain/answers/answer.js';
import type { Item } from '../../domain/instrument/instrument.js';
import type { Question, QuestionType, Unit } from '../../domain/instrument/question.js';
import { refusalOfAll } from '../../domain/instrument/response.js';
import { extensionUrls } from '../codes.js';
import { compact } from '../resource.js';
import { readExpression } from './condition-reader.js';
import { readControl, type Aids } from './item-control.js';
import { readLabel } from './label-reader.js';
import {
  countIn,
  extensionsOf,
  extensionValue,
  isObject,
  isTrue,
  numberIn,
  objectsIn,
  textIn,
} from '../loose.js';
import type { Loose } from '../loose.js';
import { readInitial, readOptions } from './option-reader.js';
import type { Reading } from './reading.js';

const questionTypes: ReadonlySet<unknown> = new Set<QuestionType>([
  'choice',
  'open-choice',
  'boolean',
  'integer',
  'decimal',
  'quantity',
  'string',
  'text',
  'url',
  'date',
  'dateTime',
  'time',
]);

/** The type of an item that can be answered; undefined for every other. `coding` is what R5 calls a choice. */
export function questionTypeOf(item: Loose): QuestionType | undefined {
  const type = item['type'];
  if (type === 'coding') return item['answerConstraint'] === 'optionsOrString' ? 'open-choice' : 'choice';
  const isKnown = (given: unknown): given is QuestionType => questionTypes.has(given);
  return isKnown(type) ? type : undefined;
}

function readUnits(item: Loose): readonly Unit[] | undefined {
  const units = [extensionUrls.unitOption, extensionUrls.unit]
    .flatMap((url) => extensionsOf(item, url))
    .flatMap(({ valueCoding }) => (isObject(valueCoding) ? [valueCoding] : []))
    .map((unit) =>
      compact<Unit>({
        system: textIn(unit['system']),
        code: textIn(unit['code']),
        display: textIn(unit['display']) ?? textIn(unit['code']),
      }),
    );
  return units.length > 0 ? units : undefined;
}

/** The first or last value that is allowed: a number, or a day. */
function readEnd(
  item: Loose,
  url: string,
): { readonly number?: number | undefined; readonly day?: string | undefined } {
  const value = extensionValue(item, url);
  if (isObject(value)) return { number: numberIn(value['value']) };
  const number = numberIn(value);
  // A day may be a year alone, which looks like a number
  const isDay = typeof value === 'string' && ['date', 'dateTime'].includes(questionTypeOf(item) ?? '');
  return isDay || number === undefined ? { day: textIn(value) } : { number };
}

function readCodes(item: Loose): readonly Coding[] | undefined {
  const codes = objectsIn(item['code']).flatMap(({ system, code, display }) => {
    const known = textIn(code);
    if (known === undefined) return [];
    return [compact<Coding>({ system: textIn(system), code: known, display: textIn(display) })];
  });
  return codes.length > 0 ? codes : undefined;
}

/** What the question starts with, as far as that could be its answer. */
function fittingInitial(
  question: Question,
  initial: readonly Value[] | undefined,
  reading: Reading,
): Question {
  if (!initial) return question;
  if (refusalOfAll(question, initial) === undefined) return { ...question, initial };
  reading.problems.push({ reason: 'wrong-value', linkId: question.linkId, value: JSON.stringify(initial) });
  return question;
}

/** Reads one question; its nested items and aids were read before. */
export function readQuestion(
  item: Loose,
  about: {
    readonly linkId: string;
    readonly type: QuestionType;
    readonly aids: Aids;
    readonly items: readonly Item[];
  },
  reading: Reading,
): Question {
  const { linkId, type, aids, items } = about;
  const [low, high] = [readEnd(item, extensionUrls.minValue), readEnd(item, extensionUrls.maxValue)];
  const entryFormat = textIn(extensionValue(item, extensionUrls.entryFormat));
  const orientation = textIn(extensionValue(item, extensionUrls.choiceOrientation));
  const calculation = readExpression(item, extensionUrls.calculatedExpression);
  const isUnsupported = (calculation && !reading.canEvaluate) ?? false;
  if (calculation && isUnsupported) {
    reading.problems.push({ reason: 'unsupported-expression', linkId, value: calculation.expression });
  }
  const hints = [
    ...aids.hints,
    ...(entryFormat === undefined ? [] : [{ text: entryFormat, lang: reading.languages.own }]),
  ];
  const question: Question = {
    kind: 'question',
    linkId,
    type,
    label: readLabel(item, 'text', reading.languages),
    prefix: textIn(item['prefix']),
    code: readCodes(item),
    required: isTrue(item['required']),
    readOnly: isTrue(item['readOnly']),
    repeats: isTrue(item['repeats']),
    options: readOptions(item, linkId, reading),
    minimum: low.number,
    maximum: high.number,
    earliest: low.day,
    latest: high.day,
    step: numberIn(extensionValue(item, extensionUrls.sliderStepValue)),
    maxLength: countIn(item['maxLength']),
    control: readControl(item),
    orientation: orientation === 'horizontal' || orientation === 'vertical' ? orientation : undefined,
    lower: aids.lower,
    upper: aids.upper,
    hints: hints.length > 0 ? hints : undefined,
    unitLabel: aids.unitLabel,
    units: readUnits(item),
    calculation: isUnsupported ? undefined : calculation,
    isUnsupported: isUnsupported || undefined,
    items: items.length > 0 ? items : undefined,
  };
  return fittingInitial(question, readInitial(item), reading);
}
