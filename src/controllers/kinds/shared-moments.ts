import type { Draft } from '../../context/drafts.js';
import type { Moment, Raise, SharedMoment } from '../../domain/empathy/moment.js';
import { joinMoments, type Said } from '../../domain/empathy/shared-moment.js';
import { identifierValueOf } from '../../domain/identity.js';
import { leadToSame, type Known, type Link } from '../../domain/link.js';
import type { Told } from '../../domain/told.js';
import { linkOfMoment } from '../../fhir/communication/moment-reader.js';
import { originOf } from '../../fhir/communication/said.js';
import { answersIn, linkOfEntry } from '../../fhir/communication/thread-reader.js';
import type { Parties } from '../../fhir/parties.js';
import type { Communication, Resource } from '../../fhir/resource.js';
import { readTold } from '../../fhir/told.js';
import { failedOf, type Sending } from './failed-sends.js';
import type { RaiseKind, RaisesController, ThreadKind, ThreadsController } from './moment-parts.js';
import type { MomentKind, MomentSender, MomentsController } from './moment.js';

/** One moment as it is drawn, with the version that it was drawn from. */
export interface DrawnMoment {
  readonly shared: SharedMoment;
  readonly wire: Communication;
  /** What is being sent, asked about or taken back. */
  readonly sender: MomentSender | undefined;
  /** It was taken back: nothing can be said to it any more. */
  readonly isBack: boolean;
  /** It, or something that was said to it, is not sent yet. */
  readonly isWaiting: boolean;
}

/** What a person has begun and not shared, or keeps for herself. */
export interface KeptMoment {
  readonly id: string;
  readonly moment: Moment;
  readonly draft: Draft;
}

/** Where moments and what hangs on them are read from. */
export interface MomentLists {
  readonly moments: MomentsController;
  readonly threads: ThreadsController;
  readonly raises: RaisesController;
}

export interface MomentKinds {
  readonly moment: MomentKind;
  readonly thread: ThreadKind;
  readonly raise: RaiseKind;
}

/** Value of our identifier, else the id: delivery never changes it. */
export const momentIdOf = (resource: Resource): string => identifierValueOf(resource) ?? resource.id ?? '';

/** All moments of a person with what hangs on them; each is read once for each version of it. */
export class SharedMoments {
  /** What was shared, in the order in which it was stored. */
  all: readonly DrawnMoment[] = [];
  /** What a person has begun and not shared. */
  begun: readonly KeptMoment[] = [];
  /** What a person keeps for herself: it is nowhere but in her drafts. */
  own: readonly KeptMoment[] = [];
  #read = new WeakMap<Resource, unknown>();
  #from: readonly unknown[] = [];

  constructor(
    private readonly lists: MomentLists,
    private readonly kinds: () => MomentKinds,
    private readonly parties: () => Parties,
  ) {}

  find(id: string): DrawnMoment | undefined {
    return this.all.find(({ shared }) => shared.id === id);
  }

  /** The one that a link leads to. */
  at(link: Link): DrawnMoment | undefined {
    return this.all.find(({ shared }) => leadToSame(shared.link, link));
  }

  /** What was not taken of a moment and what hangs on it. */
  failedOf({ sender, wire }: Pick<DrawnMoment, 'sender' | 'wire'>): Sending | undefined {
    return failedOf(sender, linkOfMoment(wire), [this.lists.threads, this.lists.raises]);
  }

  /** What the moment tells that a link leads to; undefined where it is not here. */
  toldOf(link: Link): Told | undefined {
    const found = this.lists.moments.stored.find((wire) => leadToSame(linkOfMoment(wire), link));
    return found && readTold(found);
  }

  /** Another one looks, or the sides are others: nothing that was read stays. */
  forget(): void {
    this.all = this.begun = this.own = [];
    this.#read = new WeakMap();
    this.#from = [];
  }

