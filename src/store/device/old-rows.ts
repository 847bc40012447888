import type { Draft } from '../../context/drafts.js';
import type { Waiting } from '../../context/store.js';
import { keyOf } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import { personOf } from '../persons.js';
import { unversioned, withoutMark } from '../meta.js';
import type { StoredResource } from '../versions.js';
import { queuedRowOf } from './rows.js';
import { UNKNOWN_PARTITION, type DraftRow, type QueuedRow } from './schema.js';

/*
 * Rows as former versions of the device's database had them, and what they are now.
 */

export interface OldDraftRow {
  readonly key: string;
  readonly subject: string;
  readonly draft: Omit<Draft, 'key' | 'kind'>;
}

export interface OldQueuedRow extends Omit<Waiting, 'derived'> {
  readonly sequence: number;
  readonly target: string;
  readonly lane: string;
  readonly subject: string;
  readonly base?: Resource | undefined;
  readonly settles?: readonly number[] | undefined;
}

export interface OldVersionRow {
  readonly subject: string;
  readonly resource: StoredResource;
}

/** What bears a mark was no stored version, whatever version it was made from. */
function unmarked<Kept extends Resource>(resource: Kept): Kept {
  const own = withoutMark(resource);
  return own === resource ? resource : unversioned(own);
}

export function draftFrom({ key, subject, draft }: OldDraftRow): DraftRow {
  const { resource, base, ...rest } = draft;
  const [, , author = ''] = key.split('/').map(decodeURIComponent); // instrument, subject, author, encounter
  const kind = 'response';
  const taken = { ...rest, key, kind, ...(author !== '' && { author }), resource: unmarked(resource) };
  return {
    ...{ partition: UNKNOWN_PARTITION, key, subject, author, kind },
    draft: { ...taken, ...(base && { base: unmarked(base) }) },
  };
}

export function waitingFrom({ target, lane, ...row }: OldQueuedRow): QueuedRow {
  const resource = unmarked(row.resource);
  const key = keyOf(resource) ?? lane;
  return queuedRowOf(target, {
    ...row,
    ...{ resource, key, lane: key, needs: [], act: `version 2 ${row.sequence}` },
    ...(row.base && { base: unmarked(row.base) }),
    ...{ subject: personOf(resource) || row.subject, derived: isDerived(resource), isTried: true },
  });
}

/** Version 2 guessed it. */
const isDerived = (resource: Resource): boolean =>
  resource.resourceType === 'Provenance' ||
  (resource.resourceType === 'Observation' && 'derivedFrom' in resource);
