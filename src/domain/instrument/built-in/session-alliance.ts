import { allianceQuestion, openQuestion, totalToleratingOne, type WordOf } from './alliance-items.js';
import type { Instrument } from '../instrument.js';

/**
 * Six 5-point items, two each for bond, goal and task, and one open question.
 * Original wording, CC0, not validated. Total 0–24 (one missing item is prorated), subscales 0–8.
 */
export function sessionAlliance(word: WordOf): Instrument {
  const both = { allowed: 0, prorate: false };
  return {
    id: 'session-alliance',
    url: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance',
    version: '1.0.0',
    title: word('session-alliance.title'),
    copyright: word('license'),
    items: [
      allianceQuestion('bond-1', 'bond', word),
      allianceQuestion('bond-2', 'bond', word),
      allianceQuestion('goal-1', 'goal', word),
      allianceQuestion('goal-2', 'goal', word),
      allianceQuestion('task-1', 'task', word),
      allianceQuestion('task-2', 'task', word),
      openQuestion('open', word),
    ],
    total: totalToleratingOne(['bond-1', 'bond-2', 'goal-1', 'goal-2', 'task-1', 'task-2']),
    subscales: {
      bond: { items: [{ linkId: 'bond-1' }, { linkId: 'bond-2' }], missing: both },
      goal: { items: [{ linkId: 'goal-1' }, { linkId: 'goal-2' }], missing: both },
      task: { items: [{ linkId: 'task-1' }, { linkId: 'task-2' }], missing: both },
    },
  };
}
