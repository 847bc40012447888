import { answerOf, isCoding, isQuantity, sameValue } from '../domain/answer.js';
import type { Answer, Answers, Value } from '../domain/answer.js';
import { disabledItems } from '../domain/enabling.js';
import { itemsOf, type Instrument, type Item } from '../domain/instrument.js';
import type { Question } from '../domain/question.js';
import { extensionUrls } from './codes.js';
import { compact } from './compact.js';
import type { QuestionnaireResponseItem } from './resource.js';
import { readValue } from './value.js';

type WrittenAnswer = NonNullable<QuestionnaireResponseItem['answer']>[number];
type Items = readonly QuestionnaireResponseItem[];

function writeText(question: Question, value: string): WrittenAnswer {
  const option = question.options.find((candidate) => candidate.value === value);
  const type = option ? option.type : question.type;
  switch (type) {
    case 'date':
      return { valueDate: value };
    case 'dateTime':
      return { valueDateTime: value };
    case 'time':
      return { valueTime: value };
    case 'url':
      return { valueUri: value };
    default:
      return { valueString: value };
  }
}

/** JSON has one zero: −0 becomes 0. */
const plain = (number: number): number => number + 0;

function writeValue(question: Question, value: Value): WrittenAnswer {
  if (isQuantity(value)) return { valueQuantity: compact({ ...value, value: plain(value.value) }) };
  if (isCoding(value)) return { valueCoding: compact({ ...value }) };
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'string') return writeText(question, value);
  return question.type === 'decimal' ? { valueDecimal: plain(value) } : { valueInteger: plain(value) };
}

/** One writing of all answers onto the items of a former response. */
export class ItemsWriter {
  /** The linkId of every item of the instrument; others are somebody else's. */
  readonly #own: ReadonlySet<string>;
  readonly #disabled: ReadonlySet<Item>;

  constructor(
    instrument: Instrument,
    private readonly answers: Answers,
  ) {
    this.#own = new Set([...itemsOf(instrument).keys()].map(({ linkId }) => linkId));
    this.#disabled = disabledItems(instrument, answers);
  }

  /** The items in the order of the instrument, then what another system put among them. */
  write(items: readonly Item[], former: Items): QuestionnaireResponseItem[] {
    const known = new Set(items.map(({ linkId }) => linkId));
    const before = new Map<string, QuestionnaireResponseItem[]>();
    for (const item of former) before.set(item.linkId, [...(before.get(item.linkId) ?? []), item]);
    return [
      ...items.flatMap((item) => this.#writeItem(item, before.get(item.linkId) ?? [])),
      ...former.filter(({ linkId }) => !known.has(linkId)),
    ];
  }

  /** @param before the same item as it stood; further rounds of a repeating group stay as they are */
  #writeItem(item: Item, [before, ...rounds]: Items): Items {
    if (this.#disabled.has(item)) return [];
    if (item.kind === 'question') return [this.#writeQuestion(item, before)];
    const items = this.write(item.items ?? [], before?.item ?? []);
    if (item.kind === 'note' && items.length === 0) return before ? [before] : [];
    return [compact<QuestionnaireResponseItem>({ ...before, linkId: item.linkId, item: items }), ...rounds];
  }

  #writeQuestion(
    question: Question,
    before: QuestionnaireResponseItem | undefined,
  ): QuestionnaireResponseItem {
    const { linkId, label, items = [] } = question;
    const answersBefore = before?.answer ?? [];
    const written = this.#writeAnswer(question, answerOf(this.answers, linkId), answersBefore);
    const nestedBefore = answersBefore.flatMap((answer) => answer.item ?? []);
    const own = nestedBefore.filter((nested) => this.#own.has(nested.linkId));
    const nested = this.write(items, own).filter((child) => hasContent(child) || written.length > 0);
    // FHIR hangs what is asked under a question on an answer, which may be without a value
    const [first = {}, ...more] = written;
    const answer =
      nested.length > 0 ? [{ ...first, item: [...nested, ...(first.item ?? [])] }, ...more] : written;
    const text = label.text === '' ? before?.text : label.text;
    return compact<QuestionnaireResponseItem>({ ...before, linkId, text, answer });
  }

  #writeAnswer(question: Question, answer: Answer, before: readonly WrittenAnswer[]): WrittenAnswer[] {
    if (answer.state === 'unanswered') return [];
    if (answer.state === 'absent') {
      return [{ extension: [{ url: extensionUrls.dataAbsentReason, valueCode: answer.reason }] }];
    }
    return answer.values.map((value) => ({
      ...this.#keptAbout(value, before),
      ...writeValue(question, value),
    }));
  }

  /** What another system wrote about an answer that stays: not its value, nor our own items under it. */
  #keptAbout(value: Value, before: readonly WrittenAnswer[]): Partial<WrittenAnswer> {
    const same = before.find((candidate) => {
      const former = readValue(candidate);
      return former !== undefined && sameValue(former, value);
    });
    const nested = same?.item?.filter(({ linkId }) => !this.#own.has(linkId));
    return compact<Partial<WrittenAnswer>>({ id: same?.id, extension: same?.extension, item: nested });
  }
}

/** Whether an item says anything beside its words. */
function hasContent(item: QuestionnaireResponseItem): boolean {
  return item.answer !== undefined || (item.item ?? []).some(hasContent);
}
