import type { Save } from '../../context/store.js';
import type { Sending } from '../../controllers/kinds/failed-sends.js';
import type { ThreadsController } from '../../controllers/kinds/moment-parts.js';
import type { MomentSender } from '../../controllers/kinds/moment.js';
import {
  linkOfMoment,
  momentIdOf,
  type DrawnMoment,
  type MomentLists,
  type SharedMoments,
} from '../../controllers/kinds/shared-moments.js';
import type { Act } from '../../controllers/record/delivery.js';
import { Acting, type LastAct } from '../../controllers/widget/acting.js';
import { AllianceMomentEvent } from '../../controllers/widget/moment-event.js';
import { confirm, raise, read, reply, share, type MomentOutcome } from '../../domain/empathy/acts.js';
import {
  refusalOf,
  refusalOfTakingBack,
  type Actor,
  type MomentAction,
  type MomentRefusal,
} from '../../domain/empathy/refusals.js';
import type {
  ConfirmedOutcome,
  Moment,
  MomentKind,
  SharedMoment,
  ThreadEntry,
} from '../../domain/empathy/moment.js';
import { plainMoment } from '../../domain/empathy/plain.js';
import { joinMoments, withEntry } from '../../domain/empathy/shared-moment.js';
import type { Resource } from '../../fhir/resource.js';

interface Parts {
  readonly lists: MomentLists;
  readonly board: SharedMoments;
  /** Who does it now. */
  readonly actor: () => Actor;
  /** Why something cannot be done, to be said. */
  readonly refuse: (id: string, refused: MomentRefusal) => void;
  readonly begun: (id: string) => void;
  readonly ended: (id: string) => void;
}

type EntrySender = ReturnType<ThreadsController['edit']>;

/** How an act is called that says something to a moment. */
const actions = { read: 'read', reply: 'reply', confirmation: 'confirm' } as const;

/** What a person does to moments: each act is one event and one outcome. */
export class EmpathyActing {
  readonly #acts: Acting<MomentAction, SharedMoment | undefined>;
  readonly #raises = new WeakMap<MomentSender, Save>();

  constructor(private readonly parts: Parts) {
    this.#acts = new Acting({ ...parts, idOf: momentIdOf });
  }

  get last(): LastAct<MomentAction> | undefined {
    return this.#acts.last;
  }

  /** Sends again what was not taken of a moment, or of what hangs on it. */
  again(failed: Sending, id: string): Promise<void> {
    return this.#acts.again(failed, id);
  }

  /** What was done last is not shown any more. */
  rest(): void {
    this.#acts.rest();
  }

  forget(): void {
    this.#acts.forget();
  }

  /**
   * The event of an act.
   * @param value what is given: of a moment that was settled, it is not what the person did first
   */
  readonly eventOf = ({ main, also }: Act, value: unknown): AllianceMomentEvent => {
    const { resource } = main;
    const known = this.#acts.occasionOf(resource);
    const action = known?.action ?? actionOf(value);
    const after = known?.after ?? this.#momentOf(resource, value);
    if (!after) throw new Error(`This ${resource.resourceType} hangs on no moment that is known here.`);
    return new AllianceMomentEvent(
      resource,
      [main, ...also].map((one) => one.resource),
      action,
      plainMoment(after),
    );
  };

  /** Keeps that there was a moment, to tell about it later; gives what names it. */
  async note(kind: MomentKind): Promise<string> {
    const { moments } = this.parts.lists;
    const sender = moments.edit();
    sender.edit.change({ kind });
    sender.edit.keepDraft();
    const id = momentIdOf(sender.edit.toResource());
    await moments.close(sender);
    return id;
  }

