import { allianceQuestion, amountQuestion, openQuestion, totalToleratingOne } from './alliance-items.js';
import type { WordOf } from './alliance-items.js';
import type { Instrument } from '../instrument.js';

const scored = ['person', 'trust', 'same-goal', 'chose', 'why', 'daily-life'] as const;

/**
 * Six 5-point items, two each for bond, goal and task, how much was done, and one open question.
 * Original wording, CC0, not validated. One total of 0–24 (one missing item is prorated); two items are no subscale.
 */
export function sessionAlliance(word: WordOf): Instrument {
  return {
    id: 'session-alliance',
    url: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance',
    version: '2.0.0',
    title: word('session-alliance.title'),
    copyright: word('license'),
    items: [
      ...scored.map((linkId) => allianceQuestion(linkId, word)),
      amountQuestion(word),
      openQuestion(word),
    ],
    total: totalToleratingOne(scored),
    subscales: {},
  };
}
