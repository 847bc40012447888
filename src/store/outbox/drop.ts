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
  return first === undefined || isOnItsWay || rows.some(({ isTried, isUnsure }) => isTried || isUnsure);
}

interface Dropped {
  /** In the queue; none where nothing was taken out. */
  readonly places: readonly number[];
  readonly isUnsure: boolean;
}

/**
 * Takes a resource that waits, and what depends on it, out of a queue; what may have been sent stays.
 * @param resource what waits; or a stored version of it, for what is in conflict with that one
 * @param isGivenUp it does not stay, either
 */
export async function dropFrom(
  queue: Queue,
  alone: Alone,
  resource: Resource,
  isGivenUp: boolean,
): Promise<Dropped> {
  const staying: Dropped = { places: [], isUnsure: true };
  const key = keyOf(resource);
  const isSettled = resource.meta?.versionId !== undefined;
  const waiting = key === undefined ? [] : await queue.of(key);
  const lane = waiting[0]?.lane;
  const stays = (rows: readonly QueuedEntry[]): boolean =>
    mayBeSent(rows, isSettled) && !(isGivenUp && rows.length > 0);
  if (key === undefined || lane === undefined || stays(waiting)) return staying;
  // Not while its lane is being delivered: it may be on its way the next moment
  return alone(lane, async () => {
    const rows = await queue.all();
    const own = rows.filter((row) => row.key === key);
    if (stays(own)) return staying;
    const places = [...own, ...dependentsOf([key], rows)].map(({ sequence }) => sequence);
    await queue.change([], places);
    return { places, isUnsure: mayBeSent(own, isSettled) };
  });
}
