import {
  answerOf,
  isCoding,
  isQuantity,
  sameValue,
  valuesOf,
  type Answer,
  type Answers,
  type Value,
} from '../../domain/answers/answer.js';
import {
  disabledItems,
  undecidedItems,
  itemsOf,
  type Instrument,
  type Item,
} from '../../domain/instrument/instrument.js';
import type { Question } from '../../domain/instrument/question.js';
import { extensionUrls } from '../codes.js';
import { compact, type QuestionnaireResponse, type QuestionnaireResponseItem } from '../resource.js';
import { withoutHoles } from '../loose.js';
import { readAbsent } from './response-reader.js';
import { sortItems, type SortedItems } from './strays.js';
import { readValue } from '../value.js';

type WrittenAnswer = NonNullable<QuestionnaireResponseItem['answer']>[number];
type Answered = readonly WrittenAnswer[];
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
  const isWhole = question.type !== 'decimal' && Number.isInteger(value);
  return isWhole ? { valueInteger: plain(value) } : { valueDecimal: plain(value) };
}

/** The items of a response, written onto those of a loaded one; what another system put among them stays. */
export function writeItems(
  instrument: Instrument,
  answers: Answers,
  base: QuestionnaireResponse | undefined,
): QuestionnaireResponseItem[] {
  const { items, strays } = sortItems(instrument, base);
  return new ItemsWriter(instrument, answers, strays).write(instrument.items, items);
}

class ItemsWriter {
  /** The linkId of every item of the instrument; others are somebody else's. */
  readonly #own: ReadonlySet<string>;
  readonly #disabled: ReadonlySet<Item>;
  readonly #undecided: ReadonlySet<Item>;

  constructor(
    instrument: Instrument,
    private readonly answers: Answers,
    private readonly strays: SortedItems['strays'],
  ) {
    this.#own = new Set([...itemsOf(instrument).keys()].map(({ linkId }) => linkId));
    this.#disabled = disabledItems(instrument, answers);
    this.#undecided = undecidedItems(instrument, answers);
  }

  /** The items in the order of the instrument, then what another system put among them. */
  write(items: readonly Item[], former: Items): QuestionnaireResponseItem[] {
    const known = new Set(items.map(({ linkId }) => linkId));
    const before = new Map<string, QuestionnaireResponseItem[]>();
    for (const item of former) before.set(item.linkId, [...(before.get(item.linkId) ?? []), item]);
    return [
      ...items.flatMap((item) => this.#writeItem(item, before.get(item.linkId) ?? this.#strayOf(item))),
      ...former.filter(({ linkId }) => !known.has(linkId)),
    ];
  }

  #strayOf({ linkId }: Item): Items {
    const stray = this.strays.get(linkId);
    return stray ? [stray] : [];
  }

  /** @param all the same item as it stood; further rounds of a repeating group stay as they are */
  #writeItem(item: Item, all: Items): Items {
    if (this.#undecided.has(item)) return all;
    if (this.#disabled.has(item)) return [];
    const [before, ...rounds] = all;
    if (item.kind === 'question') return [this.#writeQuestion(item, before), ...rounds];
    // An answer that only another system understands stays; what is asked under it hangs on it
    if (before?.answer?.length) {
      const answer = this.#withNested(item.items ?? [], before.answer, before.answer);
      return [{ ...before, answer }, ...rounds];
    }
    const items = this.write(item.items ?? [], before?.item ?? []);
    if (item.kind === 'note' && items.length === 0) return before ? [before] : [];
    return [compact<QuestionnaireResponseItem>({ ...before, linkId: item.linkId, item: items }), ...rounds];
  }

  #writeQuestion(
    question: Question,
    before: QuestionnaireResponseItem | undefined,
  ): QuestionnaireResponseItem {
    const { linkId, label, items = [] } = question;
    const former = before?.answer ?? [];
    const written = this.#writeAnswer(question, answerOf(this.answers, linkId), former);
    const text = label.text === '' ? before?.text : label.text;
    const answer = this.#withNested(items, written, former);
    return compact<QuestionnaireResponseItem>({ ...before, linkId, text, answer });
  }

  /**
   * FHIR hangs what is asked under a question on an answer, which may be without a value. It is shown once: where a former
   * response answers it for several answers, it stays on the first of them, and the others keep theirs.
   */
  #withNested(items: readonly Item[], written: Answered, former: Answered): WrittenAnswer[] {
    const isOwn = ({ linkId }: QuestionnaireResponseItem): boolean => this.#own.has(linkId);
    const shown = former.find((answer) => answer.item?.some(isOwn))?.item;
    const nested = this.write(items, shown?.filter(isOwn) ?? []).filter(
      (child) => hasContent(child) || written.length > 0,
    );
    const place = Math.max(
      0,
      written.findIndex(({ item }) => item !== undefined && item === shown),
    );
    const { [place]: at = {} } = written;
    if (nested.length === 0 && at.item === undefined) return [...written];
    const item = [...nested, ...(at.item ?? []).filter((child) => !isOwn(child))];
    return [...written.slice(0, place), compact<WrittenAnswer>({ ...at, item }), ...written.slice(place + 1)];
  }

  #writeAnswer(question: Question, answer: Answer, former: Answered): Answered {
    if (answer.state === 'absent') {
      return [{ extension: [{ url: extensionUrls.dataAbsentReason, valueCode: answer.reason }] }];
    }
    const values = valuesOf(answer);
    const written = values.map((value) => keptAnswer(value, former) ?? writeValue(question, value));
    const hasRoom = question.repeats || values.length === 0;
    return hasRoom ? [...written, ...former.filter(isOnlyTheirs)] : written;
  }
}

/** An answer that stays, with everything that another system wrote about it. */
function keptAnswer(value: Value, former: Answered): WrittenAnswer | undefined {
  const same = former.find((candidate) => {
    const held = readValue(candidate);
    return held !== undefined && sameValue(held, value);
  });
  // By now the person may have met the same code in other words
  return same && isCoding(value) && value.display !== undefined
    ? { ...same, valueCoding: { ...same.valueCoding, display: value.display } }
    : same;
}

/** Whether an answer says something that cannot be read here, and so cannot be changed by a person here. */
function isOnlyTheirs(answer: WrittenAnswer): boolean {
  const { id, item, ...said } = answer;
  return Object.keys(said).length > 0 && readValue(answer) === undefined && readAbsent(answer) === undefined;
}

/** Whether an item says anything beside its words. */
function hasContent(item: QuestionnaireResponseItem): boolean {
  return item.answer !== undefined || withoutHoles(item.item).some(hasContent);
}
