import type {
  AllianceStore,
  Outbox,
  Save,
  SaveOptions,
  SaveResult,
  SearchParams,
  Standing,
  StoreChange,
  Waiting,
  WaitingCounts,
  WatchOptions,
} from '../../context/store.js';
import type { Bundle, Resource } from '../../fhir/resource.js';
import { inOrder } from '../acts.js';
import { checked } from '../asked.js';
import { Learnt } from '../learnt.js';
import { personOf, requirePerson, requireResource } from '../persons.js';
import { lenientMatcherOf } from '../search.js';
import type { Surroundings } from '../surroundings.js';
import { Watchers } from '../watchers.js';
import { Awaited } from './awaited.js';
import { Delivery, type DeliveryOptions } from './delivery.js';
import { sendNow } from './immediate.js';
import { dropFrom } from './drop.js';
import { Standings } from './lane.js';
import { LeftConflicts } from './left.js';
import type { QueuedEntry } from './queue.js';
import { bundleOf, readOver, searchOver, waitingIn, type Reading } from './reading.js';
import { prepared, rowsOf } from './rows.js';
import { requireIn, SignOuts, whileIn, type HasLeft } from './sign-outs.js';

export interface OutboxOptions extends Surroundings, DeliveryOptions {
  /** Tells other tabs that the queue changed, and calls back when they do. */
  readonly channel?: BroadcastChannel | undefined;
}

const placeOf = ({ sequence }: QueuedEntry): number => sequence;
const subjectOf = ({ resource }: Save): string => personOf(resource);

/**
 * Keeps every save until the store has confirmed it. A save is written down before it is sent and crossed out after the
 * outcome is known, so that a crash in between sends it again; the store's own comparison makes that once.
 */
class QueueingStore implements Outbox {
  readonly #watchers = new Watchers(lenientMatcherOf);
  readonly #standings = new Standings();
  readonly #listeners = new Set<() => void>();
  readonly #signOuts = new SignOuts();
  /** What those who watch were told last. */
  readonly #learnt = new Learnt();
  readonly #delivery: Delivery;
  readonly #left: LeftConflicts;
  /** What a save that was stopped was told here with: somebody else's version, or its own where it was refused. */
  readonly #told = new Map<number, string | undefined>();

