import type { Provided, Preferences, Viewer } from '../../context/provided.js';
import type { AllianceStore } from '../../context/store.js';
import type { Stores } from './stores.js';

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

function storeOf({ store, storage }: ProviderOptions, stores: Stores): AllianceStore | undefined {
  if (store) return store;
  if (storage === 'memory' || storage === 'device') return stores[storage];
  const given: string = storage ?? 'none';
  if (given !== 'none') {
    console.error(`alliance-elements: storage="${given}" is not known. Use "none", "memory" or "device".`);
  }
  return undefined;
}

/** Whether the portal asks for unsent edits to be kept on the device. */
export function wantsDrafts({ storage, drafts }: ProviderOptions): boolean {
  return (drafts ?? (storage === 'device' ? 'device' : 'none')) === 'device';
}

function reachOf({ store, storage }: ProviderOptions): Provided['reach'] {
  if (store) return 'server';
  return storage === 'memory' ? 'page' : storage === 'device' ? 'device' : undefined;
}

/** An empty reference names nobody. */
const orNone = (reference: string | null | undefined): string | undefined =>
  reference === '' || reference === null ? undefined : reference;

/** What crosses to the widgets. */
export function buildProvided(options: ProviderOptions, stores: Stores, signOuts: number): Provided {
  const { locale, layout, support, audience, readAloud, disabled, readOnly } = options;
  const { viewer, subject, author, encounter } = options;
  return {
    ...{ locale, layout, support, audience, readAloud, disabled, readOnly },
    // A removed attribute is null: the same as none
    ...{ viewer: viewer ?? 'client', subject: orNone(subject) },
    ...{ author: orNone(author), encounter: orNone(encounter) },
    store: storeOf(options, stores),
    reach: reachOf(options),
    drafts: subject && wantsDrafts(options) ? stores.drafts : undefined,
    signOuts,
  };
}
