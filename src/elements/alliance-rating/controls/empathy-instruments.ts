import { empathyInstrumentIn } from '../../../controllers/instrument/empathy-instruments.js';
import { empathyItemWords } from '../../../i18n/words/empathy-items.js';

/** Our instruments of felt empathy with their words: only a page that asks them loads them. */
export const empathyInstruments = { make: empathyInstrumentIn, words: empathyItemWords };
