import type { Draft } from '../../context/drafts.js';
import type { StoreChange } from '../../context/store.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { News } from './delivery.js';
import { RecordEdit } from './edit.js';
import type { RecordKind } from './kind.js';
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

/** What an edit tells the list that it is of. */
export interface EditedList<Value, Wire extends Resource, Contradiction extends Conflict> {
  kind(): RecordKind<Value, Wire, Contradiction>;
  /** It is still about the same person, at the same store and sign-in. */
  isSame(): boolean;
  note(news: News<Wire>, sender: RecordSender<Value, Wire, Contradiction>): void;
  hear(change: StoreChange): void;
  /** What was left is not on its way any more. */
  ended(sender: RecordSender<Value, Wire, Contradiction>): void;
}

/** The host of an edit of one of many records. */
function hostInList<Value, Wire extends Resource, Contradiction extends Conflict>(
  source: RecordsSource<Value, Wire, Contradiction>,
  list: EditedList<Value, Wire, Contradiction>,
  own: () => RecordSender<Value, Wire, Contradiction>,
): SendHost<Value, Wire, Contradiction> {
  const tell = (news: News<Wire>): void => {
    if (list.isSame()) list.note(news, own());
    source.tell(news);
  };
  return {
    ...source,
    ...{ kind: () => list.kind(), tell },
    left: (change) => {
      if (!list.isSame()) return;
      list.ended(own());
      if (change) list.hear(change);
      else source.left();
    },
    arrived: (news) => {
      if (!list.isSame()) return;
      list.ended(own());
      tell(news);
      source.changed();
    },
  };
}

/**
 * Opens an edit of one of many records, with what sends it: what a list loads once somebody changes something.
 * @param of a stored version (`isApart`: what was kept of it stays for later) or a draft; without it a new record
 */
export function openEdit<Value, Wire extends Resource, Contradiction extends Conflict>(
  scope: RecordScope,
  source: RecordsSource<Value, Wire, Contradiction>,
  list: EditedList<Value, Wire, Contradiction>,
  of?: Wire | Draft,
  isApart = false,
): RecordSender<Value, Wire, Contradiction> {
  const host: SendHost<Value, Wire, Contradiction> = hostInList(source, list, () => sender);
  const edit = new RecordEdit(scope, host, of, isApart);
  if (of && 'resourceType' in of && !isApart) void edit.load();
  const sender = new RecordSender(edit, host);
  return sender;
}