  constructor(
    private readonly store: AllianceStore,
    private readonly options: OutboxOptions,
  ) {
    options.channel?.addEventListener('message', this.#tellListeners);
    const told = ({ sequence }: QueuedEntry, seen: Resource | undefined): void =>
      void this.#told.set(sequence, seen?.meta?.versionId);
    const { queue, present } = options;
    const left = new LeftConflicts({ store, queue, present, standings: this.#standings, told });
    this.#left = left;
    this.#delivery = new Delivery(store, options, this.#signOuts, {
      standings: this.#standings,
      conflict: (entry, theirs) => {
        told(entry, theirs);
        left.met(entry);
      },
      refused: told,
      left: () => left.tell(),
      watchers: (change) => {
        // By the time it is known how a save ended, a newer version may have been found
        if (this.#isNews(change)) this.#watchers.tell(change);
      },
      changed: this.#changed,
    });
  }

  get #read(): Reading {
    const { queue, present } = this.options;
    return { store: this.store, queue, standings: this.#standings, present: present?.() };
  }

  get isLasting(): boolean {
    return this.options.queue.isLasting;
  }

  async save(resource: Resource, base?: Resource): Promise<SaveResult> {
    const [result] = (await this.saveAll([{ resource, base }])) as [SaveResult];
    return result;
  }

  async saveAll(given: readonly Save[], { late = true }: SaveOptions = {}): Promise<SaveResult[]> {
    const hasLeft = this.#signOuts.since();
    const saves = given.map((save) => {
      requireResource(save.resource);
      requirePerson(save.resource);
      return prepared(save, this.options.newId);
    });
    const parts = inOrder(saves);
    const ordered = parts.map(({ save }) => save);
    const entries = late ? await this.#writeDown(ordered, hasLeft) : undefined;
    const main = entries?.[parts.findIndex(({ index }) => index === 0)];
    // A queue that cannot be written must not stand in the way of a store that can be reached
    const results = entries
      ? await this.#deliver(new Awaited(entries, main), hasLeft)
      : await sendNow(
          whileIn(this.store, ordered.map(subjectOf), hasLeft),
          ordered,
          late ? undefined : { ...this.options, isAway: this.#delivery.isTooEarly },
        );
    return parts
      .map(({ index }, place) => ({ index, result: results[place] }))
      .sort((one, other) => one.index - other.index)
      .flatMap(({ result }) => result ?? []);
  }

  /** Nothing where the queue cannot be written. */
  async #writeDown(saves: readonly Save[], hasLeft: HasLeft): Promise<readonly QueuedEntry[] | undefined> {
    const { newId, now, queue, present } = this.options;
    const subjects = saves.map(subjectOf);
    const { author } = present?.() ?? {};
    const making = { queue, newId, author, queuedAt: now().toISOString(), told: this.#told };
    const rows = await rowsOf(saves, making).catch(() => undefined);
    requireIn(subjects, hasLeft);
    const entries = rows && (await queue.add(rows).catch(() => undefined));
    // What was written down after a sign-out had removed the rest
    if (entries && subjects.some(hasLeft))
      await queue.change([], entries.map(placeOf)).catch(() => undefined);
    requireIn(subjects, hasLeft);
    return entries;
  }

  async #deliver(awaited: Awaited, hasLeft: HasLeft): Promise<readonly SaveResult[]> {
    this.#changed();
    await this.#delivery.act(awaited, hasLeft);
    const { entries, results, standings } = awaited;
    return entries.map(({ sequence, resource }) => {
      const standing = standings.get(sequence) ?? { state: 'waiting' };
      return results.get(sequence) ?? { queued: this.#standings.give(resource, standing) };
    });
  }

  standingOf(resource: Resource): Standing | undefined {
    return this.#standings.of(resource);
  }

  async drop(resource: Resource, isGivenUp = false): Promise<'dropped' | 'maybe-sent'> {
    const { queue, alone } = this.options;
    const { places, isUnsure } = await dropFrom(queue, alone, resource, isGivenUp);
    this.#delivery.dropped(places);
    if (places.length > 0) this.#changed();
    return isUnsure ? 'maybe-sent' : 'dropped';
  }

  read(type: string, id: string): Promise<Resource | undefined> {
    return readOver(this.#read, type, id);
  }

  search(type: string, params: SearchParams): Promise<Resource[]> {
    return searchOver(this.#read, type, params);
  }

  history(type: string, id: string): Promise<Resource[]> {
    return this.store.history(type, id);
  }

  watch(
    type: string,
    params: SearchParams,
    onChange: (change: StoreChange) => void,
    options?: WatchOptions,
  ): () => void {
    const learn = (change: StoreChange): void => {
      this.#isNews(change);
      onChange(change);
    };
    const stops = [
      this.#watchers.add(type, params, onChange),
      this.store.watch(type, params, learn, options),
      this.#left.add(type, params, onChange),
    ];
    void this.#delivery.tellLeft();
    return () => {
      for (const stop of stops) stop();
    };
  }

  readonly #isNews = (change: StoreChange): boolean =>
    !('saved' in change) || this.#learnt.learn(change.saved);

  async clear(subject?: string): Promise<void> {
    this.#delivery.signOut(subject);
    this.#learnt.clear();
    // Whatever one of them says, the other is cleared too
    const done = await Promise.allSettled([this.options.queue.clear(subject), this.store.clear(subject)]);
    this.#changed();
    for (const outcome of done) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async forget(subject: string | undefined): Promise<void> {
    this.#delivery.signOut(subject);
    if (!this.isLasting) await this.options.queue.clear(subject);
    this.#changed();
  }

  waiting(subject = this.options.present?.().subject): Promise<readonly Waiting[]> {
    return waitingIn(this.options.queue, subject);
  }

  count(subject: string): Promise<WaitingCounts> {
    return this.options.queue.count(subject);
  }

  onWaiting(callback: () => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  async exportWaiting(subject?: string): Promise<Bundle> {
    return bundleOf(await this.waiting(subject), this.options);
  }

  deliver(): Promise<void> {
    return this.#delivery.now();
  }

  stop(): void {
    this.#delivery.stop();
    this.options.channel?.removeEventListener('message', this.#tellListeners);
  }

  readonly #changed = (): void => {
    this.options.channel?.postMessage('changed');
    this.#tellListeners();
  };

  readonly #tellListeners = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}

export function createOutbox(store: AllianceStore, options: OutboxOptions): Outbox {
  return new QueueingStore(checked(store), options);
}
