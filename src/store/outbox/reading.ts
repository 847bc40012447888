import type { AllianceStore, SearchParams, Waiting } from '../../context/store.js';
import type { Bundle, Resource } from '../../fhir/resource.js';
import { keyOf, sameReference } from '../../domain/identity.js';
import { elementsIn } from '../elements.js';
import { lenientMatcherOf, searchIn } from '../search.js';
import type { Queue, QueuedEntry } from './queue.js';
import type { Standings } from './lane.js';
import type { Surroundings } from '../surroundings.js';
import type { Present } from './present.js';

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

/** What waits of the person who is there; where a search names one, it says itself whose it wants. */
async function rowsFor({ queue, present }: Reading, isNamed: boolean): Promise<readonly QueuedEntry[]> {
  const rows = await queue.all().catch(() => []);
  const { subject } = present ?? {};
  return isNamed || !present
    ? rows
    : rows.filter((row) => subject !== undefined && sameReference(row.subject, subject));
}

export async function readOver(reading: Reading, type: string, id: string): Promise<Resource | undefined> {
  const { store, standings } = reading;
  const rows = await rowsFor(reading, false);
  const last = [...latestIn(rows, type).values()].findLast(({ resource }) => resource.id === id);
  return last ? standings.giveAmong(last, rows) : store.read(type, id);
}

export async function searchOver(reading: Reading, type: string, params: SearchParams): Promise<Resource[]> {
  const { store, standings } = reading;
  const rows = await rowsFor(reading, params['subject'] !== undefined);
  const latest = latestIn(rows, type);
  const fits = lenientMatcherOf(type, params);
  const fitting = [...latest.values()].map((entry) => standings.giveAmong(entry, rows)).filter(fits);
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
  const rows = await queue.all();
  return rows
    .filter((entry) => subject === undefined || sameReference(entry.subject, subject))
    .map(({ resource, queuedAt, state, reason, derived }) => ({
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
