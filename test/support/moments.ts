import { newId } from '../../src/context/new-id.js';
import type { Viewer } from '../../src/context/provided.js';
import { raiseKind, threadKind } from '../../src/controllers/kinds/moment-parts.js';
import * as momentWriting from '../../src/controllers/kinds/moment-writing.js';
import { momentKind, toldOfMoments } from '../../src/controllers/kinds/moment.js';
import {
  linkOfMoment,
  momentIdOf,
  SharedMoments,
  type DrawnMoment,
  type MomentKinds,
} from '../../src/controllers/kinds/shared-moments.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import { openEdit } from '../../src/controllers/record/open-edit.js';
import { RecordsController } from '../../src/controllers/record/records-controller.js';
import type { RecordSender } from '../../src/controllers/record/sender.js';
import type { MomentOutcome } from '../../src/domain/empathy/acts.js';
import type { Actor } from '../../src/domain/empathy/refusals.js';
import type { Moment, Raise, ThreadEntry } from '../../src/domain/empathy/moment.js';
import type { Link } from '../../src/domain/link.js';
import type { Resource } from '../../src/fhir/resource.js';
import type { Page } from './grounds.js';
import { until } from './until.js';

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const authors = { ...parties, supervisor: 'Practitioner/2' };
const writing = { load: () => Promise.resolve(momentWriting), required: momentWriting };

/** One person with the moments of a client before them, and no element round it. */
export class MomentsDesk {
  readonly board: SharedMoments;
  readonly lists;
  readonly #kinds: MomentKinds;

  constructor(
    page: Page,
    readonly viewer: Viewer,
    now: () => Date,
  ) {
    const side = viewer === 'supervisor' ? undefined : viewer;
    const recipients = [viewer === 'client' ? parties.therapist : parties.client];
    const sides = { side, parties, recipients, writing };
    const hangs = { ...sides, toldOf: (link: Link) => this.board.toldOf(link) };
    this.#kinds = { moment: momentKind(sides), thread: threadKind(hangs), raise: raiseKind(hangs) };
    const element = {
      isConnected: true,
      updateComplete: Promise.resolve(true),
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
    };
    const provided = {
      viewer,
      ...page,
      signOuts: 0,
      subject: 'Patient/1',
      author: authors[viewer],
      encounter: 'Encounter/1',
    };
    const list = <Value, Wire extends Resource>(kind: RecordKind<Value, Wire>) => {
      const source = {
        kind: () => kind,
        opening: () => openEdit,
        provided: () => provided,
        language: () => 'en',
        completion: () => 'self' as const,
        told: () => toldOfMoments,
        ...{ now, newId },
        offer: () => ({ defaultPrevented: false, outcomes: [] }),
        ...{ tell: () => undefined, changed: () => undefined, begun: () => undefined },
        left: (): void => {
          records.watch();
        },
      };
      const records = new RecordsController<Value, Wire>(element, source);
      records.hostConnected();
      records.follow();
      return records;
    };
    const { moment, thread, raise } = this.#kinds;
    this.lists = { moments: list(moment), threads: list(thread), raises: list(raise) };
    this.board = new SharedMoments(
      this.lists,
      () => this.#kinds,
      () => parties,
    );
  }

  get all(): readonly DrawnMoment[] {
    this.board.follow();
    return this.board.all;
  }

  actor(at: string): Actor {
    const { viewer } = this;
    return { by: viewer === 'supervisor' ? undefined : viewer, author: authors[viewer], at };
  }

  /** Waits until the only moment stands as it should. */
  async standsAs(state: string): Promise<DrawnMoment['shared']> {
    return until(() => this.all.find(({ shared }) => shared.state === state)?.shared, `it is ${state}`);
  }

  async share(moment: Moment, isRaised = false): Promise<void> {
    const sender = this.lists.moments.edit();
    sender.edit.change(moment);
    const wire = sender.edit.toResource();
    if (!isRaised) return sender.send('give');
    const raise = this.lists.raises.edit();
    raise.edit.change({ moment: linkOfMoment(wire), by: 'client', at: wire.sent, isDone: false });
    await sender.send('give', [{ resource: raise.edit.toResource() }]);
  }

  say(said: MomentOutcome<ThreadEntry>): Promise<void> {
    return this.#give(this.lists.threads.edit(), said);
  }

  /** @param id of what was to be brought up, if it was */
  raise(said: MomentOutcome<Raise>, id?: string): Promise<void> {
    return this.#give(
      this.lists.raises.edit(this.lists.raises.stored.find((wire) => momentIdOf(wire) === id)),
      said,
    );
  }

  async #give<Value, Wire extends Resource>(
    sender: RecordSender<Value, Wire>,
    said: MomentOutcome<Value>,
  ): Promise<void> {
    if ('refused' in said) throw new Error(`refused: ${said.refused}`);
    sender.edit.change(said.value);
    await sender.send('give');
  }

  leave(): void {
    for (const list of Object.values(this.lists)) list.hostDisconnected();
  }
}
