import { answerOf, isCoding, sameValue, type Answer, type Answers, type Value } from '../domain/answer.js';
import { canonicalOf, questionsOf, type Instrument, type Item, type Question } from '../domain/instrument.js';
import { extensionUrls, responseIdentifierSystem } from './codes.js';
import { compact } from './compact.js';
import { readValue, type Completion } from './response-reader.js';
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

/** What another system wrote about an answer that stays: not its value, nor our own items under it. */
function keptAbout(
  value: Value,
  before: readonly WrittenAnswer[],
  asked: ReadonlySet<string>,
): Partial<WrittenAnswer> {
  const same = before.find((candidate) => {
    const former = readValue(candidate);
    return former !== undefined && sameValue(former, value);
  });
  const nested = same?.item?.filter(({ linkId }) => !asked.has(linkId));
  return compact<Partial<WrittenAnswer>>({ id: same?.id, extension: same?.extension, item: nested });
}

function writeAnswer(
  question: Question,
  answer: Answer,
  before: readonly WrittenAnswer[],
  asked: ReadonlySet<string>,
): WrittenAnswer[] | undefined {
  if (answer.state === 'unanswered') return undefined;
  if (answer.state === 'absent') {
    return [{ extension: [{ url: extensionUrls.dataAbsentReason, valueCode: answer.reason }] }];
  }
  return answer.values.map((value) => ({
    ...keptAbout(value, before, asked),
    ...writeValue(question, value),
  }));
}

/** Items as they stood in the response that is being amended, by linkId. */
type FormerItems = ReadonlyMap<string, QuestionnaireResponseItem>;

function formerItems(base: QuestionnaireResponse | undefined): FormerItems {
  return new Map((base?.item ?? []).map((item) => [item.linkId, item]));
}

interface Writing {
  readonly answers: Answers;
  /** The linkId of every question. */
  readonly asked: ReadonlySet<string>;
}

function writeItem(item: Item, writing: Writing, former: FormerItems): QuestionnaireResponseItem[] {
  const before = former.get(item.linkId);
  if (item.kind === 'note') return before ? [before] : [];
  if (item.kind === 'group') {
    const nestedBefore = new Map((before?.item ?? []).map((nested) => [nested.linkId, nested]));
    const nested = item.items.flatMap((child) => writeItem(child, writing, nestedBefore));
    const extra = (before?.item ?? []).filter(
      ({ linkId }) => !item.items.some((child) => child.linkId === linkId),
    );
    return [compact({ ...before, linkId: item.linkId, item: [...nested, ...extra] })];
  }
  const answerBefore = before?.answer ?? [];
  const answer = writeAnswer(item, answerOf(writing.answers, item.linkId), answerBefore, writing.asked);
  const text = item.label.text === '' ? before?.text : item.label.text;
  return [compact<QuestionnaireResponseItem>({ ...before, linkId: item.linkId, text, answer })];
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
  const writing = { answers, asked: new Set(questionsOf(instrument).map(({ linkId }) => linkId)) };
  const kept: Partial<QuestionnaireResponse> = base ?? {};
  return compact<QuestionnaireResponse>({
    ...kept,
    text: undefined, // the narrative tells the old answers
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
    item: [...instrument.items.flatMap((item) => writeItem(item, writing, former)), ...foreign],
  });
}
