import type { Question } from './question.js';

/** The line of a slider; what a Questionnaire leaves out is filled in. */
export interface Line {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** Ends and step of a slider; a hundred apart where one is missing, as most renderers do. */
export function lineOf({ type, minimum, maximum, step }: Question): Line {
  const low = minimum ?? (maximum === undefined ? 0 : Math.min(0, maximum - 100));
  const high = Math.max(maximum ?? low + 100, low);
  const smallest = type === 'integer' ? 1 : (high - low) / 100;
  const wanted = step !== undefined && step > 0 ? step : Math.min(1, smallest);
  return {
    minimum: low,
    maximum: high,
    step: type === 'integer' ? Math.max(1, Math.round(wanted)) : wanted || 1,
  };
}

/** The value one step up or down; from no value the end on the other side, so that nothing starts in the middle. */
export function stepped(question: Question, value: number | undefined, direction: 1 | -1): number {
  const { minimum, maximum, step } = lineOf(question);
  if (value === undefined) return direction === 1 ? minimum : maximum;
  const places = Math.round((value - minimum) / step) + direction;
  const next = Number((minimum + places * step).toPrecision(12)); // 0.1 + 0.2 is 0.3 on a slider
  return Math.min(maximum, Math.max(minimum, next));
}
