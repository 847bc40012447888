import type { Coding, Value } from '../domain/answer.js';
import type { AnswerOption, Instrument, Item, Question, QuestionType } from '../domain/instrument.js';
import { questionsOf } from '../domain/instrument.js';
import type { Label } from '../domain/label.js';
import type { ScoreRule } from '../domain/scoring.js';
import { extensionUrls } from './codes.js';
import { compact } from './compact.js';
import type { Extension, Questionnaire, QuestionnaireItem } from './resource.js';

/** What of a Questionnaire was not understood, where, and what was done instead. */
export interface Problem {
  readonly reason:
    | 'not-a-questionnaire'
    | 'unsupported-type'
    | 'unsupported-extension'
    | 'unsupported-value-set'
    | 'unsupported-condition'
    | 'duplicate-link-id'
    | 'missing-link-id'
    | 'no-options';
  readonly linkId?: string;
  /** The value that caused it. */
  readonly value?: string;
}

/** An instrument with notes on what was left out; or none, with the reason. */
export interface ReadQuestionnaire {
  readonly instrument?: Instrument;
  readonly problems: readonly Problem[];
}

const questionTypes: ReadonlySet<string> = new Set<QuestionType>([
  'choice',
  'integer',
  'decimal',
  'string',
  'text',
  'boolean',
]);

const isQuestionType = (type: string): type is QuestionType => questionTypes.has(type);

function label(text: string | undefined, lang: string | undefined): Label {
  return { text: text ?? '', lang };
}

/** The objects of a list, whatever JSON has in its place: real Questionnaires break R4 anywhere. */
function objectsIn<Entry extends object>(given: readonly Entry[] | undefined): readonly Entry[] {
  const list: unknown = given;
  if (!Array.isArray(list)) return [];
  return list.filter((entry: unknown): entry is Entry => typeof entry === 'object' && entry !== null);
}

function numberExtension(
  url: string,
  ...places: ({ extension?: Extension[] | undefined } | undefined)[]
): number | undefined {
  for (const place of places) {
    const found = objectsIn(place?.extension).find((extension) => extension.url === url);
    const value = found?.valueDecimal ?? found?.valueInteger;
    if (value !== undefined) return value;
  }
  return undefined;
}

type ReadOption = NonNullable<QuestionnaireItem['answerOption']>[number];

function optionValue(option: ReadOption): Exclude<Value, boolean> | undefined {
  const coding = option.valueCoding;
  if (coding) {
    const code = coding.code ?? coding.display;
    if (code === undefined) return undefined;
    return compact<Coding>({ system: coding.system, code, display: coding.display });
  }
  return option.valueInteger ?? option.valueString ?? option.valueDate ?? option.valueTime;
}

function readOption(option: ReadOption, lang: string | undefined): AnswerOption | undefined {
  const value = optionValue(option);
  if (value === undefined) return undefined;
  const text = typeof value === 'object' ? (value.display ?? value.code) : String(value);
  const score =
    numberExtension(extensionUrls.ordinalValue, option, option.valueCoding) ??
    numberExtension(extensionUrls.itemWeight, option, option.valueCoding);
  return { value, label: label(text, lang), score };
}

/** Why an item cannot be asked; undefined where it can. */
function obstacleOf(item: QuestionnaireItem): Problem | undefined {
  if (item.enableWhen) return { reason: 'unsupported-condition' };
  if (item.answerValueSet !== undefined) {
    return { reason: 'unsupported-value-set', value: item.answerValueSet };
  }
  if (item.type === 'choice' && objectsIn(item.answerOption).length === 0) return { reason: 'no-options' };
  const isKnown = isQuestionType(item.type) || item.type === 'display' || item.type === 'group';
  return isKnown ? undefined : { reason: 'unsupported-type', value: item.type };
}

/** Reads one tree of items; keeps the linkIds seen and the problems found on the way. */
class ItemReader {
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();

