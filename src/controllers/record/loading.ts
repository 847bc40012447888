import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { Draft } from '../../context/drafts.js';
import { haveCome } from './delivery.js';
import type { RecordEdit } from './edit.js';
import type { EditDraft } from './edit-draft.js';
import { isShared } from './gate.js';
import { storedOf } from './scope.js';
import type { EditHost } from './writing.js';

/**
 * Looks for what the record and the device hold, side by side: neither waits for the other, and neither is waited for longer
 * than a person would.
 * @param resume goes on from a draft; whether it did
 */
export async function loadInto<Value, Wire extends Resource, Contradiction extends Conflict>(
  edit: RecordEdit<Value, Wire, Contradiction>,
  host: EditHost<Value, Wire, Contradiction>,
  drafts: EditDraft,
  resume: (draft: Draft) => boolean,
): Promise<void> {
  const search = edit.base ? undefined : storedOf(host.kind(), edit.scope);
  if (!search && !drafts.isKept) return;
  edit.isLoading = true;
  const found = search?.then((stored) => {
    if (stored && !edit.isEnded && !edit.isNewest) find(edit, host, stored);
  });
  const hasCome = await haveCome(found, drafts.open(resume));
  edit.isLoading = false;
  if (edit.isEnded) return;
  if (!hasCome && !edit.isNewest) edit.notice = 'load';
  host.changed();
}

/** A stored version was found; a draft stays, unless it says the same. */
function find<Value, Wire extends Resource, Contradiction extends Conflict>(
  edit: RecordEdit<Value, Wire, Contradiction>,
  host: EditHost<Value, Wire, Contradiction>,
  stored: Wire,
): void {
  const kind = host.kind();
  if (!isShared(kind, edit.scope, stored)) edit.replace(stored);
  else if (!edit.base && !edit.resumed) edit.adopt(stored);
  else if (edit.resumed && kind.same(edit.value, edit.valueIn(stored))) {
    edit.replace(stored);
    void edit.dropDraft();
  }
  host.changed();
}
