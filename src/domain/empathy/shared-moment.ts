import { namesIn, type Link, type Known } from '../link.js';
import type { Side } from '../side.js';
import { inTime } from '../time.js';
import type { Moment, MomentState, Origin, Raise, SharedMoment, ThreadEntry } from './moment.js';

interface Root extends Origin {
  readonly id: string;
  readonly link: Link;
  readonly moment: Moment;
  readonly encounter?: string | undefined;
  readonly language?: string | undefined;
}

/** Something said in a thread; other systems may answer an answer, and not the moment itself. */
export interface Said {
  readonly entry: Known<ThreadEntry>;
  /** How others name it. */
  readonly link: Link;
  readonly answers: readonly Link[];
}

/**
 * Where a moment stands after what was said to it, in its order. An answer after "not yet" or "the same" is an answer
 * again; "better" stands, whatever is said to it.
 */
export function stateOf(thread: readonly ThreadEntry[]): MomentState {
  let state: MomentState = 'sent';
  for (const entry of thread) {
    if (entry.kind === 'confirmation') {
      if (entry.by !== 'therapist') state = entry.outcome;
    } else if (entry.by !== 'client' && state !== 'better') {
      if (entry.kind === 'reply') state = 'answered';
      else if (state === 'sent') state = 'read';
    }
  }
  return state;
}

/** In the order of time, and of several readings by one reader the first. */
function threadOf(entries: readonly Known<ThreadEntry>[]): readonly Known<ThreadEntry>[] {
  const readers = new Set<string | undefined>();
  return [...entries].sort(inTime).filter(({ kind, author, by }) => {
    if (kind !== 'read') return true;
    const isFirst = !readers.has(author ?? by);
    readers.add(author ?? by);
    return isFirst;
  });
}

/** To which moment each thing that was said belongs, by the names of moments and of what answers them. */
function threadsOf(
  moments: readonly Root[],
  said: readonly Said[],
): ReadonlyMap<string, readonly Known<ThreadEntry>[]> {
  const ids = new Map(moments.flatMap(({ id, link }) => namesIn(link).map((name) => [name, id] as const)));
  const threads = new Map<string, Known<ThreadEntry>[]>();
  let left = said;
  for (;;) {
    const apart = left.filter(({ entry, link, answers }) => {
      const id = answers
        .flatMap(namesIn)
        .map((name) => ids.get(name))
        .find((one) => one !== undefined);
      if (id === undefined) return true;
      for (const name of namesIn(link)) ids.set(name, id);
      const thread = threads.get(id);
      if (thread) thread.push(entry);
      else threads.set(id, [entry]);
      return false;
    });
    if (apart.length === left.length) return threads;
    left = apart;
  }
}

/**
 * Moments with all that hangs on them, whoever wrote it. What hangs on a moment that is not here is left out, and so is a
 * moment of which it is not known what it is.
 */
export function joinMoments(
  moments: readonly Root[],
  said: readonly Said[],
  raises: readonly Known<Raise>[],
): readonly SharedMoment[] {
  const threads = threadsOf(moments, said);
  const raised = new Map(
    [...raises].sort(inTime).flatMap((raise) => namesIn(raise.moment).map((name) => [name, raise] as const)),
  );
  return moments.flatMap(({ moment, ...root }) => {
    const { kind } = moment;
    if (kind === undefined) return [];
    const thread = threadOf(threads.get(root.id) ?? []);
    const raise = namesIn(root.link)
      .map((name) => raised.get(name))
      .find((one) => one !== undefined);
    return { ...root, moment: { ...moment, kind }, thread, raise, state: stateOf(thread) };
  });
}

/** The moment with one more thing said to it, or with another version of one. */
export function withEntry(shared: SharedMoment, entry: Known<ThreadEntry>): SharedMoment {
  const others = shared.thread.filter(({ id }) => id !== entry.id);
  const thread = threadOf([...others, entry]);
  return { ...shared, thread, state: stateOf(thread) };
}

const isSettled = ({ state }: SharedMoment): boolean => state === 'better' || state === 'same';

/** Whether it waits for the next session: somebody wants to bring it up, or the client shared it for then. */
export const isForNext = (shared: SharedMoment): boolean =>
  shared.raise ? !shared.raise.isDone : shared.moment.visibility === 'next' && !isSettled(shared);

export type MomentGroup = 'waiting-for-me' | 'next-session' | 'waiting-for-them' | 'settled';

/** In which order groups are shown: what waits for the one who looks comes first. */
export const momentGroups: readonly MomentGroup[] = [
  'waiting-for-me',
  'next-session',
  'waiting-for-them',
  'settled',
];

/**
 * Whose turn it is. What was kept for the next session is not asked for before.
 * @param side undefined for somebody who only reads
 */
export function groupOf(shared: SharedMoment, side: Side | undefined): MomentGroup {
  if (isForNext(shared) && side !== 'client') return 'next-session';
  if (isSettled(shared)) return 'settled';
  const isClients = shared.state === 'answered';
  return side !== undefined && isClients === (side === 'client') ? 'waiting-for-me' : 'waiting-for-them';
}

/** The newest session first, and in a session the order in which things were noted. */
export function inSessions(all: readonly SharedMoment[]): readonly SharedMoment[] {
  const sessions = new Map<string | undefined, SharedMoment[]>();
  for (const shared of [...all].sort(inTime)) {
    // Without a session each day is one
    const session = shared.encounter ?? shared.at?.slice(0, 10);
    const others = sessions.get(session);
    if (others) others.push(shared);
    else sessions.set(session, [shared]);
  }
  const newest = (session: readonly SharedMoment[]) => session.at(-1) ?? {};
  return [...sessions.values()].sort((one, other) => inTime(newest(other), newest(one))).flat();
}