  constructor(private readonly lang: string | undefined) {}

  read(items: readonly QuestionnaireItem[] | undefined): Item[] {
    return objectsIn(items).flatMap((item) => this.#readItem(item));
  }

  #readItem(item: QuestionnaireItem): Item[] {
    const { linkId } = item;
    if (typeof linkId !== 'string' || linkId === '') {
      this.problems.push({ reason: 'missing-link-id', value: item.text ?? '' });
      return [];
    }
    if (this.#seen.has(linkId)) {
      this.problems.push({ reason: 'duplicate-link-id', linkId });
      return [];
    }
    this.#seen.add(linkId);
    const title = label(item.text, this.lang);
    const obstacle = obstacleOf(item);
    if (obstacle) {
      this.problems.push({ ...obstacle, linkId });
      const note: Item = { kind: 'note', linkId, label: title, unsupported: obstacle.reason };
      // What hangs on a condition that is not understood must not be asked at all
      return obstacle.reason === 'unsupported-condition' ? [note] : [note, ...this.read(item.item)];
    }
    if (item.type === 'group') return [{ kind: 'group', linkId, label: title, items: this.read(item.item) }];
    const here: Item = isQuestionType(item.type)
      ? this.#readQuestion(item, item.type)
      : { kind: 'note', linkId, label: title };
    return [here, ...this.read(item.item)];
  }

  #readQuestion(item: QuestionnaireItem, type: QuestionType): Question {
    const options = objectsIn(item.answerOption).flatMap((option) => readOption(option, this.lang) ?? []);
    return {
      kind: 'question',
      linkId: item.linkId,
      type,
      label: label(item.text, this.lang),
      prefix: item.prefix,
      required: item.required ?? false,
      readOnly: item.readOnly ?? false,
      repeats: item.repeats ?? false,
      options,
      minimum: numberExtension(extensionUrls.minValue, item),
      maximum: numberExtension(extensionUrls.maxValue, item),
      maxLength: item.maxLength,
    };
  }
}

/** One sum over every choice whose options all carry a score; a foreign instrument names no other rule. */
function totalOf(instrument: Instrument): ScoreRule | undefined {
  const items = questionsOf(instrument)
    .filter(({ options }) => options.length > 0 && options.every(({ score }) => score !== undefined))
    .map(({ linkId }) => ({ linkId }));
  return items.length > 0 ? { items, missing: { allowed: 0, prorate: false } } : undefined;
}

const refuse = (problem: Problem): ReadQuestionnaire => ({ problems: [problem] });

/** Reads a FHIR R4 Questionnaire tolerantly: says what it did not understand, never changes or throws. */
export function readQuestionnaire(questionnaire: Questionnaire): ReadQuestionnaire {
  const given: unknown = questionnaire;
  if (typeof given !== 'object' || given === null || !('resourceType' in given)) {
    return refuse({ reason: 'not-a-questionnaire', value: String(given) });
  }
  if (given.resourceType !== 'Questionnaire') {
    return refuse({ reason: 'not-a-questionnaire', value: String(given.resourceType) });
  }
  const critical = objectsIn(questionnaire.modifierExtension).find(
    ({ url }) => url === extensionUrls.criticalExtension,
  );
  if (critical) {
    const value = critical.valueUri ?? critical.valueUrl ?? critical.url;
    return refuse({ reason: 'unsupported-extension', value });
  }
  const lang = questionnaire.language;
  const reader = new ItemReader(lang);
  const items = reader.read(questionnaire.item);
  const instrument: Instrument = {
    id: questionnaire.id,
    url: questionnaire.url,
    version: questionnaire.version,
    title: label(questionnaire.title, lang),
    copyright: questionnaire.copyright === undefined ? undefined : label(questionnaire.copyright, lang),
    items,
    subscales: {},
  };
  return { instrument: { ...instrument, total: totalOf(instrument) }, problems: reader.problems };
}
