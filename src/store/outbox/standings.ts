import type { Standing } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { isHeld } from './lane.js';
import type { QueuedEntry } from './queue.js';

/** Knows of every resource that an outbox has given where it stood then: beside the resource, never in it. */
export class Standings {
  readonly #given = new WeakMap<Resource, Standing>();

  of(resource: Resource): Standing | undefined {
    return this.#given.get(resource);
  }

  /** A copy for those outside. */
  give(resource: Resource, { state, reason }: Standing): Resource {
    const given = structuredClone(resource);
    this.#given.set(given, { state, ...(reason !== undefined && { reason }) });
    return given;
  }

  /** A copy of what waits, among all that waits. */
  giveAmong(entry: QueuedEntry, rows: readonly QueuedEntry[]): Resource {
    const { resource, state } = entry;
    return this.give(resource, state === 'waiting' && isHeld(entry, rows) ? held : entry);
  }
}

export const held: Standing = { state: 'waiting', reason: 'held' };
