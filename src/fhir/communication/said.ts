import type { Origin } from '../../domain/empathy/moment.js';
import type { Stage } from '../../domain/record.js';
import { isObject, objectsIn, referenceIn, textIn, timeIn } from '../loose.js';
import { sideOf, type Parties } from '../parties.js';
import type { Communication } from '../resource.js';

/** What every Communication says in the same way, whoever wrote it. */

/** Its words; where there is nothing but attachments, their titles. */
export function wordsIn({ payload }: Communication): string | undefined {
  const all = objectsIn(payload);
  const texts = all.flatMap(({ contentString }) => textIn(contentString) ?? []);
  const titles = all.flatMap(({ contentAttachment: attached }) =>
    isObject(attached) ? (textIn(attached['title']) ?? []) : [],
  );
  return textIn((texts.length > 0 ? texts : titles).join('\n\n'));
}

export const senderOf = ({ sender }: Communication): string | undefined => referenceIn(sender);

/** Who said it, and when. */
export function originOf(communication: Communication, parties: Parties): Origin {
  const author = senderOf(communication);
  const at = timeIn(communication.sent) ?? timeIn(communication.received);
  return { by: sideOf(author, parties), author, at };
}

/** What was never sent is a draft, also in another system's words. */
export function stageOf({ status }: Communication): Stage {
  if (status === 'entered-in-error') return 'withdrawn';
  return status === 'preparation' || status === 'not-done' ? 'draft' : 'given';
}
