import type { DraftStore } from '../context/drafts.js';
import type { Provided } from '../context/provided.js';
import type { AllianceStore } from '../context/store.js';
import { identityOf, type Instrument } from '../domain/instrument.js';

/** What makes an edit the same edit: when one of these changes, the edit ends. */
export interface EditKey {
  /** Which instrument it is. */
  readonly instrument: string;
  readonly isReader: boolean;
  readonly subject: string | undefined;
  readonly author: string | undefined;
  readonly encounter: string | undefined;
  readonly store: AllianceStore | undefined;
  readonly drafts: DraftStore | undefined;
  readonly signOuts: number;
}

export function editKeyOf(instrument: Instrument, provided: Provided | undefined): EditKey {
  return {
    instrument: identityOf(instrument),
    isReader: provided !== undefined && provided.viewer !== 'client',
    subject: provided?.subject,
    author: provided?.author,
    encounter: provided?.encounter,
    store: provided?.store,
    drafts: provided?.drafts,
    signOuts: provided?.signOuts ?? 0,
  };
}

export function sameEdit(one: EditKey, other: EditKey): boolean {
  return (Object.keys(one) as (keyof EditKey)[]).every((part) => one[part] === other[part]);
}

const partsOf = ({ instrument, subject, author, encounter }: EditKey): string =>
  [instrument, subject, author, encounter].map((part) => encodeURIComponent(part ?? '')).join('/');

/** Where the draft of an edit is kept; undefined where there is nobody whose draft it could be. */
export function draftKeyOf(key: EditKey): string | undefined {
  return key.subject === undefined ? undefined : partsOf(key);
}

/** The identifier that every device finds for the same response; undefined where each load starts a new one. */
export function responseIdentifierOf(key: EditKey): string | undefined {
  return key.subject === undefined || key.encounter === undefined ? undefined : partsOf(key);
}
