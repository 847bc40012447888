import type { EmpathyInstrument } from './built-in.js';
import type { Instrument } from '../instrument.js';
import type { Label } from '../question.js';
import type { ScoreRule } from '../scoring.js';
import { scaleQuestion, totalToleratingOne, type DegreeWord } from './own-questions.js';

/** To be heard and understood, to say what one thinks, and to have respected what matters: the bond of an alliance. */
const ITEMS = ['heard', 'understood', 'could-say', 'respected'] as const;
type EmpathyItem = (typeof ITEMS)[number];

/** The words that these instruments need, by key. */
export type EmpathyInstrumentWord =
  `titles.${EmpathyInstrument}` | `items.${EmpathyItem}` | `therapist-items.${EmpathyItem}`;

/** Gives the words of one key in one language; degrees and licence are those of all our instruments. */
type EmpathyWordOf = (key: EmpathyInstrumentWord | DegreeWord | 'license') => Label;

interface Form {
  readonly items: readonly EmpathyItem[];
  readonly side: 'items' | 'therapist-items';
  readonly total: ScoreRule;
  readonly answeredBy?: 'therapist';
}

const forms: Readonly<Record<EmpathyInstrument, Form>> = {
  /** Four items and one total of 0–16; one missing item is prorated. */
  'session-empathy': { items: ITEMS, side: 'items', total: totalToleratingOne(ITEMS) },
  /** The same four, turned round: how the therapist thinks that it was for the client. */
  'session-empathy-therapist': {
    items: ITEMS,
    side: 'therapist-items',
    total: totalToleratingOne(ITEMS),
    answeredBy: 'therapist',
  },
  /** One item, for the minute after a session; nothing of it can be missing. */
  'session-empathy-quick': {
    items: ['understood'],
    side: 'items',
    total: { items: [{ linkId: 'understood' }], missing: { allowed: 0, prorate: false } },
  },
};

/** An instrument of felt empathy: 5-point items of original wording, CC0, not validated; one total. */
export function empathyInstrument(id: EmpathyInstrument, word: EmpathyWordOf): Instrument {
  const { items, side, total, answeredBy } = forms[id];
  return {
    id,
    url: `https://alliance-elements.org/fhir/Questionnaire/${id}`,
    version: '1.0.0',
    title: word(`titles.${id}`),
    copyright: word('license'),
    items: items.map((linkId) => scaleQuestion(linkId, 'bond', word(`${side}.${linkId}`), word)),
    answeredBy,
    total,
    subscales: {},
  };
}
