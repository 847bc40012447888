import { ContextProvider } from '@lit/context';
import { isOutbox, type ActStore, type WaitingCounts } from '../../context/store.js';
import { providedContext, type Provided } from '../../context/provided.js';
import { AllianceErrorEvent } from '../../controllers/widget/events.js';
import { sameReference } from '../../domain/identity.js';
import type { Elsewhere } from './elsewhere.js';
import { buildProvided, draftsOf, orNone, type ProviderOptions } from './build-provided.js';
import { lastSignOut, markSignOut, SignOuts } from './sign-outs.js';
import { Stores } from './stores.js';
import { WaitingCount } from './waiting-count.js';

/** Who signs out: one person by their reference, or everybody who has used the device. */
export type SignedOut = string | { readonly all: true } | null | undefined;

/** What the element needs of a provision. */
export interface Provision {
  /** The store in use, if any. */
  readonly store: ActStore | undefined;
  /** The options have changed. */
  refresh(): void;
  /** Hears of sign-outs elsewhere, also of one that happened while it rested. */
  listen(): Promise<void>;
  rest(): void;
  /**
   * Sign-out: ends every edit here and in other tabs, then removes all that is kept about `subject` (by default the
   * present one; everything where there is none, and with `all`), whatever this page is set to.
   */
  clear(whose?: SignedOut): Promise<void>;
  /** The person has signed in again: what waits is sent now. */
  retry(): Promise<void>;
  /** Provides nothing any more. */
  stop(): void;
}

/** What a portal holds in its hand after `provideAlliance`. */
export interface AllianceProvision extends Omit<Provision, 'refresh' | 'listen' | 'rest'> {
  /** Changes some options; the rest stays. */
  update(options: ProviderOptions): void;
}

/** Provides what `read` gives to the widgets inside `node`. */
export function provide(node: HTMLElement, read: () => ProviderOptions): Provision {
  const stores = new Stores(() => ({ subject: provided.subject, author: provided.author }));
  let signOuts = 0;
  const signedOutAt = lastSignOut();
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
    const signedOut = told.signalOf(orNone(read().subject));
    return buildProvided(read(), around, { signOuts, lastSignOut: signedOutAt, waiting, signedOut });
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
  const begin = (): void => {
    signOuts += 1;
    refresh();
  };
  /** A person has left, or all. Whoever begins after it finds nothing of theirs, once `forgotten` is done. */
  const leave = async (subject: string | undefined, forgotten: () => Promise<void>): Promise<void> => {
    const present = orNone(read().subject);
    const isPresent = subject === undefined || (present !== undefined && sameReference(subject, present));
    told.tell(isPresent ? present : subject);
    if (subject === undefined) told.tell(undefined);
    if (isPresent) begin();
    try {
      await forgotten();
    } finally {
      if (isPresent) begin();
    }
  };
  let known = signedOutAt;
  /** Somebody has left in another tab, or while the page was away. */
  const leftElsewhere = (subject: string | undefined): void => {
    known = lastSignOut();
    void leave(subject, () => stores.forget(subject));
  };
  /** A page that was kept to go back to was told nothing meanwhile, and the part that hears may never be loaded. */
  const look = (): void => {
    if (lastSignOut() !== known) leftElsewhere(undefined);
  };
  /** Which time it is that this listens; 0 while it rests. */
  let turn = 0;
  let turns = 0;
  let elsewhere: Elsewhere | undefined;
  const listen = async (): Promise<void> => {
    const mine = (turn = turns += 1);
    look();
    globalThis.addEventListener('pageshow', look);
    // Without a network other tabs are heard by what they do to the store
    const part = await import('./elsewhere.js').catch(() => undefined);
    if (turn === mine) elsewhere ??= part?.hearSignOuts(leftElsewhere);
  };
  const rest = (): void => {
    turn = 0;
    globalThis.removeEventListener('pageshow', look);
    elsewhere?.stop();
    elsewhere = undefined;
  };
  void listen();
  provider.hostConnected(); // tells widgets that were there before
  count.follow(provided.store, provided.subject);
  return {
    get store() {
      return provided.store;
    },
    ...{ refresh, listen, rest },
    async clear(whose = read().subject) {
      const subject = typeof whose === 'object' ? undefined : orNone(whose);
      if (!elsewhere) look();
      markSignOut(new Date().toISOString());
      known = lastSignOut();
      const isResting = turn === 0;
      const used = [provided.store, draftsOf(read(), around)];
      try {
        await leave(subject, () => stores.clear(subject, used));
      } finally {
        await listen();
        elsewhere?.tell(subject);
        if (isResting) rest();
      }
    },
    async retry() {
      await stores.retry();
      if (isOutbox(provided.store)) await provided.store.deliver();
    },
    stop() {
      stores.stop();
      rest();
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
