import type { WordOf } from './alliance-items.js';
import type { Instrument } from '../instrument.js';
import { sessionAlliance } from './session-alliance.js';
import { sessionAllianceBrief } from './session-alliance-brief.js';

/** Our own instruments by id: the values of the `instrument` attribute. */
export const builtInInstruments: ReadonlyMap<string, (word: WordOf) => Instrument> = new Map([
  ['session-alliance', sessionAlliance],
  ['session-alliance-brief', sessionAllianceBrief],
]);
