import type { AllianceStore, SaveResult } from '../../context/store.js';
import { StoreError } from '../store-error.js';
import type { Awaited, Walk } from './awaited.js';
import type { Outcomes } from './outcomes.js';
import type { Queue, QueuedEntry } from './queue.js';
import { arrived, presentOf } from './send.js';

interface Around {
  readonly store: AllianceStore;
  readonly queue: Queue;
  readonly outcomes: Outcomes;
}

/**
 * What has become of saves that somebody waits for and another page came to first: it told its own watchers, and the
 * queue and the store tell the rest. What cannot be asked now counts as waiting.
 */
export async function lookUp(awaited: Awaited, around: Around, walk: Walk): Promise<void> {
  const { store, queue, outcomes } = around;
  for (const entry of awaited.left) {
    const rows = await queue.of(entry.key).catch(() => undefined);
    const row = rows?.find(({ sequence }) => sequence === entry.sequence);
    if (awaited.failure || !rows || row?.state === 'waiting') continue;
    if (!row) await ended(entry, awaited, rows.length > 0, store);
    else if (row.state === 'conflict') {
      const theirs = await presentOf(store, row).catch(() => undefined);
      if (theirs) outcomes.meet(row, theirs);
    } else {
      const { lane, reason = 'refused' } = row;
      const beside = await queue.lane(lane).catch(() => [row]);
      const error = new StoreError(reason, 'save: the store did not take what another page sent it.');
      await outcomes.refused(row, error, new Map(beside.map((one) => [one.sequence, one])), walk);
    }
  }
}

/** It waits no more: delivered, gone with what it follows from, taken over by a later save of the same, or taken back. */
async function ended(
  entry: QueuedEntry,
  awaited: Awaited,
  isFollowed: boolean,
  store: AllianceStore,
): Promise<void> {
  const { sequence, derived, needs, resource } = entry;
  const roots = awaited.entries.filter(({ key }) => needs.includes(key));
  const [stopped] = roots.flatMap((root): readonly SaveResult[] => {
    const result = awaited.results.get(root.sequence);
    return result && 'conflict' in result ? [result] : [];
  });
  if (derived && stopped) return void awaited.results.set(sequence, stopped);
  const present = await arrived(store, entry).catch(() => 'unknown' as const);
  if (present === 'unknown') return;
  if (present ?? derived) awaited.results.set(sequence, { saved: present ?? resource });
  else if (!isFollowed) {
    const error = new StoreError('refused', 'save: it was taken back before it was sent.');
    awaited.failure = { error, sequence };
  }
}
