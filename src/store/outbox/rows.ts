import type { Save } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { saysTheSame } from '../equality.js';
import { identifiersOf, keyOf, named } from '../identity.js';
import { needsOf } from '../references.js';
import { personOf } from '../persons.js';
import type { Queue, QueuedEntry, QueuedSave } from './queue.js';

/** System of the tag by which an outbox once marked what waits: in old databases, and in what was made from them. */
const MARK = 'urn:alliance-elements:outbox';

/** A base as it is compared: one that bears the old mark waited, and has no version of its own. */
export function unmarked(resource: Resource): Resource {
  const { tag: tags = [], ...meta } = resource.meta ?? {};
  const tag = tags.filter(({ system }) => system !== MARK);
  if (tag.length === tags.length) return resource;
  return withoutVersion({ ...resource, meta: { ...meta, ...(tag.length > 0 && { tag }) } });
}

/** What has not been saved has no version: with one, it would pass for the version that it was made from. */
function withoutVersion(resource: Resource): Resource {
  if (!resource.meta) return resource;
  const { versionId, lastUpdated, ...kept } = resource.meta;
  const { meta, ...rest } = resource;
  return Object.keys(kept).length > 0 ? { ...rest, meta: kept } : rest;
}

/** A save as it is written down: with a name, without a version. */
export function prepared({ resource, base, derived }: Save, newId: () => string): Save {
  const own = withoutVersion(unmarked(resource));
  const id = own.id ?? base?.id;
  const known = id === undefined ? named(own, newId) : { ...own, id };
  return { resource: known, base: base && unmarked(base), derived };
}

interface Making {
  readonly queue: Queue;
  readonly newId: () => string;
  /** ISO 8601 instant. */
  readonly queuedAt: string;
  /** Version of somebody else's that was told here for a save in conflict, by its place in the queue. */
  readonly told: ReadonlyMap<number, string | undefined>;
}

/** The rows of one act, for saves that are prepared and in the order of their dependence. */
export async function rowsOf(saves: readonly Save[], making: Making): Promise<readonly QueuedSave[]> {
  const act = making.newId();
  const keys = saves.map(({ resource }) => keyOf(resource) ?? `${resource.resourceType} ${making.newId()}`);
  const main = keys[saves.findIndex(({ derived }) => !derived)];
  const keyOfName = new Map<string, string>();
  saves.forEach(({ resource }, index) => {
    for (const identifier of identifiersOf(resource))
      keyOfName.set(`${resource.resourceType} ${identifier}`, keys[index] ?? '');
  });
  const rows: QueuedSave[] = [];
  const here = (key: string): readonly QueuedSave[] => rows.filter((row) => row.key === key);
  for (const [index, save] of saves.entries()) {
    const key = keys[index] ?? '';
    const waiting = await making.queue.of(key);
    const needs: string[] = [];
    const lanes = [...waiting, ...here(key)].map(({ lane }) => lane);
    for (const name of needsOf(save.resource)) {
      const need = keyOfName.get(name) ?? name;
      const before = [...here(need), ...(await making.queue.of(need))];
      if (need === key || before.length === 0) continue;
      needs.push(need);
      lanes.push(...before.map(({ lane }) => lane));
    }
    // What follows from another part goes with it, also where it refers to it by its id
    if (save.derived && main !== undefined && !needs.some((need) => keys.includes(need))) {
      needs.push(main);
      lanes.push(...here(main).map(({ lane }) => lane));
    }
    rows.push({
      ...{ act, key, needs, lane: lanes[0] ?? key, subject: personOf(save.resource) },
      ...{ resource: save.resource, derived: save.derived, queuedAt: making.queuedAt },
      ...{ state: 'waiting', isTried: false },
      ...following(save, waiting, making),
    });
  }
  return rows;
}

/** What a save is made on, and which earlier saves of the resource end with it. */
function following(
  { base, derived }: Save,
  waiting: readonly QueuedEntry[],
  { told }: Making,
): { readonly base: Resource | undefined; readonly settles: readonly number[] } {
  const stuck = waiting.filter(({ state }) => state !== 'waiting');
  const former = base && waiting.findLast(({ resource }) => saysTheSame(resource, base));
  const version = base?.meta?.versionId;
  const ends = stuck.filter(
    (entry) =>
      entry === former ||
      (derived === true && entry.derived === true) ||
      // Whoever saves on what somebody else wrote has seen the conflict: another tab, which has not, does not end it
      (version !== undefined && entry.state === 'conflict' && told.get(entry.sequence) === version),
  );
  return {
    // Sent again: on the version that was edited then
    base: former && stuck.includes(former) ? former.base : base,
    settles: ends.flatMap(({ sequence, settles = [] }) => [sequence, ...settles]),
  };
}
