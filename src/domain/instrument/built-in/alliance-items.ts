import type { AllianceBlock, Question } from '../instrument.js';
import type { Label } from '../label.js';
import type { ScoreRule } from '../scoring.js';

const SYSTEM = 'https://alliance-elements.org/fhir/CodeSystem';
const DEGREES = ['0', '1', '2', '3', '4'] as const;
const AMOUNTS = ['too-little', 'about-right', 'too-much'] as const;

type ScaleItem = 'person' | 'trust' | 'same-goal' | 'chose' | 'why' | 'daily-life';
type OtherItem = 'amount' | 'open';

/** The words that our own instruments need, by key. */
type InstrumentWord =
  | 'license'
  | 'session-alliance.title'
  | 'session-alliance-brief.title'
  | `items.${ScaleItem | OtherItem}`
  | `degrees.${(typeof DEGREES)[number]}`
  | `amounts.${(typeof AMOUNTS)[number]}`;

/** Gives the words of one key in one language. */
export type WordOf = (key: InstrumentWord) => Label;

/** The part of the alliance that each item asks about. */
const blocks: Readonly<Record<ScaleItem, AllianceBlock>> = {
  person: 'bond',
  trust: 'bond',
  'same-goal': 'goal',
  chose: 'goal',
  why: 'task',
  'daily-life': 'task',
};

/** What all our questions have alike. A linkId is its item's code and picture, too, and never changes its meaning. */
const ownQuestion = (linkId: ScaleItem | OtherItem, word: WordOf) =>
  ({
    kind: 'question',
    linkId,
    label: word(`items.${linkId}`),
    code: [{ system: `${SYSTEM}/alliance-item`, code: linkId }],
    picture: linkId,
    required: false,
    readOnly: false,
    repeats: false,
  }) as const;

/** An item on the five degrees "No, not at all" to "Yes, fully", codes 0–4, each with its number as score. */
export function allianceQuestion(linkId: ScaleItem, word: WordOf): Question {
  return {
    ...ownQuestion(linkId, word),
    type: 'choice',
    block: blocks[linkId],
    options: DEGREES.map((code) => {
      const label = word(`degrees.${code}`);
      return {
        value: { system: `${SYSTEM}/alliance-degree`, code, display: label.text },
        label,
        score: Number(code),
      };
    }),
  };
}

/** How much was done. It has no score: a degree of "right" could not tell too much from too little. */
export function amountQuestion(word: WordOf): Question {
  return {
    ...ownQuestion('amount', word),
    type: 'choice',
    orientation: 'horizontal',
    options: AMOUNTS.map((code) => {
      const label = word(`amounts.${code}`);
      return { value: { system: `${SYSTEM}/alliance-amount`, code, display: label.text }, label };
    }),
  };
}

export const openQuestion = (word: WordOf): Question => ({
  ...ownQuestion('open', word),
  type: 'text',
  options: [],
});

/** A sum that one missing item does not void: the rest is prorated. */
export function totalToleratingOne(linkIds: readonly ScaleItem[]): ScoreRule {
  return { items: linkIds.map((linkId) => ({ linkId })), missing: { allowed: 1, prorate: true } };
}
