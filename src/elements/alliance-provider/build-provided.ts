import type { DraftStore } from '../../context/drafts.js';
import type { Provided, Preferences, Viewer } from '../../context/provided.js';
import type { ActStore, AllianceStore } from '../../context/store.js';
import type { Stores } from './stores.js';

export type Storage = 'none' | 'memory' | 'device' | 'fhir';

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
  /**
   * References of the other side, separated by spaces: who receives, and whose acceptance is awaited. Nobody is named
   * where it is absent.
   */
  readonly partner?: string | undefined;
  /** Where responses are kept; `none` where absent. */
  readonly storage?: Storage | undefined;
  /** Whether unsent edits are kept after the page; `device` with `storage="device"`, otherwise `none`. Never without `subject`. */
  readonly drafts?: 'none' | 'device' | undefined;
  /** The portal's own store; wins over `storage`. */
  readonly store?: AllianceStore | undefined;
  /** Address of a FHIR R4 server, for `storage="fhir"`. */
  readonly fhirBase?: string | undefined;
  /** The portal's `fetch`, which carries its sign-in; the browser's where absent. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * What keeps a save that could not be delivered, for `storage="fhir"` and a portal's store: `memory` as long as the
   * page lives, `device` across reloads.
   */
  readonly outbox?: 'memory' | 'device' | undefined;
  /**
   * What is kept on the device is kept apart by it: two clinics on one origin both have a `Patient/1`. The address of
   * `fhirBase` where absent.
   */
  readonly partition?: string | undefined;
}

/** What a store needs to know of the provider round it. */
export interface Surroundings {
  readonly stores: Stores;
  readonly options: () => ProviderOptions;
  readonly onUnauthorized: () => void;
}

/**
 * The whole address of the server, without a slash at its end; undefined where there is none. Nothing can be found below
 * one with a query, and one with a password would be kept on the device.
 */
function addressOf({ fhirBase }: ProviderOptions): string | undefined {
  if (!fhirBase || !URL.canParse(fhirBase, document.baseURI)) return undefined;
  const { href, origin, pathname } = new URL(fhirBase, document.baseURI);
  return href === origin + pathname ? href.replace(/\/+$/, '') : undefined;
}

function partitionOf(options: ProviderOptions): string {
  return options.partition ?? addressOf(options) ?? '';
}

function serverAt(base: string, around: Surroundings): AllianceStore {
  return around.stores.server({
    base,
    fetch: (...args) => (around.options().fetch ?? globalThis.fetch)(...args),
    onUnauthorized: around.onUnauthorized,
  });
}

let isToldNoPartition = false;

/** Where the device keeps what is for a portal's own store; without a name it could reach another's on the same origin. */
function namedPartitionOf(options: ProviderOptions): string | undefined {
  const partition = options.store ? orNone(options.partition) : partitionOf(options);
  if (partition === undefined && !isToldNoPartition) {
    isToldNoPartition = true;
    console.error(
      'alliance-elements: on the device a store of your own needs a name. Set partition="…"; until then what waits is kept as long as the page.',
    );
  }
  return partition;
}

/** The portal's store or a server's, with an outbox over it; one of the device or page, which need none. */
function storeOf(options: ProviderOptions, around: Surroundings): ActStore | undefined {
  const { store, storage, fhirBase } = options;
  const { stores } = around;
  const keep = (over: AllianceStore, isOwn = false): ActStore =>
    stores.outbox(over, options.outbox === 'device' ? namedPartitionOf(options) : undefined, isOwn);
  if (store) return keep(store, true);
  if (storage === 'fhir') {
    const address = addressOf(options);
    if (address !== undefined) return keep(serverAt(address, around));
    // It may hold a password: only what is wrong with it is told
    console.error(
      fhirBase
        ? 'alliance-elements: fhir-base is no address of a server without a query, user or password. Set fhir-base="https://…"; let your "fetch" add the rest.'
        : 'alliance-elements: storage="fhir" needs the address of a server. Set fhir-base="https://…".',
    );
    return undefined;
  }
  if (storage === 'memory') return stores.memory;
  if (storage === 'device') return stores.onDevice(partitionOf(options)).store;
  const given: string = storage ?? 'none';
  if (given !== 'none') {
    console.error(
      `alliance-elements: storage="${given}" is not known. Use "none", "memory", "device" or "fhir".`,
    );
  }
  return undefined;
}

/** Where the portal asks for unsent edits to be kept: on the device, else as long as the page lives. */
export function draftsOf(options: ProviderOptions, { stores }: Surroundings): DraftStore {
  const { storage, drafts } = options;
  const wanted = drafts ?? (storage === 'device' ? 'device' : 'none');
  const partition = wanted === 'device' ? namedPartitionOf(options) : undefined;
  return partition === undefined ? stores.drafts : stores.onDevice(partition).drafts;
}

function reachOf({ store, storage }: ProviderOptions): Provided['reach'] {
  if (store || storage === 'fhir') return 'server';
  return storage === 'memory' ? 'page' : storage === 'device' ? 'device' : undefined;
}

/** An empty reference names nobody. */
export const orNone = (reference: string | null | undefined): string | undefined =>
  reference === '' || reference === null ? undefined : reference;

/** References in an attribute such as `Practitioner/1 PractitionerRole/2`. */
const referencesIn = (references: string | null | undefined): readonly string[] =>
  (references ?? '').split(/\s+/).filter((reference) => reference !== '');

/** What crosses to the widgets. */
export function buildProvided(
  options: ProviderOptions,
  around: Surroundings,
  counts: Required<Pick<Provided, 'signOuts' | 'lastSignOut' | 'waiting' | 'signedOut'>>,
): Provided {
  const { locale, layout, support, audience, readAloud, disabled, readOnly } = options;
  const { viewer, subject, author, encounter } = options;
  return {
    ...{ locale, layout, support, audience, readAloud, disabled, readOnly },
    // A removed attribute is null: the same as none
    ...{ viewer: viewer ?? 'client', subject: orNone(subject) },
    ...{ author: orNone(author), encounter: orNone(encounter) },
    partner: referencesIn(options.partner),
    store: storeOf(options, around),
    reach: reachOf(options),
    drafts: subject ? draftsOf(options, around) : undefined,
    ...counts,
  };
}
