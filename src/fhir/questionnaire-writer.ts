import { isCoding } from '../domain/answer.js';
import type { AnswerOption, Instrument, Item } from '../domain/instrument.js';
import { extensionUrls } from './codes.js';
import type { Questionnaire, QuestionnaireItem } from './resource.js';

function writeOption({ value, label, score }: AnswerOption): NonNullable<QuestionnaireItem['answerOption']>[number] {
  const extension = score === undefined ? {} : { extension: [{ url: extensionUrls.ordinalValue, valueDecimal: score }] };
  if (isCoding(value)) return { ...extension, valueCoding: { ...value, display: label.text } };
  return typeof value === 'number' ? { ...extension, valueInteger: value } : { ...extension, valueString: value };
}

function writeItem(item: Item): QuestionnaireItem {
  const { linkId, label } = item;
  const text = label.text;
  if (item.kind === 'group') return { linkId, type: 'group', text, item: item.items.map(writeItem) };
  if (item.kind === 'note') return { linkId, type: 'display', text };
  return {
    linkId,
    type: item.type,
    text,
    ...(item.code ? { code: item.code.map((coding) => ({ ...coding })) } : {}),
    ...(item.prefix === undefined ? {} : { prefix: item.prefix }),
    ...(item.required ? { required: true } : {}),
    ...(item.readOnly ? { readOnly: true } : {}),
    ...(item.repeats ? { repeats: true } : {}),
    ...(item.maxLength === undefined ? {} : { maxLength: item.maxLength }),
    ...(item.options.length > 0 ? { answerOption: item.options.map(writeOption) } : {}),
  };
}

/** The FHIR R4 form of an instrument, in the language that its labels are in. */
export function writeQuestionnaire(instrument: Instrument, language: string): Questionnaire {
  return {
    resourceType: 'Questionnaire',
    ...(instrument.id === undefined ? {} : { id: instrument.id }),
    language,
    ...(instrument.url === undefined ? {} : { url: instrument.url }),
    ...(instrument.version === undefined ? {} : { version: instrument.version }),
    status: 'active',
    experimental: true,
    title: instrument.title.text,
    subjectType: ['Patient'],
    ...(instrument.copyright ? { copyright: instrument.copyright.text } : {}),
    item: instrument.items.map(writeItem),
  };
}
