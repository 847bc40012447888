import type { AllianceStore, SearchParams, Waiting } from '../../context/store.js';
import type { Bundle, Resource } from '../../fhir/resource.js';
import { keyOf } from '../../domain/identity.js';
import { elementsIn } from '../meta.js';
import { lenientMatcherOf, searchIn } from '../search.js';
import type { Queue, QueuedEntry } from './queue.js';
import type { Standings } from './lane.js';
import type { Surroundings } from '../surroundings.js';
import { waitingFor, type Present } from './present.js';

/*
 * What a person reads while something of theirs is not delivered: what they have sent, before what the store holds.
 */

/**
 * Of each resource the latest that a person has sent and nobody has confirmed. A conflict is told by `watch`; scores that
 * a store does not take must not hide those that others wrote.
 */
function latestIn(rows: readonly QueuedEntry[], type: string): ReadonlyMap<string, QueuedEntry> {
  const shown = rows.filter(
    ({ resource, state, derived }) =>
      resource.resourceType === type && state !== 'conflict' && !(derived && state !== 'waiting'),
  );
  return new Map(shown.map((entry) => [entry.key, entry]));
}

export interface Reading {
  readonly store: AllianceStore;
  readonly queue: Queue;
  readonly standings: Standings;
  readonly present: Present | undefined;
}

const rowsFor = ({ queue, present }: Reading, params: SearchParams): Promise<readonly QueuedEntry[]> =>
  waitingFor(params, present, queue).catch(() => []);

export async function readOver(reading: Reading, type: string, id: string): Promise<Resource | undefined> {
  const { store, standings } = reading;
  const rows = await rowsFor(reading, {});
  const last = [...latestIn(rows, type).values()].findLast(({ resource }) => resource.id === id);
  return last ? standings.giveAmong([last], rows)[0] : store.read(type, id);
}

export async function searchOver(reading: Reading, type: string, params: SearchParams): Promise<Resource[]> {
  const { store, standings } = reading;
  const rows = await rowsFor(reading, params);
  const latest = latestIn(rows, type);
  const fits = lenientMatcherOf(type, params);
  const fitting = standings.giveAmong([...latest.values()], rows).filter(fits);
  const found = await store.search(type, params).catch((error: unknown) => {
    if (fitting.length === 0) throw error;
    return [];
  });
  if (latest.size === 0) return found;
  const ids = new Set([...latest.values()].flatMap(({ resource }) => resource.id ?? []));
  const others = found.filter((held) => !latest.has(keyOf(held) ?? '') && !ids.has(held.id ?? ''));
  // What is not asked for cannot be searched by
  if (params['_elements'] !== undefined) return [...elementsIn(fitting, params), ...others];
  try {
    return searchIn(type, [...others, ...fitting], params);
  } catch {
    return [...fitting, ...others]; // a parameter that only the server knows
  }
}

/** All that waits, or what waits of one person. */
export async function waitingIn(queue: Queue, subject: string | undefined): Promise<readonly Waiting[]> {
  const rows = await (subject === undefined ? queue.all() : queue.about(subject));
  return rows.map(({ resource, queuedAt, state, reason, derived }) => ({
    ...{ resource, queuedAt, state, reason },
    ...(derived && { derived }),
  }));
}

/** What waits, for a person or portal to keep. */
export const bundleOf = (waiting: readonly Waiting[], { now, newId }: Surroundings): Bundle => ({
  resourceType: 'Bundle',
  type: 'collection',
  timestamp: now().toISOString(),
  entry: waiting.map(({ resource }) => ({ fullUrl: `urn:uuid:${newId()}`, resource })),
});
