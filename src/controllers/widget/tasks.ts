import type { ReactiveControllerHost } from 'lit';
import type { Vocabulary } from '../../i18n/vocabulary.js';
import type { Delivery, RecordReason } from '../record/delivery.js';
import type { RecordsController } from '../record/records-controller.js';
import type { RecordSender } from '../record/sender.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { LazyPart } from './lazy-part.js';
import { StepsController } from './steps.js';

/** What is changed by what a person is at, as far as that follows it. */
export interface Kept {
  readonly edit: {
    readonly delivery: Delivery;
    readonly notice: RecordReason | undefined;
    readonly isKeepingDrafts: boolean;
    position: string | undefined;
    dropDraft(): Promise<void>;
    keepDraft(): void;
  };
  /** Leaves it; what was entered stays among the drafts. */
  readonly close: () => Promise<void>;
}

/** An edit of a list, and how it is left. */
export const keptIn = <Value, Wire extends Resource, Contradiction extends Conflict>(
  list: RecordsController<Value, Wire, Contradiction>,
  sender: RecordSender<Value, Wire, Contradiction>,
): Kept => ({ edit: sender.edit, close: () => list.close(sender) });

/** Whether a draft was begun in the task of a name, at whichever of its steps. */
export const isOfTask =
  (name: string) =>
  ({ position }: { readonly position?: string | undefined }): boolean =>
    position?.replace(/#\d+$/, '') === name;

/** Whether an act got somewhere: with a failure or a conflict its task stays. */
export const isGiven = ({ state }: Pick<Delivery, 'state'>): boolean =>
  ['saved', 'sent', 'queued', 'handed-over', 'taken-back'].includes(state);

/** What a person is at, as far as they are led through it. */
interface Led<Page> {
  /** Names it where a draft is gone on with. */
  readonly name: string;
  pages(): readonly Page[];
  /** Everything is shown once more before it is given. */
  readonly isChecked?: boolean | undefined;
  /** What is kept of it. */
  readonly edits: readonly Kept[];
}

/** What is loaded once somebody does something, with its words. */
interface LaterPart {
  readonly words: readonly Vocabulary[];
}

interface Parts<Page, Later> {
  readonly part: LazyPart<Later>;
  readonly learn: (words: Vocabulary) => Promise<void>;
  /** Something that is needed on a screen is still empty. */
  readonly isOpen: (page: Page) => boolean;
  /** The person went on, or was stopped: the focus follows. */
  readonly moved: (isStopped: boolean) => void;
  /** They are back where they began. */
  readonly left: (id: string | undefined) => void;
}

/** What a person is at now, and where in it; what that needs is loaded when somebody comes to the widget. */
export class Tasks<Task extends Led<Page>, Page, Later extends LaterPart> {
  current: Task | undefined;
  /** What was needed and left empty when the person wanted to go on. */
  isStopped = false;
  /** What a person wanted to do could not be loaded. */
  hasFailed = false;
  readonly steps: StepsController;
  /** What changes resources, as their kinds need it. */
  readonly writing: { load(): Promise<Later>; readonly required: Later };
  /** Undefined until it is here, with its words. */
  later: Later | undefined;
  #loading: Promise<void> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: Parts<Page, Later>,
  ) {
    this.steps = new StepsController(
      host,
      () => this.pages.length,
      () => {
        this.#note();
        this.#moved();
      },
    );
    const { part } = parts;
    this.writing = {
      load: async () => {
        const later = await this.load();
        if (!later)
          throw new Error('What this needs could not be loaded. It is tried again with the next act.');
        return later;
      },
      get required() {
        return part.required;
      },
    };
  }

  get ready(): Promise<unknown> {
    return this.#loading ?? Promise.resolve();
  }

  /** Somebody comes to the widget: what they may need next is loaded. */
  readonly expect = (): void => void this.#fetch();

  /** What a person needs now; undefined where it cannot be loaded, and then they are told. */
  async load(): Promise<Later | undefined> {
    if (!this.later) await this.#fetch();
    this.hasFailed = this.later === undefined;
    if (this.hasFailed) this.host.requestUpdate();
    return this.later;
  }

  get pages(): readonly Page[] {
    return this.current?.pages() ?? [];
  }

  /** What is on the screen; undefined where everything is shown once more. */
  get page(): Page | undefined {
    const { place } = this.steps;
    return place === 'check' ? undefined : this.pages[place.step];
  }

  /** Nothing comes after what is on the screen. */
  get isLast(): boolean {
    const { place } = this.steps;
    if (place === 'check') return true;
    return this.current?.isChecked !== true && place.step === this.pages.length - 1;
  }

  /** Begins what a person wants to do. */
  async open(make: (later: Later, done: (id?: string) => void) => Task | undefined): Promise<void> {
    const later = await this.load();
    if (!later) return;
    const task = make(later, (id) => void this.leave(id));
    if (!task) return;
    this.current = task;
    this.isStopped = false;
    const [, step] = /#(\d+)$/.exec(task.edits[0]?.edit.position ?? '') ?? [];
    this.steps.start({ step: Math.min(Number(step ?? 0), this.pages.length - 1) });
    this.#note();
    this.#moved();
  }

  next(): void {
    if (!this.#stops()) this.steps.next();
  }

  /** Does what is done at the end, unless something is needed first. */
  finish(act: () => void): void {
    if (!this.#stops()) act();
  }

  /** Leaves it; what was entered is kept. */
  async leave(id?: string): Promise<void> {
    const task = this.current;
    this.current = undefined;
    this.isStopped = false;
    for (const { close } of task?.edits ?? []) await close();
    this.parts.left(id);
  }

  forget(): void {
    this.current = undefined;
    this.isStopped = false;
    this.steps.start({ step: 0 });
  }

  #fetch(): Promise<void> {
    this.#loading ??= this.#take().catch(() => {
      this.#loading = undefined; // it is tried again
    });
    return this.#loading;
  }

  async #take(): Promise<void> {
    const later = await this.parts.part.load();
    for (const words of later.words) await this.parts.learn(words);
    this.later = later;
    this.host.requestUpdate();
  }

  #moved(): void {
    this.host.requestUpdate();
    this.parts.moved(this.isStopped);
  }

  #stops(): boolean {
    const { page } = this;
    this.isStopped = page !== undefined && this.parts.isOpen(page);
    if (this.isStopped) this.#moved();
    return this.isStopped;
  }

  /** Where the person is, to go on from there. */
  #note(): void {
    const { place } = this.steps;
    const step = place === 'check' ? this.pages.length - 1 : place.step;
    for (const { edit } of this.current?.edits ?? []) {
      edit.position = `${this.current?.name ?? ''}#${String(step)}`;
      edit.keepDraft();
    }
  }
}
