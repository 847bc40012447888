import type { Resource } from '../../fhir/resource.js';
import { keyOf } from '../../domain/identity.js';
import type { Alone } from '../surroundings.js';
import { dependentsOf } from './lane.js';
import type { Queue, QueuedEntry } from './queue.js';

/**
 * It may have arrived: it was on its way, or what it was made on waited and has been delivered since.
 * @param isSettled somebody else's version is to hold: what met it has not arrived
 */
function mayBeSent(rows: readonly QueuedEntry[], isSettled: boolean): boolean {
  const [first] = rows;
  if (isSettled && rows.every(({ state }) => state === 'conflict')) return first === undefined;
  const isOnItsWay = first?.base !== undefined && first.base.meta?.versionId === undefined;
  return first === undefined || isOnItsWay || rows.some(({ isTried }) => isTried);
}

/**
 * Takes a resource that waits, and what depends on it, out of a queue.
 * @param resource what waits; or a stored version of it, for what is in conflict with that one
 * @returns their places; undefined where it may have been sent, and nothing was taken out
 */
export async function dropFrom(
  queue: Queue,
  alone: Alone,
  resource: Resource,
): Promise<readonly number[] | undefined> {
  const key = keyOf(resource);
  const isSettled = resource.meta?.versionId !== undefined;
  const waiting = key === undefined ? [] : await queue.of(key);
  const lane = waiting[0]?.lane;
  if (key === undefined || lane === undefined || mayBeSent(waiting, isSettled)) return undefined;
  // Not while its lane is being delivered: it may be on its way the next moment
  return alone(lane, async () => {
    const rows = await queue.all();
    const own = rows.filter((row) => row.key === key);
    if (mayBeSent(own, isSettled)) return undefined;
    const places = [...own, ...dependentsOf([key], rows)].map(({ sequence }) => sequence);
    await queue.change([], places);
    return places;
  });
}
