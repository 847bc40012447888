import type { Save } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { saysTheSame } from '../equality.js';
import { keyOf } from '../../domain/identity.js';
import { keysOf, named } from '../identity.js';
import { needsOf, refersTo } from '../references.js';
import { personOf } from '../persons.js';
import { unversioned, withoutMark } from '../meta.js';
import type { Queue, QueuedEntry, QueuedSave } from './queue.js';

/** A save as it is written down: with a name, without a version. */
export function prepared({ resource, base, derived }: Save, newId: () => string): Save {
  const own = unversioned(withoutMark(resource));
  const id = own.id ?? base?.id;
  const known = id === undefined ? named(own, newId) : { ...own, id };
  return { resource: known, base, derived };
}

interface Making {
  readonly queue: Queue;
  readonly newId: () => string;
  /** ISO 8601 instant. */
  readonly queuedAt: string;
  /** Who types. */
  readonly author: string | undefined;
  /** Of each save that was stopped and told here, by its place, the version that whoever has seen that saves on. */
  readonly told: ReadonlyMap<number, string | undefined>;
}

/** The rows of one act, for saves that are prepared and in the order of their dependence. */
export async function rowsOf(saves: readonly Save[], making: Making): Promise<readonly QueuedSave[]> {
  const act = making.newId();
  const rows: QueuedSave[] = [];
  for (const save of saves) {
    const { resource, derived } = save;
    const key =
      keyOf(resource) ?? (await keptAs(save, making)) ?? `${resource.resourceType} ${making.newId()}`;
    const own = await making.queue.of(key);
    const before = derived ? followedBy(save, rows) : [];
    for (const name of needsOf(resource)) {
      const here = rows.filter((row) => keysOf(row.resource).includes(name));
      before.push(...(here.length > 0 ? here : await making.queue.of(name)));
    }
    const roots = before.filter((row) => row.key !== key);
    const lane = [...own, ...rows.filter((row) => row.key === key), ...roots][0]?.lane;
    rows.push({
      ...{ act, key, lane: lane ?? key, needs: [...new Set(roots.map((row) => row.key))] },
      ...{ subject: personOf(resource), author: making.author },
      ...{ resource, derived, queuedAt: making.queuedAt },
      ...{ state: 'waiting', isTried: false },
      ...following(save, own, making),
    });
  }
  return rows;
}

/** The key of what has no name and is sent again. */
async function keptAs({ base }: Save, { queue }: Making): Promise<string | undefined> {
  if (base === undefined || base.meta?.versionId !== undefined) return undefined;
  return (await queue.all()).find(({ resource }) => saysTheSame(resource, base))?.key;
}

/** What follows from other parts of an act goes with them, also where it refers to them by their ids, or not at all. */
function followedBy({ resource }: Save, rows: readonly QueuedSave[]): QueuedSave[] {
  const roots = rows.filter(({ derived }) => !derived);
  const named = roots.filter((root) => refersTo(resource, root.resource));
  return named.length > 0 ? named : roots.slice(0, 1);
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
      // Whoever saves on what somebody else wrote has seen the conflict, and who sends again what was refused has seen
      // that: another tab, which has not, does not end it
      (told.has(entry.sequence) &&
        told.get(entry.sequence) === version &&
        (version !== undefined || (entry.state !== 'conflict' && base === undefined))),
  );
  return {
    // Sent again: on the version that was edited then
    base: former && stuck.includes(former) ? former.base : base,
    settles: ends.flatMap(({ sequence, settles = [] }) => [sequence, ...settles]),
  };
}
