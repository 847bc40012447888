import { isOutbox } from '../../context/store.js';
import type { ActStore, Save, SaveResult, Standing, StoreFailure, StoreReason } from '../../context/store.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { Choice, Intent, RecordKind } from './kind.js';

/** What a person does at once: one event, one outcome, one or several resources that belong together. */
export interface Act<Wire extends Resource = Resource> {
  readonly main: Save & { readonly resource: Wire };
  /** In the order in which they depend on each other, what follows from them last. */
  readonly also: readonly Save[];
}

/** A resource that a store has taken, or keeps until it can be delivered. */
type Kept = Exclude<SaveResult, { readonly conflict: Resource }>;

/** What was written beside the main resource, as it came back. */
interface Whole {
  readonly also: readonly Resource[];
}

/** How an act ended here. */
export type Outcome<Wire, Contradiction> =
  | (Kept & Whole)
  | { readonly hosted: 'sent' | 'handed-over' }
  | { readonly unsent: true }
  | { readonly dropped: true }
  | { readonly theirs: Wire; readonly conflicts: readonly Contradiction[] };

/** An error of reason `refused`. */
export const refused = (message: string): Error & StoreFailure =>
  Object.assign(new Error(message), { reason: 'refused' as const });

/**
 * What became of an act whose main part is safe: no more is said than holds for all of it.
 * @throws an error of reason `refused` where another part is in conflict and nobody is asked about it
 */
export function wholeOf(
  store: ActStore | undefined,
  { also }: Act,
  result: Kept,
  others: readonly SaveResult[],
): Kept & Whole {
  const written = others.flatMap((other) =>
    'saved' in other ? other.saved : 'queued' in other ? other.queued : [],
  );
  if (isOutbox(store)) {
    // What the page alone remembers is not sent; what follows and was not taken stays apart
    const waits = others.some(
      (other) => 'queued' in other && store.standingOf(other.queued)?.state === 'waiting',
    );
    const kept = waits && !store.isLasting && 'saved' in result ? { queued: result.saved } : result;
    return { ...kept, also: written };
  }
  const unsaved = also.find(({ derived }, index) => !derived && 'conflict' in (others[index] ?? result));
  if (!unsaved) return { ...result, also: written };
  const { resourceType: type } = unsaved.resource;
  throw refused(`Another ${type} has this identifier.`);
}

/** Whether what is taken back was never on its way: then it is not sent first. */
export async function isDropped(store: ActStore, { main: { base } }: Act): Promise<boolean> {
  if (!base || base.id !== undefined || !isOutbox(store)) return false;
  return (await store.drop(base)) === 'dropped';
}

/** What somebody else wrote holds: what contradicts it waits in no outbox any more, and nobody is asked again. */
export async function letHold(store: ActStore | undefined, theirs: Resource): Promise<void> {
  if (isOutbox(store)) await store.drop(theirs).catch(() => undefined);
}

/** Why something was not done: a store's reason, `unsent` where nobody takes what is given, `internal` where we failed. */
export type RecordReason = StoreReason | 'unsent' | 'draft' | 'load' | 'internal';

/** What the page makes of an act before it is saved: an event that was dispatched. */
export interface Offer {
  /** The page takes over: nothing is saved here. */
  readonly defaultPrevented: boolean;
  /** What the page wants to be waited for. */
  readonly outcomes: readonly Promise<unknown>[];
}

/** How an act ended, for the page to hear. */
export type News<Wire extends Resource> =
  | ({ readonly saved: Resource } & Whole)
  | ({ readonly queued: Resource } & Whole)
  /** It was taken back before it was ever on its way. */
  | { readonly dropped: Wire }
  /** The page has taken it over. */
  | { readonly hosted: Act<Wire> }
  | { readonly conflict: Wire; readonly theirs: Wire }
  | { readonly failed: RecordReason; readonly cause: unknown };

/** What the page hears of an act that got somewhere, where it stands then, and what is stored of it or waits. */
export function endOf<Wire extends Resource>(
  outcome: Exclude<Outcome<Wire, unknown>, { readonly unsent: true } | { readonly theirs: Wire }>,
  act: Act<Wire>,
  at: Date,
): readonly [News<Wire>, Delivery<Wire, never>, Resource | undefined] {
  const { resource } = act.main;
  if ('hosted' in outcome) return [{ hosted: act }, { state: outcome.hosted, at }, resource];
  if ('dropped' in outcome) return [{ dropped: resource }, { state: 'taken-back', at }, undefined];
  if ('saved' in outcome) return [outcome, { state: 'saved', at }, outcome.saved];
  return [outcome, { state: 'queued' }, outcome.queued];
}

/** All that an act has written, its main resource first; nothing where it failed or was taken back before it left. */
export function writtenBy(news: News<Resource>): readonly Resource[] {
  if ('saved' in news) return [news.saved, ...news.also];
  if ('queued' in news) return [news.queued, ...news.also];
  if (!('hosted' in news)) return [];
  const { main, also } = news.hosted;
  return [main, ...also].map(({ resource }) => resource);
}

