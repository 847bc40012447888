import { isCoding } from '../../domain/answers/answer.js';
import type { AnswerOption, Instrument, Item } from '../../domain/instrument/instrument.js';
import { extensionUrls } from '../codes.js';
import { compact, type Questionnaire, type QuestionnaireItem } from '../resource.js';

type WrittenOption = NonNullable<QuestionnaireItem['answerOption']>[number];

function writeOption({ value, label, score }: AnswerOption): WrittenOption {
  const coded = isCoding(value);
  return compact<WrittenOption>({
    extension: score === undefined ? undefined : [{ url: extensionUrls.ordinalValue, valueDecimal: score }],
    valueCoding: coded ? { ...value, display: label.text } : undefined,
    valueInteger: typeof value === 'number' ? value : undefined,
    valueString: typeof value === 'string' ? value : undefined,
  });
}

function writeItem(item: Item): QuestionnaireItem {
  const { linkId, label } = item;
  const text = label.text;
  if (item.kind === 'group') return compact({ linkId, type: 'group', text, item: item.items.map(writeItem) });
  if (item.kind === 'note') return compact({ linkId, type: 'display', text });
  return compact<QuestionnaireItem>({
    linkId,
    type: item.type,
    text,
    code: item.code?.map((coding) => compact({ ...coding })),
    prefix: item.prefix,
    required: item.required || undefined,
    readOnly: item.readOnly || undefined,
    repeats: item.repeats || undefined,
    maxLength: item.maxLength,
    answerOption: item.options.map(writeOption),
  });
}

/** The FHIR R4 form of an instrument, in the language that its labels are in. */
export function writeQuestionnaire(instrument: Instrument, language: string): Questionnaire {
  return compact<Questionnaire>({
    resourceType: 'Questionnaire',
    id: instrument.id,
    language,
    url: instrument.url,
    version: instrument.version,
    status: 'active',
    experimental: true,
    title: instrument.title.text,
    subjectType: ['Patient'],
    copyright: instrument.copyright?.text,
    item: instrument.items.map(writeItem),
  });
}
