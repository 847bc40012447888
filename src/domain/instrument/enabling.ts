import { answerOf, isQuantity, sameValue, type Answers, type Value } from '../answers/answer.js';
import { itemsOf, questionOf, type Conditions, type Instrument, type Item } from './instrument.js';

/** Operators of FHIR `questionnaire-enable-operator`. */
export type Operator = 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';

/** What must hold of another question's answer; with `exists` the value is a boolean. */
export interface Condition {
  readonly linkId: string;
  readonly operator: Operator;
  readonly value: Value;
}

/** When an item is asked. */
export interface Enabling {
  readonly conditions: readonly Condition[];
  readonly behavior: 'all' | 'any';
}

/** Two values on one line, greater than 0 where the first is more; undefined where they cannot be compared. */
function compare(one: Value, other: Value): number | undefined {
  if (isQuantity(one) && isQuantity(other)) {
    return (one.code ?? one.unit) === (other.code ?? other.unit) ? one.value - other.value : undefined;
  }
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  return one < other ? -1 : one > other ? 1 : 0;
}

function fits(given: Value, { operator, value }: Condition): boolean {
  const difference = compare(given, value);
  const isSame = difference === 0 || sameValue(given, value);
  if (operator === '=') return isSame;
  if (operator === '!=') return !isSame;
  if (difference === undefined) return false;
  switch (operator) {
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
    case '>=':
      return difference >= 0;
    default:
      return difference <= 0;
  }
}

/** Conditions that lead on further than this are followed no more: such a form is no form. */
const DEPTH = 300;

/** One run through an instrument: which items are asked, given these answers. */
class Enablement {
  readonly #known = new Map<Item, boolean>();
  #depth = 0;

  constructor(
    private readonly instrument: Instrument,
    private readonly answers: Answers,
    /** Takes conditions on a question that cannot be asked here as if they held; else it has no answer. */
    private readonly mayHold: boolean,
  ) {}

  isEnabled(item: Item): boolean {
    const known = this.#known.get(item);
    if (known !== undefined) return known;
    this.#known.set(item, true); // conditions in a circle: whoever comes back here finds the answer as it stands
    if (this.#depth >= DEPTH) return true;
    this.#depth += 1;
    const parent = itemsOf(this.instrument).get(item);
    const isEnabled = (parent === undefined || this.isEnabled(parent)) && this.#holds(item.enabling);
    this.#depth -= 1;
    this.#known.set(item, isEnabled);
    return isEnabled;
  }

  #holds(enabling: Enabling | undefined): boolean {
    const { conditions = [], behavior } = enabling ?? {};
    if (conditions.length === 0) return true;
    return behavior === 'all'
      ? conditions.every((condition) => this.#fits(condition))
      : conditions.some((condition) => this.#fits(condition));
  }

  /** What is not asked has no answer, and an answer left out on purpose has no value (R4 `enableWhen`). */
  #fits(condition: Condition): boolean {
    const question = questionOf(this.instrument, condition.linkId);
    if (!question && this.mayHold) return true;
    const answer = answerOf(this.answers, condition.linkId);
    const values = question && answer.state === 'answered' && this.isEnabled(question) ? answer.values : [];
    if (condition.operator === 'exists') return values.length > 0 === condition.value;
    // No answer of several may be the one that is excluded
    if (condition.operator === '!=')
      return values.length > 0 && values.every((value) => fits(value, condition));
    return values.some((value) => fits(value, condition));
  }
}

/** The last result of each instrument: every part of one drawing asks for the same. */
const made = new WeakMap<Instrument, { readonly answers: Answers; readonly disabled: ReadonlySet<Item> }>();

function disabled(instrument: Instrument, answers: Answers): ReadonlySet<Item> {
  const last = made.get(instrument);
  if (last?.answers === answers) return last.disabled;
  const run = new Enablement(instrument, answers, false);
  const items = new Set([...itemsOf(instrument).keys()].filter((item) => !run.isEnabled(item)));
  made.set(instrument, { answers, disabled: items });
  return items;
}

function undecided(instrument: Instrument, answers: Answers): ReadonlySet<Item> {
  const run = new Enablement(instrument, answers, true);
  return new Set([...disabled(instrument, answers)].filter((item) => run.isEnabled(item)));
}

/** R4 `enableWhen`. */
export const conditions: Conditions = { disabled, undecided };
