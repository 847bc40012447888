import type { ReactiveControllerHost } from 'lit';
import { StepsController } from '../../controllers/widget/steps.js';
import { isEmptyAsk, type Task, type TaskPage } from './goals-task.js';

/** What a person is at now, and where in it. */
export class GoalsTasks {
  current: Task | undefined;
  /** What was needed and left empty when the person wanted to go on. */
  isStopped = false;
  readonly steps: StepsController;

  constructor(
    host: ReactiveControllerHost,
    private readonly onMove: () => void,
  ) {
    this.steps = new StepsController(
      host,
      () => this.pages.length,
      () => {
        this.#note();
        onMove();
      },
    );
  }

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

  begin(task: Task): void {
    this.current = task;
    this.isStopped = false;
    const [, step] = /#(\d+)$/.exec(task.edits[0]?.edit.position ?? '') ?? [];
    this.steps.start({ step: Math.min(Number(step ?? 0), this.pages.length - 1) });
    this.#note();
    this.onMove();
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
  async leave(): Promise<void> {
    const task = this.current;
    this.current = undefined;
    this.isStopped = false;
    for (const { close } of task?.edits ?? []) await close();
  }

  forget(): void {
    this.current = undefined;
    this.isStopped = false;
    this.steps.start({ step: 0 });
  }

  #stops(): boolean {
    this.isStopped = this.isOpen;
    if (this.isStopped) this.onMove();
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