/** ISO 8601 instant where a resource tells it, perhaps in a form that nobody can read; undefined where nothing does. */
type When = Date | string | undefined;

/** Where a value stands between the person and the record; the words on the screen follow from it. */
export type Delivery<Wire extends Resource = Resource, Contradiction extends Conflict = Conflict> =
  | { readonly state: 'idle' | 'open' | 'queued' }
  /** `from`: what is shown meanwhile is what the person sent from. */
  | { readonly state: 'sending'; readonly from: Delivery<Wire, Contradiction> }
  | { readonly state: 'kept' | 'handed-over' | 'taken-back' | 'saved' | 'sent'; readonly at: When }
  /** `intent`: what was meant, and what trying again does. */
  | { readonly state: 'failed'; readonly reason: RecordReason; readonly intent: Intent }
  | { readonly state: 'conflict'; readonly theirs: Wire; readonly items: readonly Contradiction[] };

/** An edit as far as a person can be asked which of two versions holds. */
export interface Asked {
  readonly edit: { readonly delivery: Delivery; readonly value: unknown; toResource(): Resource };
  resolve(choice: Choice): Promise<void>;
}

type Reading<Value, Wire extends Resource> = Pick<
  RecordKind<Value, Wire>,
  'read' | 'none' | 'stage' | 'about' | 'outlasts'
>;

/** How a resource was given, or was to be. */
export const intentOf = <Value, Wire extends Resource>(kind: Reading<Value, Wire>, resource: Wire): Intent =>
  kind.stage(resource) === 'withdrawn' ? 'withdraw' : 'give';

/** What an outbox says of a resource that it gave; undefined for what a store holds. */
export const standingOf = (store: ActStore | undefined, resource: Resource): Standing | undefined =>
  isOutbox(store) ? store.standingOf(resource) : undefined;

/**
 * Where a resource stands that a store gave; undefined where nobody has given it yet.
 * @param standing what an outbox says of it, where it is not confirmed
 */
export function deliveryOf<Value, Wire extends Resource>(
  kind: Reading<Value, Wire>,
  stored: Wire,
  standing: Standing | undefined,
): Delivery<Wire, never> | undefined {
  if (standing?.state === 'waiting' && standing.reason === undefined) return { state: 'queued' };
  if (standing)
    return { state: 'failed', reason: standing.reason ?? 'refused', intent: intentOf(kind, stored) };
  const stage = kind.stage(stored);
  if (stage === 'draft') return undefined;
  const at = stored.meta?.lastUpdated ?? kind.about(stored).at;
  return { state: stage === 'withdrawn' ? 'taken-back' : 'saved', at };
}

/** What a resource gives; one that was taken back gives nothing, unless that is not delivered or the kind outlasts it. */
export const givenIn = <Value, Wire extends Resource>(
  kind: Reading<Value, Wire>,
  resource: Wire,
  standing: Standing | undefined,
): Value =>
  kind.stage(resource) === 'withdrawn' && !standing && !kind.outlasts ? kind.none : kind.read(resource);

const storeReasons: Readonly<Record<StoreReason, true>> = {
  blocked: true,
  full: true,
  unavailable: true,
  refused: true,
  timeout: true,
  offline: true,
  unauthorized: true,
  invalid: true,
  expired: true,
  held: true,
  'not-loaded': true,
};

/** The reason in an error of any store, ours or the portal's; `refused` where it names none. */
export function reasonOf(error: unknown): StoreReason {
  const { reason } = (typeof error === 'object' && error !== null ? error : {}) as Partial<StoreFailure>;
  return reason !== undefined && Object.hasOwn(storeReasons, reason) ? reason : 'refused';
}

/** How long a person waits for a store or a host before the widget says that there was no reply. */
const PATIENCE_MS = 20_000;

/** The outcome of `work`, or a `timeout` failure when it takes too long; `work` itself goes on. */
function withinPatience<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const failure = new Error('No reply in time.');
      reject(Object.assign(failure, { reason: 'timeout' as const }));
    }, PATIENCE_MS);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** Hears how some work ended; after a `timeout` its late outcome still counts, and `failedLate` hears that there is none. */
export async function hearOf<Result>(
  work: Promise<Result>,
  settle: (result: Result) => void,
  fail: (reason: StoreReason, cause: unknown) => void,
  failedLate: () => void,
): Promise<void> {
  try {
    settle(await withinPatience(work));
  } catch (error) {
    fail(reasonOf(error), error);
    if (reasonOf(error) === 'timeout') work.then(settle, failedLate);
  }
}

/** Whether all of it has come within a person's patience; what comes later is taken up all the same. */
export async function haveCome(...work: readonly (Promise<unknown> | undefined)[]): Promise<boolean> {
  const outcomes = await Promise.allSettled(work.map((one) => withinPatience(Promise.resolve(one))));
  return outcomes.every(({ status }) => status === 'fulfilled');
}
