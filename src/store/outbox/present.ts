import { sameReference } from '../../domain/identity.js';
import type { Queue, QueuedSave } from './queue.js';

/** Who is at the page now, as FHIR references. */
export interface Present {
  readonly subject: string | undefined;
  readonly author: string | undefined;
}

/**
 * Whether what waits belongs to the one who is there: with their sign-in nobody else's words are sent. Where the page
 * names nobody, only what waits in its own memory does.
 */
export function isOfPresent(
  { subject, author }: Pick<QueuedSave, 'subject' | 'author'>,
  present: Present | undefined,
  { isLasting }: Pick<Queue, 'isLasting'>,
): boolean {
  if (!present) return true;
  if (present.subject === undefined) return !isLasting;
  if (!sameReference(subject, present.subject)) return false;
  return author === undefined || (present.author !== undefined && sameReference(author, present.author));
}
