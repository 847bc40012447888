import type { Provided, Preferences, Viewer } from '../../context/provided.js';
import type { AllianceStore } from '../../context/store.js';
import { Database } from '../../store/database.js';
import { DeviceStore } from '../../store/device.js';
import { createDeviceDrafts } from '../../store/draft.js';
import { createMemoryStore } from '../../store/memory.js';

export type Storage = 'none' | 'memory' | 'device';

/** What a portal tells the widgets; as attributes of `<alliance-provider>` or as options of `provideAlliance`. */
export interface ProviderOptions extends Preferences {
  /** Who looks; `client` where absent. */
  readonly viewer?: Viewer | undefined;
  /** FHIR reference of the person whose care it is, such as `Patient/123`. */
  readonly subject?: string | undefined;
  /** FHIR reference of the person who types. */
  readonly author?: string | undefined;
  /** FHIR reference of the session; with it, sending again amends. */
  readonly encounter?: string | undefined;
  /** Where responses are kept; `none` where absent. */
  readonly storage?: Storage | undefined;
  /** Whether unsent edits are kept; `device` with `storage="device"`, otherwise `none`. Never without `subject`. */
  readonly drafts?: 'none' | 'device' | undefined;
  /** The portal's own store; wins over `storage`. */
  readonly store?: AllianceStore | undefined;
}

/** The stores of one provider, each made once and only when it is asked for. */
export class Stores {
  #memory: AllianceStore | undefined;
  #device: AllianceStore | undefined;
  readonly #database = new Database();
  readonly drafts = createDeviceDrafts(this.#database);

  storeFor({ store, storage = 'none' }: ProviderOptions): AllianceStore | undefined {
    if (store) return store;
    if (storage === 'memory') return (this.#memory ??= createMemoryStore());
    if (storage === 'device') return (this.#device ??= new DeviceStore(this.#database));
    if (storage !== 'none') {
      console.error(
        `alliance-elements: storage="${String(storage)}" is not known. Use "none", "memory" or "device".`,
      );
    }
    return undefined;
  }

  keepsDrafts({ subject, storage, drafts }: ProviderOptions): boolean {
    return subject !== undefined && (drafts ?? (storage === 'device' ? 'device' : 'none')) === 'device';
  }

  close(): void {
    this.#database.close();
  }
}

function reachOf({ store, storage }: ProviderOptions): Provided['reach'] {
  if (store) return 'server';
  return storage === 'memory' ? 'page' : storage === 'device' ? 'device' : undefined;
}

/** What crosses to the widgets. */
export function buildProvided(options: ProviderOptions, stores: Stores, signOuts: number): Provided {
  const { locale, layout, support, audience, readAloud, disabled, readOnly } = options;
  const { viewer = 'client', subject, author, encounter } = options;
  return {
    ...{ locale, layout, support, audience, readAloud, disabled, readOnly },
    ...{ viewer, subject, author, encounter },
    store: stores.storeFor(options),
    reach: reachOf(options),
    drafts: stores.keepsDrafts(options) ? stores.drafts : undefined,
    signOuts,
  };
}
