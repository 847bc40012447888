import type { AllianceBlock, Question } from '../instrument.js';
import type { Label } from '../label.js';
import type { ScoreRule } from '../scoring.js';

const SYSTEM = 'https://alliance-elements.org/fhir/CodeSystem';
const DEGREES = ['0', '1', '2', '3', '4'] as const;

type ScaleItem = 'bond-1' | 'bond-2' | 'goal-1' | 'goal-2' | 'task-1' | 'task-2';

/** The words that our own instruments need, by key. */
type InstrumentWord =
  | 'license'
  | 'session-alliance.title'
  | 'session-alliance-brief.title'
  | `items.${ScaleItem | 'open'}`
  | `degrees.${(typeof DEGREES)[number]}`;

/** Gives the words of one key in one language. */
export type WordOf = (key: InstrumentWord) => Label;

/** An item on the five degrees "not at all" to "fully", codes 0–4, each with its number as score. */
export function allianceQuestion(linkId: ScaleItem, block: AllianceBlock, word: WordOf): Question {
  return {
    kind: 'question',
    linkId,
    type: 'choice',
    label: word(`items.${linkId}`),
    code: [{ system: `${SYSTEM}/alliance-item`, code: linkId }],
    block,
    picture: linkId,
    required: false,
    readOnly: false,
    repeats: false,
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

export function openQuestion(linkId: 'open', word: WordOf): Question {
  return {
    kind: 'question',
    linkId,
    type: 'text',
    label: word(`items.${linkId}`),
    code: [{ system: `${SYSTEM}/alliance-item`, code: linkId }],
    picture: linkId,
    required: false,
    readOnly: false,
    repeats: false,
    options: [],
  };
}

/** A sum that one missing item does not void: the rest is prorated. */
export function totalToleratingOne(linkIds: readonly ScaleItem[]): ScoreRule {
  return { items: linkIds.map((linkId) => ({ linkId })), missing: { allowed: 1, prorate: true } };
}
