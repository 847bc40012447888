import type { AllianceBlock, Question } from '../instrument.js';
import type { Label } from '../question.js';
import type { ScoreRule } from '../scoring.js';

/*
 * What all our own instruments have alike.
 */

export const SYSTEM = 'https://alliance-elements.org/fhir/CodeSystem';
const DEGREES = ['0', '1', '2', '3', '4'] as const;

export type DegreeWord = `degrees.${(typeof DEGREES)[number]}`;

/** What all our questions have alike. A linkId is its item's code and picture, too, and never changes its meaning. */
export const ownQuestion = (linkId: string, label: Label) =>
  ({
    kind: 'question',
    linkId,
    label,
    code: [{ system: `${SYSTEM}/alliance-item`, code: linkId }],
    picture: linkId,
    required: false,
    readOnly: false,
    repeats: false,
  }) as const;

/** An item on the five degrees "No, not at all" to "Yes, fully", codes 0–4, each with its number as score. */
export function scaleQuestion(
  linkId: string,
  block: AllianceBlock,
  label: Label,
  word: (key: DegreeWord) => Label,
): Question {
  return {
    ...ownQuestion(linkId, label),
    type: 'choice',
    block,
    options: DEGREES.map((code) => {
      const degree = word(`degrees.${code}`);
      return {
        value: { system: `${SYSTEM}/alliance-degree`, code, display: degree.text },
        label: degree,
        score: Number(code),
      };
    }),
  };
}

/** A sum that one missing item does not void: the rest is prorated. */
export function totalToleratingOne(linkIds: readonly string[]): ScoreRule {
  return { items: linkIds.map((linkId) => ({ linkId })), missing: { allowed: 1, prorate: true } };
}
