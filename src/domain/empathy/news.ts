import type { Known } from '../link.js';
import type { Side } from '../side.js';
import type { ConfirmedOutcome, SharedMoment, ThreadEntry } from './moment.js';
import { sameEntries, sameMoments } from './merge.js';

/** What can change about a moment, as far as a person is told of it. */
type MomentChange = 'added' | 'changed' | 'read' | 'reply' | ConfirmedOutcome | 'raised' | 'brought-up';

/** One thing that has changed, by whom and when, as far as that is known. */
export interface MomentNews {
  readonly what: MomentChange;
  readonly by?: Side | undefined;
  /** ISO 8601 instant. */
  readonly at?: string | undefined;
}

const newsOf = (entry: ThreadEntry): MomentNews => ({
  what: entry.kind === 'confirmation' ? entry.outcome : entry.kind,
  by: entry.by,
  at: entry.at,
});

function raisedSince(before: SharedMoment, { raise }: SharedMoment): readonly MomentNews[] {
  if (!raise || raise.isDone === before.raise?.isDone) return [];
  // Who says that it was done, the task does not tell
  return [raise.isDone ? { what: 'brought-up' } : { what: 'raised', by: raise.by, at: raise.at }];
}

/** What has changed between two versions of a moment with all that hangs on it, the newest words last. */
export function changesSince(before: SharedMoment | undefined, now: SharedMoment): readonly MomentNews[] {
  if (!before) return [{ what: 'added', by: now.by, at: now.at }];
  const said = new Map(before.thread.map((entry) => [entry.id, entry]));
  const isNew = (entry: Known<ThreadEntry>): boolean => {
    const former = said.get(entry.id);
    return !former || !sameEntries(former, entry);
  };
  return [
    ...(sameMoments(before.moment, now.moment) ? [] : [{ what: 'changed' as const, by: now.by }]),
    ...now.thread.filter(isNew).map(newsOf),
    ...raisedSince(before, now),
  ];
}
