import type { ReactiveController } from 'lit';
import type { Draft } from '../../src/context/drafts.js';
import { newId } from '../../src/context/new-id.js';
import type { Provided } from '../../src/context/provided.js';
import type { News } from '../../src/controllers/record/delivery.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import { RecordController } from '../../src/controllers/record/record-controller.js';
import { openEdit } from '../../src/controllers/record/open-edit.js';
import { RecordsController } from '../../src/controllers/record/records-controller.js';
import type { RecordSender } from '../../src/controllers/record/sender.js';
import type { Conflict } from '../../src/domain/record.js';
import { readAudience } from '../../src/domain/told.js';
import type { Resource } from '../../src/fhir/resource.js';
import type { Page } from './grounds.js';

/** Where one person works on records of one kind, with no element round it. */
export interface Desk<Value, Wire extends Resource, Contradiction extends Conflict> {
  /** How acts ended, in their order. */
  readonly news: readonly News<Wire>[];
  /** What the page makes of the next acts. */
  offer: { defaultPrevented: boolean; outcomes: Promise<unknown>[] };
  /** A record that is not there yet. */
  begin(): RecordSender<Value, Wire, Contradiction>;
  /** The record that is stored, once it was found. */
  stored(): RecordSender<Value, Wire, Contradiction> | undefined;
  /** The record that was kept and not given, once it was found. */
  kept(): RecordSender<Value, Wire, Contradiction> | undefined;
  /** Of many: all that is stored or kept, what is open, and the edit of one of them. */
  all(): readonly Wire[];
  drafts(): readonly Draft[];
  /** There is something that the one who looks was not told to. */
  hasHidden(): boolean;
  /** Of many: what could not be looked for. */
  notice(): 'load' | undefined;
  open(): readonly RecordSender<Value, Wire, Contradiction>[];
  edit(of: Wire | Draft, isApart?: boolean): RecordSender<Value, Wire, Contradiction>;
  /** Of many: what the page keeps in place of a store, and what another list has written. */
  take(resources: readonly Resource[] | undefined): void;
  hold(resource: Resource): void;
  /** Of many: lets an idea go, and brings it back. */
  remove(draft: Draft): Promise<void>;
  restore(draft: Draft): Promise<void>;
  /** The person stops for now. */
  pause(): Promise<void>;
  /** Another person, session or sign-in. */
  provide(changes: Partial<Provided>): void;
  /** The page is closed. */
  leave(): void;
}

const desks = new Set<{ leave(): void }>();

export function leaveDesks(): void {
  for (const desk of desks) desk.leave();
  desks.clear();
}

/** Time that goes on by a second at each look, so that later is later on the fastest machine. */
let ticks = Date.parse('2026-11-24T10:00:00Z');
const now = (): Date => new Date((ticks += 1000));

export function deskOn<Value, Wire extends Resource, Contradiction extends Conflict>(
  kind: RecordKind<Value, Wire, Contradiction>,
  page: Page,
  about: Partial<Provided> = {},
): Desk<Value, Wire, Contradiction> {
  const controllers: ReactiveController[] = [];
  const element = {
    isConnected: true,
    updateComplete: Promise.resolve(true),
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
  };
  const person = { subject: 'Patient/1', author: 'Patient/1', encounter: 'Encounter/1' };
  let provided: Provided = { viewer: 'client', ...person, ...page, signOuts: 0, ...about };
  const news: News<Wire>[] = [];
  const offer = { defaultPrevented: false, outcomes: [] as Promise<unknown>[] };
  const source = {
    kind: () => kind,
    opening: () => openEdit,
    provided: () => provided,
    language: () => 'en',
    completion: () => 'self' as const,
    told: () => readAudience(provided.audience ?? '').told,
    now,
    newId,
    offer: () => offer,
    tell: (told: News<Wire>) => void news.push(told),
    changed: () => undefined,
    begun: () => undefined,
    left: (): void => records?.watch(),
  };
  const records: RecordsController<Value, Wire, Contradiction> | undefined = kind.list
    ? new RecordsController(element, source)
    : undefined;
  const record = kind.list ? undefined : new RecordController(element, source);
  const follow = (): void => (records ?? record)?.follow();
  for (const controller of controllers) controller.hostConnected?.();
  follow();

  const ofOne = (
    holds: (sender: RecordSender<Value, Wire, Contradiction>) => boolean,
  ): RecordSender<Value, Wire, Contradiction> | undefined => {
    const sender = record?.sender;
    return sender && !sender.edit.isLoading && holds(sender) ? sender : undefined;
  };
  const ofMany = (first: Wire | Draft | undefined) => first && records?.edit(first);
  const desk: Desk<Value, Wire, Contradiction> = {
    news,
    offer,
    begin: () => (records ? records.edit() : record!.sender!),
    stored: () => ofMany(records?.stored[0]) ?? ofOne(({ edit }) => edit.base !== undefined),
    kept: () => ofMany(records?.drafts[0]) ?? ofOne(({ edit }) => edit.isTouched),
    all: () => records?.stored ?? [],
    drafts: () => records?.drafts ?? [],
    hasHidden: () => (records ? records.hasHidden : (record?.edit?.isHidden ?? false)),
    notice: () => records?.notice,
    open: () => records?.open ?? [],
    edit: (of, isApart) => records!.edit(of, isApart),
    take: (resources) => records!.take(resources),
    hold: (resource) => records!.hold(resource),
    remove: (draft) => records!.kept.remove(draft),
    restore: (draft) => records!.kept.restore(draft),
    async pause() {
      for (const sender of records?.open ?? []) await records?.close(sender);
      await record?.edit?.end(false);
    },
    provide(changes) {
      provided = { ...provided, ...changes };
      follow();
    },
    leave() {
      element.isConnected = false;
      for (const controller of controllers) controller.hostDisconnected?.();
    },
  };
  desks.add(desk);
  return desk;
}
