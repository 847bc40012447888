import { createContext } from '@lit/context';
import type { Viewer } from '../domain/told.js';
import type { DraftStore } from './drafts.js';
import type { ActStore } from './store.js';

export type { Audience, Viewer } from '../domain/told.js';
export type Layout = 'auto' | 'horizontal' | 'vertical';
export type Support = 'standard' | 'easy';

/** What a widget may set itself and otherwise inherits from the provider. */
export interface Preferences {
  readonly locale?: string | undefined;
  readonly layout?: Layout | undefined;
  readonly support?: Support | undefined;
  /** Space-separated {@link Audience} tokens. */
  readonly audience?: string | undefined;
  readonly readAloud?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
}

/** Who looks, whose care, which session, which language, which store. */
export interface Provided extends Preferences {
  readonly viewer: Viewer;
  /** FHIR references such as `Patient/123`. */
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  readonly encounter?: string | undefined;
  /** References of the other side: who receives, and whose acceptance is awaited. */
  readonly partner?: readonly string[] | undefined;
  readonly store?: ActStore | undefined;
  /** How far a save gets: words may not claim more. */
  readonly reach?: 'page' | 'device' | 'server' | undefined;
  /** On the device where the portal asks for it, otherwise of the page; none where it is not known whose they would be. */
  readonly drafts?: DraftStore | undefined;
  /** How many saves of each resource type wait to be sent; what follows from others (scores) is not counted. */
  readonly waiting?: Readonly<Record<string, number>> | undefined;
  /** Counts sign-outs: a new number ends every edit and nothing of it may be written any more. */
  readonly signOuts: number;
  /** When somebody last signed out on this device, ISO 8601 instant; '' where nobody did. */
  readonly lastSignOut?: string | undefined;
  /**
   * Aborted when the present person has signed out: heard also by an edit whose widget was taken out of the page before.
   */
  readonly signedOut?: AbortSignal | undefined;
}

/** By `Symbol.for`, so that two copies of the library on a page find each other's provider. */
export const providedContext = createContext<Provided | undefined>(
  Symbol.for('alliance-elements/provided/1'),
);
