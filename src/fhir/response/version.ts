import { questionOf, type Instrument } from '../../domain/instrument/instrument.js';
import { objectsIn, textIn, type Loose } from '../loose.js';
import type { QuestionnaireResponse } from '../resource.js';

/** Every item that is answered, out of all groups. */
function answeredIn(items: unknown): readonly Loose[] {
  return objectsIn(items).flatMap((item) => [
    ...(objectsIn(item['answer']).length > 0 ? [item] : []),
    ...answeredIn(item['item']),
    ...objectsIn(item['answer']).flatMap((answer) => answeredIn(answer['item'])),
  ]);
}

/**
 * Whether a response answers an older or newer version of the instrument, whose linkIds may mean something else. One that
 * names no version is taken for the present one as long as that asks all that it answers.
 */
export function isOfOtherVersion(
  instrument: Instrument,
  { questionnaire, item }: QuestionnaireResponse,
): boolean {
  const [url, version] = (textIn(questionnaire) ?? '').split('|');
  if (instrument.url === undefined || instrument.version === undefined || url !== instrument.url)
    return false;
  if (version !== undefined && version !== '') return version !== instrument.version;
  return answeredIn(item).some(({ linkId }) => questionOf(instrument, textIn(linkId) ?? '') === undefined);
}
