import type { ReactiveControllerHost } from 'lit';
import type { DrawnGoal } from '../../controllers/kinds/shared-goals.js';
import { LazyPart } from '../../controllers/widget/lazy-part.js';
import { StepsController } from '../../controllers/widget/steps.js';
import type { Vocabulary } from '../../i18n/vocabulary.js';
import type { GoalsDesk } from './goals-desk.js';
import type * as Later from './goals-later.js';
import { isEmptyAsk, type Task, type TaskName, type TaskPage } from './goals-task.js';

const laterPart = new LazyPart(() => import('./goals-later.js'));

/** What a task works with, but for how it ends. */
export type Desk = Omit<GoalsDesk, 'done'>;

interface Parts {
  /** Undefined for a reader. */
  readonly desk: () => Desk | undefined;
  readonly learn: (words: Vocabulary) => Promise<void>;
  /** The person went on, or was stopped: the focus follows. */
  readonly moved: (isStopped: boolean) => void;
  /** The list is shown again. */
  readonly left: (id: string | undefined) => void;
}

/** What a person is at now, and where in it. */
export class GoalsTasks {
  current: Task | undefined;
  /** What was needed and left empty when the person wanted to go on. */
  isStopped = false;
  /** What a person wanted to do could not be loaded. */
  hasFailed = false;
  readonly steps: StepsController;
  /** What is loaded when the person comes to the widget; undefined until it is here, with its words. */
  later: typeof Later | undefined;
  #loading: Promise<void> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: Parts,
  ) {
    this.steps = new StepsController(
      host,
      () => this.pages.length,
      () => {
        this.#note();
        this.#moved();
      },
    );
  }

  get ready(): Promise<unknown> {
    return this.#loading ?? Promise.resolve();
  }

  /** Somebody comes to the widget: what they may need next is loaded. */
  readonly expect = (): void => void this.#fetch();

  /** What a person needs now; undefined where it cannot be loaded, and then they are told. */
  async load(): Promise<typeof Later | undefined> {
    if (!this.later) await this.#fetch();
    this.hasFailed = this.later === undefined;
    if (this.hasFailed) this.host.requestUpdate();
    return this.later;
  }

  /** What changes goals, as their kinds need it. */
  readonly writing = {
    load: async (): Promise<typeof Later> => {
      const later = await this.load();
      if (!later)
        throw new Error('What changes goals could not be loaded. It is tried again with the next act.');
      return later;
    },
    get required(): typeof Later {
      return laterPart.required;
    },
  };

  get pages(): readonly TaskPage[] {
    return this.current?.pages() ?? [];
  }

  /** What is on the screen; undefined where everything is shown once more. */
  get page(): TaskPage | undefined {
    const { place } = this.steps;
    return place === 'check' ? undefined : this.pages[place.step];
  }

  /** Nothing comes after what is on the screen. */
  get isLast(): boolean {
    const { place } = this.steps;
    if (place === 'check') return true;
    return this.current?.isChecked !== true && place.step === this.pages.length - 1;
  }

  /** What is needed on this screen and still empty. */
  get isOpen(): boolean {
    return this.page?.isNeeded === true && this.page.asks.some(isEmptyAsk);
  }

  /** Begins what a person wants to say, to a goal or with a new one. */
  async open(name: TaskName, drawn: DrawnGoal | undefined): Promise<void> {
    const later = await this.load();
    const desk = this.parts.desk();
    if (!later || !desk) return;
    const done = (id?: string): void => void this.leave(id);
    this.current = later.makeTask({ ...desk, done }, name, drawn);
    this.isStopped = false;
    const [, step] = /#(\d+)$/.exec(this.current.edits[0]?.edit.position ?? '') ?? [];
    this.steps.start({ step: Math.min(Number(step ?? 0), this.pages.length - 1) });
    this.#note();
    this.#moved();
  }

  next(): void {
    if (this.#stops()) return;
    this.steps.next();
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
    const later = await laterPart.load();
    await this.parts.learn(later.goalTaskWords);
    this.later = later;
    this.host.requestUpdate();
  }

  #moved(): void {
    this.host.requestUpdate();
    this.parts.moved(this.isStopped);
  }

  #stops(): boolean {
    this.isStopped = this.isOpen;
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
