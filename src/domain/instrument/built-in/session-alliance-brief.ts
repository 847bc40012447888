import { allianceQuestion, totalToleratingOne, type WordOf } from './alliance-items.js';
import type { Instrument } from '../instrument.js';

/** Trust itself, wanting the same thing, and knowing why. */
const scored = ['trust', 'same-goal', 'why'] as const;

/**
 * Three 5-point items, one for each part of the alliance, and one total of 0–12.
 * Original wording, CC0, not validated; too short for subscales.
 */
export function sessionAllianceBrief(word: WordOf): Instrument {
  return {
    id: 'session-alliance-brief',
    url: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance-brief',
    version: '2.0.0',
    title: word('session-alliance-brief.title'),
    copyright: word('license'),
    items: scored.map((linkId) => allianceQuestion(linkId, word)),
    total: totalToleratingOne(scored),
    subscales: {},
  };
}
