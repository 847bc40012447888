import { mergeParts, type Conflict, type Merged } from '../record.js';

/** One question that was changed in two places in two ways; `part` is its linkId. */
export type AnswerConflict = Conflict<string, Answer>;

/** Three-way merge by question. */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merged<Answers, AnswerConflict> {
  const { value, conflicts } = mergeParts(base, mine, theirs, (one = unanswered, other = unanswered) =>
    sameAnswer(one, other),
  );
  return {
    value: new Map([...value].filter(([, { state }]) => state !== 'unanswered')),
    conflicts: conflicts.map(({ part, mine: here = unanswered, theirs: there = unanswered }) => ({
      part,
      mine: here,
      theirs: there,
    })),
  };
}

/** The answers with one conflict settled. */
export function resolveAnswer(
  answers: Answers,
  { part, mine, theirs }: AnswerConflict,
  choice: 'mine' | 'theirs',
): Answers {
  const answer = choice === 'mine' ? mine : theirs;
  const settled = new Map(answers);
  if (answer.state === 'unanswered') settled.delete(part);
  else settled.set(part, answer);
  return settled;
}

/** A coded choice, as FHIR `Coding`: what is compared is `system` and `code`, never `display`. */
export interface Coding {
  readonly system?: string | undefined;
  readonly code: string;
  readonly display?: string | undefined;
}

/** An amount with its unit, as FHIR `Quantity`. */
export interface Quantity {
  readonly value: number;
  /** The unit as a person reads it. */
  readonly unit?: string | undefined;
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/**
 * One value that a person gave. Its FHIR form (`valueCoding`, `valueInteger` …) follows from the question; dates and
 * times are texts as FHIR writes them.
 */
export type Value = boolean | number | string | Coding | Quantity;

/** Why a question was left without a value on purpose; codes of FHIR `data-absent-reason`. */
export type AbsentReason = 'asked-declined' | 'asked-unknown';

/** "Unanswered" is a state of its own: it is not 0, not the minimum and not the midpoint. */
export type Answer =
  | { readonly state: 'unanswered' }
  | { readonly state: 'answered'; readonly values: readonly [Value, ...Value[]] }
  | { readonly state: 'absent'; readonly reason: AbsentReason };

/** All answers of one response by `linkId`; a missing key means unanswered. */
export type Answers = ReadonlyMap<string, Answer>;

export const unanswered: Answer = { state: 'unanswered' };

export const noAnswers: Answers = new Map();

export function answered(first: Value, ...more: readonly Value[]): Answer {
  return { state: 'answered', values: [first, ...more] };
}

export function absent(reason: AbsentReason): Answer {
  return { state: 'absent', reason };
}

export function answerOf(answers: Answers, linkId: string): Answer {
  return answers.get(linkId) ?? unanswered;
}

/** The values of an answer; none where it has none. */
export function valuesOf(answer: Answer): readonly Value[] {
  return answer.state === 'answered' ? answer.values : [];
}

export function isQuantity(value: Value): value is Quantity {
  return typeof value === 'object' && 'value' in value;
}

export function isCoding(value: Value): value is Coding {
  return typeof value === 'object' && !isQuantity(value);
}

export function sameValue(one: Value, other: Value): boolean {
  if (isCoding(one) && isCoding(other)) {
    return one.code === other.code && (one.system ?? '') === (other.system ?? '');
  }
  if (isQuantity(one) && isQuantity(other)) {
    return one.value === other.value && (one.code ?? one.unit ?? '') === (other.code ?? other.unit ?? '');
  }
  return one === other;
}

export function sameAnswer(one: Answer, other: Answer): boolean {
  if (one.state === 'answered' && other.state === 'answered') {
    return (
      one.values.length === other.values.length &&
      one.values.every((value, index) => {
        const counterpart = other.values[index];
        return counterpart !== undefined && sameValue(value, counterpart);
      })
    );
  }
  if (one.state === 'absent' && other.state === 'absent') return one.reason === other.reason;
  return one.state === other.state;
}

/** Whether two responses say the same about every question. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  return [...new Set([...one.keys(), ...other.keys()])].every((linkId) =>
    sameAnswer(answerOf(one, linkId), answerOf(other, linkId)),
  );
}
