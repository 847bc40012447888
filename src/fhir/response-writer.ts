import { answerOf, isCoding, type Answer, type Answers, type Value } from '../domain/answer.js';
import { canonicalOf, type Instrument, type Item, type Question } from '../domain/instrument.js';
import { extensionUrls, responseIdentifierSystem } from './codes.js';
import { compact } from './compact.js';
import type { Completion } from './response-reader.js';
import type { Extension, QuestionnaireResponse, QuestionnaireResponseItem } from './resource.js';

export interface ResponseDetails {
  readonly status: QuestionnaireResponse['status'];
  /** ISO 8601 instant at which the answers were given. */
  readonly authored: string;
  /** Identifier of this response; stays the same when it is sent again. */
  readonly identifier: string;
  /** BCP 47 tag of the words that the person saw. */
  readonly language: string;
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  readonly encounter?: string | undefined;
  readonly completion: Completion;
  readonly scaleDirection: 'ltr' | 'rtl';
}

type WrittenAnswer = NonNullable<QuestionnaireResponseItem['answer']>[number];

function writeValue(question: Question, value: Value): WrittenAnswer {
  if (isCoding(value)) return { valueCoding: compact({ ...value }) };
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'string') return { valueString: value };
  return question.type === 'decimal' ? { valueDecimal: value } : { valueInteger: value };
}

function writeAnswer(question: Question, answer: Answer): WrittenAnswer[] | undefined {
  if (answer.state === 'unanswered') return undefined;
  if (answer.state === 'absent') {
    return [{ extension: [{ url: extensionUrls.dataAbsentReason, valueCode: answer.reason }] }];
  }
  return answer.values.map((value) => writeValue(question, value));
}

/** Items as they stood in the response that is being amended, by linkId. */
type FormerItems = ReadonlyMap<string, QuestionnaireResponseItem>;

function formerItems(base: QuestionnaireResponse | undefined): FormerItems {
  return new Map((base?.item ?? []).map((item) => [item.linkId, item]));
}

function writeItem(item: Item, answers: Answers, former: FormerItems): QuestionnaireResponseItem[] {
  const before = former.get(item.linkId);
  if (item.kind === 'note') return [];
  if (item.kind === 'group') {
    const nestedBefore = new Map((before?.item ?? []).map((nested) => [nested.linkId, nested]));
    const nested = item.items.flatMap((child) => writeItem(child, answers, nestedBefore));
    const extra = (before?.item ?? []).filter(
      ({ linkId }) => !item.items.some((child) => child.linkId === linkId),
    );
    return [{ ...before, linkId: item.linkId, item: [...nested, ...extra] }];
  }
  const answer = writeAnswer(item, answerOf(answers, item.linkId));
  return [
    compact<QuestionnaireResponseItem>({ ...before, linkId: item.linkId, text: item.label.text, answer }),
  ];
}

function withOwnExtensions(former: readonly Extension[], details: ResponseDetails): Extension[] {
  const own = new Set<string>([extensionUrls.scaleDirection, extensionUrls.completion]);
  return [
    ...former.filter(({ url }) => !own.has(url)),
    { url: extensionUrls.scaleDirection, valueCode: details.scaleDirection },
    { url: extensionUrls.completion, valueCode: details.completion },
  ];
}

const reference = (to: string | undefined): { reference: string } | undefined =>
  to === undefined ? undefined : { reference: to };

/**
 * Writes a valid R4 QuestionnaireResponse, patched onto `base` so that what another system wrote is kept.
 * An unanswered question has its item without `answer`; code 0 is written as the answer that it is.
 */
export function writeResponse(
  instrument: Instrument,
  answers: Answers,
  details: ResponseDetails,
  base?: QuestionnaireResponse,
): QuestionnaireResponse {
  const former = formerItems(base);
  const known = new Set(instrument.items.map(({ linkId }) => linkId));
  const foreign = (base?.item ?? []).filter(({ linkId }) => !known.has(linkId));
  const { text, ...kept } = base ?? ({} as Partial<QuestionnaireResponse>);
  return compact<QuestionnaireResponse>({
    ...kept,
    resourceType: 'QuestionnaireResponse',
    language: details.language,
    extension: withOwnExtensions(base?.extension ?? [], details),
    identifier: base?.identifier ?? { system: responseIdentifierSystem, value: details.identifier },
    questionnaire: canonicalOf(instrument) ?? kept.questionnaire,
    status: details.status,
    subject: reference(details.subject) ?? kept.subject,
    encounter: reference(details.encounter) ?? kept.encounter,
    authored: details.authored,
    author: reference(details.author) ?? kept.author,
    source: reference(details.completion === 'proxy' ? details.author : details.subject) ?? kept.source,
    item: [...instrument.items.flatMap((item) => writeItem(item, answers, former)), ...foreign],
  });
}
