import { sameReference } from '../../domain/identity.js';
import type { Standing, SearchParams } from '../../context/store.js';
import type { Queue, QueuedEntry, QueuedSave } from './queue.js';

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

/**
 * What waits about the person whom a search names, else about the one who is there; everything where neither is known.
 * @param state only what stands there
 */
export async function waitingFor(
  { subject: named }: SearchParams,
  present: Present | undefined,
  queue: Queue,
  state?: Standing['state'],
): Promise<readonly QueuedEntry[]> {
  const person = named ?? present?.subject;
  if (person === undefined && present && queue.isLasting) return [];
  // Else several persons, or an id alone
  if (/^[^,]+\/[^,]+$/.test(`${person}`)) return queue.about(`${person}`, state);
  return (await queue.all()).filter((row) => (state ?? row.state) === row.state);
}
