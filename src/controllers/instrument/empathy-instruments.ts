import type { EmpathyInstrument } from '../../domain/instrument/built-in/built-in.js';
import {
  empathyInstrument,
  type EmpathyInstrumentWord,
} from '../../domain/instrument/built-in/session-empathy.js';
import type { DegreeWord } from '../../domain/instrument/built-in/own-questions.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { labelWithKeyWords } from '../../domain/instrument/question.js';
import type { EmpathyItemKey } from '../../i18n/words/empathy-items.js';
import type { InstrumentKey } from '../../i18n/words/instruments.js';
import type { LocalizeController } from '../widget/localize.js';

/** What all our instruments say alike. */
const isShared = (key: string): key is DegreeWord | 'license' =>
  key === 'license' || key.startsWith('degrees.');

/** One of our instruments of felt empathy in the words on the screen; it is made anew when those change. */
export function empathyInstrumentIn(
  localize: Pick<LocalizeController<EmpathyItemKey | InstrumentKey>, 'phrase'>,
  id: EmpathyInstrument,
): Instrument {
  const keyOf = (key: EmpathyInstrumentWord | DegreeWord | 'license') =>
    isShared(key) ? (`instruments.${key}` as const) : (`empathy-items.${key}` as const);
  return empathyInstrument(id, (key) => {
    const { text, lang } = localize.phrase(keyOf(key));
    return labelWithKeyWords(text, lang);
  });
}