  /** Before each drawing: joins anew what has changed. */
  follow(): void {
    const { moments, threads, raises } = this.lists;
    const from = [
      ...[...moments.stored, ...moments.drafts, ...threads.stored, ...raises.stored],
      ...[...moments.open, ...threads.open, ...raises.open].flatMap<unknown>(({ edit }) => [
        edit.value,
        edit.delivery,
      ]),
    ];
    if (from.length === this.#from.length && from.every((part, index) => part === this.#from[index])) return;
    this.#from = from;
    const given = moments.stored.filter((wire) => !this.#isBegunAnew(wire));
    this.all = this.#join(given);
    const kept = this.#kept(moments.drafts, new Set(given.map(momentIdOf)));
    this.own = kept.filter(({ moment }) => moment.visibility === 'only-me');
    this.begun = kept.filter(({ moment }) => moment.visibility !== 'only-me');
  }

  /** It was not taken, and the person has changed it since: it is theirs again, until they share it. */
  #isBegunAnew(wire: Communication): boolean {
    const { moments } = this.lists;
    const state = wire.id === undefined ? moments.openFor(wire)?.edit.delivery.state : undefined;
    return (state === 'open' || state === 'kept') && moments.draftOf(wire) !== undefined;
  }

  /** Drafts of what was never shared; a draft of a change to a moment is not one. */
  #kept(drafts: readonly Draft[], shared: ReadonlySet<string>): readonly KeptMoment[] {
    const { moment } = this.kinds();
    return drafts.flatMap((draft) => {
      const { resource, base } = draft;
      const id = momentIdOf(resource);
      if (base?.id !== undefined || !moment.is(resource) || shared.has(id)) return [];
      return { id, moment: this.#once(resource, () => moment.read(resource)), draft };
    });
  }

  /** What has not changed stays the same object: whoever draws it can tell by that. */
  #join(wires: readonly Communication[]): readonly DrawnMoment[] {
    const kinds = this.kinds();
    const before = new Map(this.all.map((one) => [one.shared.id, one]));
    const drawn = wires.flatMap((wire) => {
      const sender = this.lists.moments.senderOf(wire);
      const isBack = kinds.moment.stage(wire) !== 'given';
      const failed = isBack ? this.failedOf({ wire, sender }) : undefined;
      // What was said to it and not taken can still be sent again
      if (isBack && !failed) return [];
      const said = sender?.edit.isTouched
        ? sender.edit.value
        : this.#once(wire, () => kinds.moment.read(wire));
      const moment = isBack && failed !== sender ? { kind: said.kind } : said;
      const { encounter, language } = kinds.moment.about(wire);
      const root = { id: momentIdOf(wire), link: linkOfMoment(wire), moment, encounter, language };
      return { ...root, ...originOf(wire, this.parties()), wire, sender, isBack };
    });
    const byId = new Map(drawn.map((one) => [one.id, one]));
    const { moments, threads, raises } = this.lists;
    const waiting = new Set([...moments.waiting, ...threads.waiting, ...raises.waiting].map(momentIdOf));
    const roots = drawn.map(({ wire: _, sender: __, isBack: ___, ...root }) => root);
    return joinMoments(roots, this.#said(kinds), this.#raises(kinds)).flatMap((shared) => {
      const one = byId.get(shared.id);
      if (!one) return [];
      const { wire, sender, isBack } = one;
      const parts = [shared, ...shared.thread, ...(shared.raise ? [shared.raise] : [])];
      const now = { shared, wire, sender, isBack, isWaiting: parts.some(({ id }) => waiting.has(id)) };
      const former = before.get(shared.id);
      return former && isSame(former, now) ? former : now;
    });
  }

  #said({ thread }: MomentKinds): readonly Said[] {
    return this.lists.threads.stored
      .filter((wire) => thread.stage(wire) === 'given')
      .map((wire) => ({
        entry: this.#once(wire, () => ({ ...thread.read(wire), id: momentIdOf(wire) })),
        link: linkOfEntry(wire),
        answers: answersIn(wire),
      }));
  }

  #raises({ raise }: MomentKinds): readonly Known<Raise>[] {
    return this.lists.raises.stored
      .filter((wire) => raise.stage(wire) === 'given')
      .map((wire) => this.#once(wire, () => ({ ...raise.read(wire), id: momentIdOf(wire) })));
  }

  #once<Made>(resource: Resource, make: () => Made): Made {
    if (!this.#read.has(resource)) this.#read.set(resource, make());
    return this.#read.get(resource) as Made;
  }
}

/** Drawn from the same versions, with nothing of it on its way. */
const isSame = (one: DrawnMoment, other: DrawnMoment): boolean =>
  one.wire === other.wire &&
  one.isWaiting === other.isWaiting &&
  (one.sender ?? other.sender) === undefined &&
  one.shared.raise === other.shared.raise &&
  one.shared.thread.length === other.shared.thread.length &&
  one.shared.thread.every((entry, index) => entry === other.shared.thread[index]);

export { linkOfMoment };
