import type { Answers } from '../../domain/answers/answer.js';
import { canonicalOf, type Instrument } from '../../domain/instrument/instrument.js';
import { extensionUrls, responseIdentifierSystem } from '../codes.js';
import { compact, type Extension, type QuestionnaireResponse } from '../resource.js';
import { withoutHoles } from '../loose.js';
import { withToldIn } from '../told.js';
import { writeItems } from './response-items.js';
import type { Completion } from '../../domain/record.js';
import type { Told } from '../../domain/told.js';

export interface ResponseDetails {
  readonly status: QuestionnaireResponse['status'];
  /** ISO 8601 instant at which the answers were given. */
  readonly authored: string;
  /** Identifier of this response; stays the same when it is sent again. */
  readonly identifier: string;
  /** BCP 47 tag of the words that the person saw. */
  readonly language: string;
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  readonly encounter?: string | undefined;
  readonly completion: Completion;
  readonly scaleDirection: 'ltr' | 'rtl';
  /** Who the person was told can see this. */
  readonly told: Told;
}

function withOwnExtensions(former: readonly Extension[], details: ResponseDetails): Extension[] {
  const own = new Set<string>([extensionUrls.scaleDirection, extensionUrls.completion]);
  const extensions = [
    ...withoutHoles(former).filter(({ url }) => !own.has(url)),
    { url: extensionUrls.scaleDirection, valueCode: details.scaleDirection },
    { url: extensionUrls.completion, valueCode: details.completion },
  ];
  return withToldIn(extensions, details.told);
}

const reference = (to: string | undefined): { reference: string } | undefined =>
  to === undefined ? undefined : { reference: to };

/**
 * Writes a valid R4 QuestionnaireResponse, patched onto `base` so that what another system wrote is kept.
 * An unanswered question has its item without `answer`; code 0 is written as the answer that it is. What is not asked,
 * because of a condition, is left out.
 */
export function writeResponse(
  instrument: Instrument,
  answers: Answers,
  details: ResponseDetails,
  base?: QuestionnaireResponse,
): QuestionnaireResponse {
  const kept: Partial<QuestionnaireResponse> = base ?? {};
  const isByAuthor = instrument.answeredBy !== undefined || details.completion === 'proxy';
  return compact<QuestionnaireResponse>({
    ...kept,
    text: undefined, // the narrative tells the old answers
    resourceType: 'QuestionnaireResponse',
    language: details.language,
    extension: withOwnExtensions(base?.extension ?? [], details),
    identifier: base?.identifier ?? { system: responseIdentifierSystem, value: details.identifier },
    questionnaire: canonicalOf(instrument) ?? kept.questionnaire,
    status: details.status,
    subject: reference(details.subject) ?? kept.subject,
    encounter: reference(details.encounter) ?? kept.encounter,
    authored: details.authored,
    author: reference(details.author) ?? kept.author,
    source: reference(isByAuthor ? details.author : details.subject) ?? kept.source,
    item: writeItems(instrument, answers, base),
  });
}
