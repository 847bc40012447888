import { ContextProvider } from '@lit/context';
import { providedContext } from '../../context/provided.js';
import { buildProvided, Stores, type ProviderOptions } from './build-provided.js';

/** What a portal holds in its hand after `provideAlliance`. */
export interface AllianceProvision {
  /** Changes some options; the rest stays. */
  update(options: ProviderOptions): void;
  /**
   * Sign-out: ends every edit, then removes from the store and the drafts all that is kept about `subject` (by default
   * the present one; everything where there is none).
   */
  clear(subject?: string): Promise<void>;
  /** Provides nothing any more. */
  stop(): void;
}

/**
 * Does for any node what `<alliance-provider>` does as an element.
 * @param node the element round the widgets, for example `document.body`
 */
export function provideAlliance(node: HTMLElement, options: ProviderOptions = {}): AllianceProvision {
  const stores = new Stores();
  let current = options;
  let signOuts = 0;
  const build = () => buildProvided(current, stores, signOuts);
  const provider = new ContextProvider(node, { context: providedContext, initialValue: build() });
  provider.hostConnected(); // tells widgets that were there before
  return {
    update(changes) {
      current = { ...current, ...changes };
      provider.setValue(build());
    },
    async clear(subject = current.subject) {
      const { store } = build();
      if (subject === current.subject || subject === undefined) {
        signOuts += 1;
        provider.setValue(build());
      }
      await Promise.all([store?.clear(subject), stores.drafts.clear(subject)]);
    },
    stop() {
      node.removeEventListener('context-request', provider.onContextRequest);
      node.removeEventListener('context-provider', provider.onProviderRequest);
      provider.hostConnected(); // lets widgets ask again: an outer provider may answer
      stores.close();
    },
  };
}
