import { ContextProvider } from '@lit/context';
import { isOutbox, type ActStore } from '../../context/store.js';
import { providedContext, type Provided } from '../../context/provided.js';
import { AllianceErrorEvent } from '../../controllers/widget/events.js';
import { buildProvided, draftsOf, type ProviderOptions } from './build-provided.js';
import { Stores } from './stores.js';
import { WaitingCount, type WaitingCounts } from './waiting-count.js';

/** Tells the edits about a person that this person has signed out, wherever the widgets are by then. */
class SignOuts {
  readonly #present = new Map<string | undefined, AbortController>();

  /** Aborted at the next sign-out of `subject`. */
  signalOf(subject: string | undefined): AbortSignal {
    const present = this.#present.get(subject) ?? new AbortController();
    this.#present.set(subject, present);
    return present.signal;
  }

  /** @param subject undefined where everything about everybody is forgotten */
  tell(subject: string | undefined): void {
    for (const [one, present] of this.#present) {
      if (subject !== undefined && one !== subject) continue;
      this.#present.delete(one);
      present.abort();
    }
  }
}

/** What the element needs of a provision. */
export interface Provision {
  /** The store in use, if any. */
  readonly store: ActStore | undefined;
  /** The options have changed. */
  refresh(): void;
  /**
   * Sign-out: ends every edit, then removes from the store and the drafts all that is kept about `subject` (by default
   * the present one; everything where there is none).
   */
  clear(subject?: string): Promise<void>;
  /** The person has signed in again: what waits is sent now. */
  retry(): Promise<void>;
  /** Provides nothing any more. */
  stop(): void;
}

/** What a portal holds in its hand after `provideAlliance`. */
export interface AllianceProvision extends Omit<Provision, 'refresh'> {
  /** Changes some options; the rest stays. */
  update(options: ProviderOptions): void;
}

/** Provides what `read` gives to the widgets inside `node`. */
export function provide(node: HTMLElement, read: () => ProviderOptions): Provision {
  const stores = new Stores(() => ({ subject: provided.subject, author: provided.author }));
  let signOuts = 0;
  const told = new SignOuts();
  const onUnauthorized = (): void => {
    node.dispatchEvent(new AllianceErrorEvent('unauthorized'));
  };
  const around = { stores, options: read, onUnauthorized };
  let waiting: WaitingCounts = {};
  const count = new WaitingCount((counted) => {
    waiting = counted;
    refresh();
  });
  const build = (): Provided => {
    const { subject } = read();
    return buildProvided(read(), around, {
      signOuts,
      waiting,
      signedOut: told.signalOf(subject ?? undefined),
    });
  };
  let provided = build();
  const provider = new ContextProvider(node, { context: providedContext, initialValue: provided });
  const refresh = (): void => {
    const { subject, author } = provided;
    provided = build();
    provider.setValue(provided);
    count.follow(provided.store, provided.subject);
    if (provided.subject !== subject || provided.author !== author) stores.deliver();
  };
  provider.hostConnected(); // tells widgets that were there before
  count.follow(provided.store, provided.subject);
  return {
    get store() {
      return provided.store;
    },
    refresh,
    async clear(subject = read().subject) {
      const { store } = provided;
      told.tell(subject);
      if (subject === read().subject) {
        signOuts += 1;
        refresh();
      }
      // Drafts first: the store tells other tabs, which then start afresh and must not find a draft any more
      const drafts = new Set([stores.drafts, draftsOf(read(), around)]);
      const outcomes = await Promise.allSettled([...drafts].map((kept) => kept.clear(subject)));
      await store?.clear(subject);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    },
    async retry() {
      await stores.retry();
      if (isOutbox(provided.store)) await provided.store.deliver();
    },
    stop() {
      stores.stop();
      count.follow(undefined, undefined);
      node.removeEventListener('context-request', provider.onContextRequest);
      node.removeEventListener('context-provider', provider.onProviderRequest);
      provider.setValue(undefined); // widgets ask again: an outer provider may answer
    },
  };
}

/**
 * Does for any node what `<alliance-provider>` does as an element.
 * @param node the element round the widgets, for example `document.body`
 */
export function provideAlliance(node: HTMLElement, options: ProviderOptions = {}): AllianceProvision {
  let current = options;
  const provision = provide(node, () => current);
  return {
    update(changes) {
      current = { ...current, ...changes };
      provision.refresh();
    },
    get store() {
      return provision.store;
    },
    clear: provision.clear,
    retry: provision.retry,
    stop: provision.stop,
  };
}
