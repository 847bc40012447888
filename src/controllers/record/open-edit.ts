import type { Draft } from '../../context/drafts.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { RecordEdit } from './edit.js';
import type { RecordSource } from './record-controller.js';
import type { RecordScope } from './scope.js';
import type { SendHost } from './send-host.js';
import { RecordSender } from './sender.js';

/** What the element tells its lists of records. */
export interface RecordsSource<
  Value,
  Wire extends Resource,
  Contradiction extends Conflict = Conflict,
> extends RecordSource<Value, Wire, Contradiction> {
  /** What opens an edit; loaded with what the kind needs to change a record. */
  opening(): typeof openEdit;
  /** An act that was left was not taken, or a part of it: each list that may hold one listens anew. */
  left(): void;
}

/**
 * Opens an edit of one of many records, with what sends it: what a list loads once somebody changes something.
 * @param of a stored version (`isApart`: what was kept of it stays for later) or a draft; without it a new record
 */
export function openEdit<Value, Wire extends Resource, Contradiction extends Conflict>(
  scope: RecordScope,
  host: SendHost<Value, Wire, Contradiction>,
  of?: Wire | Draft,
  isApart = false,
): RecordSender<Value, Wire, Contradiction> {
  const edit = new RecordEdit(scope, host, of, isApart);
  if (of && 'resourceType' in of && !isApart) void edit.load();
  return new RecordSender(edit, host);
}