  /** Gives a moment to be seen; what is to be brought up next time is a task of its own, in the same act. */
  async share(sender: MomentSender, moment: Moment): Promise<void> {
    const outcome = share(moment, this.parts.actor());
    const resource = sender.edit.toResource();
    const id = momentIdOf(resource);
    if ('refused' in outcome) {
      this.parts.refuse(id, outcome.refused);
      return;
    }
    const also = moment.visibility === 'next' ? [this.#raiseOf(sender, resource)] : [];
    await this.#acts.give(sender, undefined, {
      ...{ value: outcome.value, action: 'share', also },
      after: () => sharedFrom(resource, outcome.value, this.parts.actor()),
    });
  }

  read(drawn: DrawnMoment): Promise<void> {
    return this.#say(drawn, 'read', read(drawn.shared, this.parts.actor()));
  }

  reply(drawn: DrawnMoment, words: string, sender: EntrySender): Promise<void> {
    return this.#say(drawn, 'reply', reply(drawn.shared, this.parts.actor(), words), sender);
  }

  confirm(drawn: DrawnMoment, outcome: ConfirmedOutcome, words: string, sender: EntrySender): Promise<void> {
    const said = confirm(drawn.shared, this.parts.actor(), outcome, words);
    return this.#say(drawn, 'confirm', said, sender);
  }

  /** Wants to bring it up next time, or says that this was done. */
  async raise(drawn: DrawnMoment, isDone: boolean): Promise<void> {
    const { raises } = this.parts.lists;
    const value = this.#valueOf(drawn, raise(drawn.shared, this.parts.actor(), isDone));
    if (value === undefined) return;
    const former = drawn.shared.raise?.id;
    const sender = raises.edit(
      raises.stored.find((wire) => momentIdOf(wire) === former),
      true,
    );
    await this.#acts.give(sender, drawn.shared.id, {
      ...{ value, action: 'raise' },
      after: (id) => ({ ...drawn.shared, raise: { ...value, id: former ?? id } }),
    });
  }

  /** The client takes a moment back. */
  async withdraw(drawn: DrawnMoment): Promise<void> {
    const { shared, wire } = drawn;
    const refused = refusalOf(shared, 'withdraw', this.parts.actor());
    if (this.#isRefused(drawn, refused)) return;
    const sender = drawn.sender ?? this.parts.lists.moments.edit(wire, true);
    await this.#acts.give(sender, undefined, {
      ...{ value: shared.moment, intent: 'withdraw', action: 'withdraw' },
      after: () => shared,
    });
  }

  /** Says why something cannot be done; false where it can. */
  #isRefused({ shared }: DrawnMoment, refused: MomentRefusal | undefined): boolean {
    if (refused) this.parts.refuse(shared.id, refused);
    return refused !== undefined;
  }

  /** What comes of an act; undefined where it cannot be done, and then that is said. */
  #valueOf<Value>(drawn: DrawnMoment, outcome: MomentOutcome<Value>): Value | undefined {
    if ('value' in outcome) return outcome.value;
    this.#isRefused(drawn, outcome.refused);
    return undefined;
  }

  async #say(
    drawn: DrawnMoment,
    action: MomentAction,
    said: MomentOutcome<ThreadEntry>,
    sender = this.parts.lists.threads.edit(),
  ): Promise<void> {
    const value = this.#valueOf(drawn, said);
    if (value === undefined) return;
    await this.#acts.give(sender, drawn.shared.id, {
      ...{ value, action },
      after: (id) => withEntry(drawn.shared, { ...value, id }),
      undo: action === 'read' ? undefined : (id) => void this.#takeBack(drawn, id),
    });
  }

  async #takeBack(drawn: DrawnMoment, id: string): Promise<void> {
    const { threads } = this.parts.lists;
    const stored = threads.stored.find((wire) => momentIdOf(wire) === id);
    const now = this.parts.board.find(drawn.shared.id)?.shared ?? drawn.shared;
    if (!stored) return;
    if (this.#isRefused(drawn, refusalOfTakingBack(now, id, this.parts.actor()))) return;
    const sender = threads.edit(stored, true);
    await this.#acts.give(sender, drawn.shared.id, {
      ...{ value: sender.edit.value, intent: 'withdraw', action: 'withdraw' },
      after: () => now,
    });
  }

  /** The task that says that a moment is to be brought up next time: the same one each time that it is tried. */
  #raiseOf(sender: MomentSender, moment: Resource): Save {
    const known = this.#raises.get(sender);
    if (known) return known;
    const { by, author, at } = this.parts.actor();
    const { raises } = this.parts.lists;
    const reminder = raises.edit();
    const { edit } = reminder;
    edit.change({ moment: linkOfMoment(moment as never), by, author, at, isDone: false });
    const save = { resource: edit.toResource('give') };
    this.#raises.set(sender, save);
    void raises.close(reminder).then(() => edit.dropDraft());
    return save;
  }

  /** The moment that something is about which was not done on this page. */
  #momentOf(resource: Resource, value: unknown): SharedMoment | undefined {
    const { board } = this.parts;
    const own = board.find(momentIdOf(resource));
    if (own) return own.shared;
    const { moment } = value as Partial<ThreadEntry>;
    return moment ? board.at(moment)?.shared : sharedFrom(resource, value as Moment, this.parts.actor());
  }
}

/** A moment as it is known before anything hangs on it. */
function sharedFrom(resource: Resource, moment: Moment, { by, author, at }: Actor): SharedMoment | undefined {
  const root = { id: momentIdOf(resource), link: linkOfMoment(resource as never), moment };
  return joinMoments([{ ...root, by, author, at }], [], [])[0];
}

function actionOf(value: unknown): MomentAction {
  const { kind, isDone } = value as { readonly kind?: string; readonly isDone?: boolean };
  if (isDone !== undefined) return 'raise';
  return kind === undefined || !(kind in actions) ? 'share' : actions[kind as keyof typeof actions];
}
