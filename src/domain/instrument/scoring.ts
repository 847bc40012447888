import { answerOf, isQuantity, sameValue } from '../answers/answer.js';
import type { AbsentReason, Answer, Answers, Value } from '../answers/answer.js';
import { disabledItems, questionOf, type Instrument, type Question } from './instrument.js';

export interface ScoredItem {
  readonly linkId: string;
  /** Factor of this item; 1 where absent. */
  readonly weight?: number;
  /** The item is worded the other way round: minimum + maximum − value counts. */
  readonly reversed?: boolean;
}

/** How one score is made, as data of the instrument. */
export interface ScoreRule {
  readonly items: readonly ScoredItem[];
  readonly missing: {
    /** How many items may be without a value. */
    readonly allowed: number;
    /** Whether the sum of the rest is scaled up to all items (weighted mean × sum of weights). */
    readonly prorate: boolean;
  };
}

/** Why there is no score: nothing is scored here, too much is missing, or an item has no usable scale. */
type ScoreReason = 'not-scored' | 'too-few-answers' | 'no-scale';

export type ScoreResult = { readonly value: number } | { readonly reason: ScoreReason };

/** What `<alliance-rating>` tells as `scores`: numbers where there are some, reasons where there are none. */
export interface Scores {
  readonly total?: number;
  readonly subscales: Readonly<Record<string, number>>;
  /** Scored items that have a value. */
  readonly answered: number;
  /** Scored items in all. */
  readonly of: number;
  /** Why there is no total. */
  readonly reason?: ScoreReason;
  /** Why a subscale has no number, by its name. */
  readonly subscaleReasons: Readonly<Record<string, ScoreReason>>;
}

/** The scores of nothing. */
export const noScores: Scores = {
  subscales: {},
  subscaleReasons: {},
  answered: 0,
  of: 0,
  reason: 'not-scored',
};

/** Lowest and highest score that a question can have; undefined where it has no closed scale. */
export function scoreRange(question: Question): readonly [number, number] | undefined {
  const scores = question.options.flatMap((option) => (option.score === undefined ? [] : [option.score]));
  if (scores.length > 0) return [Math.min(...scores), Math.max(...scores)];
  const { minimum, maximum } = question;
  return minimum === undefined || maximum === undefined ? undefined : [minimum, maximum];
}

function valueScore(question: Question, value: Value): number | undefined {
  const option = question.options.find((candidate) => sameValue(candidate.value, value));
  if (option) return option.score;
  if (isQuantity(value)) return value.value;
  return typeof value === 'number' ? value : undefined;
}

/** The score of one answer, several values together; undefined where one has no score or there is none. */
export function itemScore(question: Question, answer: Answer): number | undefined {
  if (answer.state !== 'answered') return undefined;
  const scores = answer.values.map((value) => valueScore(question, value));
  return scores.reduce((sum, score) => (sum === undefined || score === undefined ? undefined : sum + score));
}

/** One score; an item that is not asked, because of a condition, neither counts nor is missing. */
export function scoreBy(rule: ScoreRule, instrument: Instrument, answers: Answers): ScoreResult {
  const disabled = disabledItems(instrument, answers);
  let sum = 0;
  let weightPresent = 0;
  let weightAll = 0;
  let missing = 0;
  for (const item of rule.items) {
    const question = questionOf(instrument, item.linkId);
    if (!question) return { reason: 'no-scale' };
    if (disabled.has(question)) continue;
    const weight = item.weight ?? 1;
    weightAll += weight;
    const score = itemScore(question, answerOf(answers, item.linkId));
    if (score === undefined) {
      missing += 1;
      continue;
    }
    const range = item.reversed ? scoreRange(question) : undefined;
    if (item.reversed && !range) return { reason: 'no-scale' };
    sum += weight * (range ? range[0] + range[1] - score : score);
    weightPresent += weight;
  }
  if (rule.items.length === 0) return { reason: 'not-scored' };
  if (missing > rule.missing.allowed || weightPresent === 0) return { reason: 'too-few-answers' };
  return { value: rule.missing.prorate ? (sum * weightAll) / weightPresent : sum };
}

export function scoresOf(instrument: Instrument, answers: Answers): Scores {
  const subscales: Record<string, number> = {};
  const subscaleReasons: Record<string, ScoreReason> = {};
  for (const [name, rule] of Object.entries(instrument.subscales)) {
    const result = scoreBy(rule, instrument, answers);
    if ('value' in result) subscales[name] = result.value;
    else subscaleReasons[name] = result.reason;
  }
  const disabled = disabledItems(instrument, answers);
  const scored = scoredLinkIds(instrument).filter((linkId) => {
    const question = questionOf(instrument, linkId);
    return question === undefined || !disabled.has(question);
  });
  const counts = {
    answered: scored.filter((linkId) => {
      const question = questionOf(instrument, linkId);
      return question && itemScore(question, answerOf(answers, linkId)) !== undefined;
    }).length,
    of: scored.length,
  };
  const total: ScoreResult = instrument.total
    ? scoreBy(instrument.total, instrument, answers)
    : { reason: 'not-scored' };
  const overall = 'value' in total ? { total: total.value } : { reason: total.reason };
  return { ...overall, subscales, subscaleReasons, ...counts };
}

/** The linkIds that any score of the instrument uses. */
export function scoredLinkIds(instrument: Instrument): readonly string[] {
  const rules = [...(instrument.total ? [instrument.total] : []), ...Object.values(instrument.subscales)];
  return [...new Set(rules.flatMap((rule) => rule.items.map((item) => item.linkId)))];
}

/** Why a person left scored questions out, where they said so; "I'd rather not say" before "I don't know". */
export function absentReasonOf(instrument: Instrument, answers: Answers): AbsentReason | undefined {
  const reasons = scoredLinkIds(instrument).map((linkId) => {
    const answer = answerOf(answers, linkId);
    return answer.state === 'absent' ? answer.reason : undefined;
  });
  return reasons.includes('asked-declined')
    ? 'asked-declined'
    : reasons.find((reason) => reason !== undefined);
}
