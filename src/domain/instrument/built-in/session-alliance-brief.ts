import { allianceQuestion, totalToleratingOne, type WordOf } from './alliance-items.js';
import type { Instrument } from '../instrument.js';

/**
 * Three 5-point items, one for each part of the alliance, and one total of 0–12.
 * Original wording, CC0, not validated; too short for subscales.
 */
export function sessionAllianceBrief(word: WordOf): Instrument {
  return {
    id: 'session-alliance-brief',
    url: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance-brief',
    version: '1.0.0',
    title: word('session-alliance-brief.title'),
    copyright: word('license'),
    items: [
      allianceQuestion('bond-1', 'bond', word),
      allianceQuestion('goal-1', 'goal', word),
      allianceQuestion('task-1', 'task', word),
    ],
    total: totalToleratingOne(['bond-1', 'goal-1', 'task-1']),
    subscales: {},
  };
}
