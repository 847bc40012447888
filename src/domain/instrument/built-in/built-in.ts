import type { Instrument, AllianceBlock, Question } from '../instrument.js';
import type { Label } from '../question.js';
import { ownQuestion, scaleQuestion, SYSTEM, totalToleratingOne, type DegreeWord } from './own-questions.js';

const AMOUNTS = ['too-little', 'about-right', 'too-much'] as const;

type ScaleItem = 'person' | 'trust' | 'same-goal' | 'chose' | 'why' | 'daily-life';
type OtherItem = 'amount' | 'open';

/** The words that our own instruments need, by key. */
type InstrumentWord =
  | 'license'
  | 'session-alliance.title'
  | 'session-alliance-brief.title'
  | `items.${ScaleItem | OtherItem}`
  | DegreeWord
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

const allianceQuestion = (linkId: ScaleItem, word: WordOf): Question =>
  scaleQuestion(linkId, blocks[linkId], word(`items.${linkId}`), word);

/** How much was done. It has no score: a degree of "right" could not tell too much from too little. */
function amountQuestion(word: WordOf): Question {
  return {
    ...ownQuestion('amount', word('items.amount')),
    type: 'choice',
    orientation: 'horizontal',
    options: AMOUNTS.map((code) => {
      const label = word(`amounts.${code}`);
      return { value: { system: `${SYSTEM}/alliance-amount`, code, display: label.text }, label };
    }),
  };
}

const openQuestion = (word: WordOf): Question => ({
  ...ownQuestion('open', word('items.open')),
  type: 'text',
  options: [],
});

const ALL = ['person', 'trust', 'same-goal', 'chose', 'why', 'daily-life'] as const;

/**
 * Six 5-point items, two each for bond, goal and task, how much was done, and one open question.
 * Original wording, CC0, not validated. One total of 0–24 (one missing item is prorated); two items are no subscale.
 */
function sessionAlliance(word: WordOf): Instrument {
  return {
    id: 'session-alliance',
    url: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance',
    version: '2.0.0',
    title: word('session-alliance.title'),
    copyright: word('license'),
    items: [...ALL.map((linkId) => allianceQuestion(linkId, word)), amountQuestion(word), openQuestion(word)],
    total: totalToleratingOne(ALL),
    subscales: {},
  };
}

/** Trust itself, wanting the same thing, and knowing why. */
const BRIEF = ['trust', 'same-goal', 'why'] as const;

/**
 * Three 5-point items, one for each part of the alliance, and one total of 0–12.
 * Original wording, CC0, not validated; too short for subscales.
 */
function sessionAllianceBrief(word: WordOf): Instrument {
  return {
    id: 'session-alliance-brief',
    url: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance-brief',
    version: '2.0.0',
    title: word('session-alliance-brief.title'),
    copyright: word('license'),
    items: BRIEF.map((linkId) => allianceQuestion(linkId, word)),
    total: totalToleratingOne(BRIEF),
    subscales: {},
  };
}

/** Our own instruments by id: values of the `instrument` attribute. */
export const builtInInstruments: ReadonlyMap<string, (word: WordOf) => Instrument> = new Map([
  ['session-alliance', sessionAlliance],
  ['session-alliance-brief', sessionAllianceBrief],
]);

/** Our instruments of felt empathy, values of the same attribute; most pages ask none of them. */
export const empathyInstruments = [
  'session-empathy',
  'session-empathy-therapist',
  'session-empathy-quick',
] as const;

export type EmpathyInstrument = (typeof empathyInstruments)[number];
