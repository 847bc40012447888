import { conditions } from '../../src/domain/instrument/enabling.js';
import type { AnswerOption, Instrument, Item, Question } from '../../src/domain/instrument/instrument.js';
import type { Label } from '../../src/domain/instrument/question.js';

/*
 * Small instruments for the tests of the domain.
 */

export const label = (text: string): Label => ({ text });

export function question(linkId: string, more: Partial<Question> = {}): Question {
  return {
    kind: 'question',
    linkId,
    type: 'text',
    label: label(`Question ${linkId}`),
    required: false,
    readOnly: false,
    repeats: false,
    options: [],
    ...more,
  };
}

/** An option of the system `s` with its code as label; `score` is left out where there is none. */
export const option = (code: string, score?: number): AnswerOption => ({
  value: { system: 's', code, display: `Option ${code}` },
  label: label(`Option ${code}`),
  score,
});

/** A choice of the codes 0–4, which count 0–4. */
export function scale(linkId: string, more: Partial<Question> = {}): Question {
  const options = [0, 1, 2, 3, 4].map((score) => option(String(score), score));
  return question(linkId, { type: 'choice', options, ...more });
}

export function instrument(items: readonly Item[], more: Partial<Instrument> = {}): Instrument {
  return { title: label('Title'), items, subscales: {}, conditions, ...more };
}

export const degree = (code: number): { system: string; code: string } => ({
  system: 's',
  code: String(code),
});

/** A generator of numbers from 0 to below 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Names that every JavaScript object has: a linkId may be one of them. */
export const awkwardLinkIds = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', ' '];
