import type { AllianceStore, SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { laneOf } from './outbox-lane.js';
import { marked } from './outbox-mark.js';
import type { Queue, QueuedEntry } from './outbox-queue.js';
import { matches, searchIn } from './search.js';
import { subjectOf } from './subject.js';

/*
 * What a person reads while something of theirs is not delivered: what they have sent, before what the store holds.
 */

/** What a person has sent of this type and nobody has confirmed; a conflict is told by `watch`. */
async function unconfirmed(queue: Queue, type: string): Promise<readonly QueuedEntry[]> {
  const entries = await queue.all().catch(() => []);
  return entries.filter(({ resource, state }) => resource.resourceType === type && state !== 'conflict');
}

/** Whether a resource is what is searched for; of a parameter that only the server knows, the person decides. */
export function fits(resource: Resource, params: SearchParams): boolean {
  try {
    return matches(resource, params);
  } catch {
    return subjectOf(resource) === params['subject'];
  }
}

export async function readOver(
  store: AllianceStore,
  queue: Queue,
  type: string,
  id: string,
): Promise<Resource | undefined> {
  const waiting = await unconfirmed(queue, type);
  const last = waiting.filter(({ resource, base }) => (resource.id ?? base?.id) === id).at(-1);
  return last ? marked(last) : store.read(type, id);
}

export async function searchOver(
  store: AllianceStore,
  queue: Queue,
  type: string,
  params: SearchParams,
): Promise<Resource[]> {
  const latest = new Map((await unconfirmed(queue, type)).map((entry) => [entry.lane, marked(entry)]));
  const fitting = [...latest.values()].filter((resource) => fits(resource, params));
  const found = await store.search(type, params).catch((error: unknown) => {
    if (fitting.length === 0) throw error;
    return [];
  });
  if (latest.size === 0) return found;
  const others = found.filter((held) => !latest.has(laneOf(held)));
  try {
    return searchIn([...others, ...fitting], params);
  } catch {
    return [...fitting, ...others]; // a parameter that only the server knows
  }
}
