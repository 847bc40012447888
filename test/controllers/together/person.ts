import { render } from 'lit';
import type { DrawnGoal } from '../../../src/controllers/kinds/shared-goals.js';
import { carryOut, type GoalAct } from '../../../src/domain/goals/acts.js';
import { termsWith } from '../../../src/domain/goals/terms.js';
import type { Goal, Level, Terms } from '../../../src/domain/goals/goal.js';
import { otherSide, type Side } from '../../../src/domain/side.js';
import { makeTask } from '../../../src/elements/alliance-goals/controls/tasks.js';
import { begunIn } from '../../../src/elements/alliance-goals/goals-begun.js';
import type { GoalsDesk, TaskName } from '../../../src/elements/alliance-goals/goals-desk.js';
import type { Ask, OwnAsk, Task, TaskView } from '../../../src/parts/task.js';
import { GoalsPage } from './page.js';
import type { World } from './world.js';

/** Nobody reads here: words are their keys. */
const localize = { text: (key: string) => key, day: String } as unknown as GoalsDesk['localize'];

/** Enters a day where a page asks for one. */
function enterDay(ask: OwnAsk, day: string): void {
  const screen = document.createElement('div');
  render(ask.draw({ localize, settings: { isDisabled: false } } as unknown as TaskView), screen);
  const field = screen.querySelector<HTMLInputElement>('input[type=date]')!;
  field.value = day;
  field.dispatchEvent(new Event('input'));
}

/** What a person is at, and what they mean by it. */
interface AtWork {
  readonly task: Task;
  readonly drawn: DrawnGoal | undefined;
  isDone: boolean;
}

/** What is said to a goal by one button. */
export type Said = 'accept' | 'decline' | 'hold' | 'resume' | 'reach' | 'let-go' | 'reopen' | 'withdraw';

/** What is done to a goal itself and can be taken back; what hangs on it is taken back as a whole resource. */
const undoable: ReadonlySet<string> = new Set([
  ...['accept', 'decline', 'ask', 'edit', 'hold', 'resume', 'reach', 'let-go', 'reopen'],
]);

/** One of the two, at one page after another: they act on what the page has drawn, and by nothing else. */
export class Person {
  page: GoalsPage;
  at: AtWork | undefined;
  /** The goal as it was before the last act. */
  #before: { readonly id: string; readonly goal: Goal } | undefined;
  readonly pages: GoalsPage[] = [];

  constructor(
    readonly world: World,
    readonly side: Side,
  ) {
    this.page = this.#open();
  }

  /** The page is gone, with all that it was doing, and another one is opened. */
  reload(): void {
    this.page.crash();
    this.at = undefined;
    const { isAway } = this.page;
    this.page = this.#open();
    this.page.isAway = isAway;
  }

  #open(): GoalsPage {
    const page = new GoalsPage(this.world, this.side);
    this.pages.push(page);
    return page;
  }

  /** What is on the screen. */
  get drawn(): readonly DrawnGoal[] {
    this.page.board.follow();
    return this.page.board.all;
  }

  /** The goal that the page asks about, before anything else can be done. */
  get asked() {
    return this.page.lists.goals.open.find(({ edit }) => edit.delivery.state === 'conflict');
  }

  /** Presses one button at a goal. */
  async say(drawn: DrawnGoal, action: Said): Promise<void> {
    const { side, world } = this;
    const { goal, id } = drawn.shared;
    // The button is busy meanwhile
    if (drawn.sender?.edit.delivery.state === 'sending') return;
    const act: GoalAct = { action, by: side, at: world.now().toISOString() };
    if ('refused' in carryOut(goal, act)) return;
    const change = goal.changes[otherSide(side)];
    if (action === 'accept') world.says(side, id, true, change ? termsWith(goal, change) : goal, goal);
    // No to a change, once the goal is agreed to, is no answer to the goal
    if (action === 'decline' && !(change && goal.accepted[side] === 'agree'))
      world.says(side, id, false, goal, goal);
    if (action === 'withdraw') world.takenBack.add(id);
    this.#before = { id, goal };
    await this.page.acting.toGoal(drawn, act);
  }

  /** Takes back what was done to a goal last. */
  undo(): void {
    const { last } = this.page.acting;
    const { id, goal } = this.#before ?? {};
    if (!last?.undo || !goal || last.id !== id || !undoable.has(last.action ?? '')) return;
    // It is offered once the act is over
    if (['sending', 'open', 'failed'].includes(last.edit.delivery.state)) return;
    const now = this.page.board.find(last.id)?.shared.goal;
    if (!now) return;
    // The former words come back by this side's hand; what was said to the present ones may be gone with them
    this.world.says(this.side, last.id, false, goal, now);
    this.world.says(this.side, last.id, false, now, now);
    const wish = now.changes[this.side];
    if (wish) this.world.says(this.side, last.id, false, termsWith(now, wish), now);
    // Taking back what took something back brings it again
    this.#before = { id: last.id, goal: now };
    last.undo();
  }

  /** A step is done. */
  async finishStep(drawn: DrawnGoal): Promise<void> {
    const step = drawn.shared.steps.find(({ isDone }) => !isDone);
    if (step) await this.page.acting.giveStep(drawn, { ...step, isDone: true }, step.id);
  }

  /** Opens a task, or goes on with what was begun at a goal. */
  begin(name: TaskName, drawn?: DrawnGoal): void {
    const { side, world, page } = this;
    const done = (): void => void this.leave();
    const task = makeTask(
      {
        ...{ localize, side, newId: world.newId, done, isEasy: false, redraw: () => undefined },
        ...{ lists: page.lists, board: page.board, acting: page.acting },
        at: () => world.now().toISOString(),
      },
      name,
      drawn,
    );
    for (const { edit } of task.edits) edit.position ??= `${task.name}#0`;
    this.at = { task, drawn, isDone: false };
  }

  /** The task with which the person goes on where they left it. */
  begun(drawn: DrawnGoal) {
    return begunIn(this.page.lists, { id: drawn.shared.id, wire: drawn.wire });
  }

  /** Fills in a field of the task that is open. */
  answer(id: string, with_: string): void {
    const ask = this.#asks.find((one) => one.id === id);
    if (ask?.kind === 'text') ask.type(with_);
    else if (ask?.kind === 'choice') ask.choose(with_);
    else if (ask) enterDay(ask, with_);
  }

  /** What is typed in a field. */
  typed(id: string): string {
    const ask = this.#asks.find((one) => one.id === id);
    return ask?.kind === 'text' ? ask.text : '';
  }

  get #asks(): readonly Ask[] {
    return this.at?.task.pages().flatMap(({ asks }) => asks) ?? [];
  }

  /** Presses the main button at the end of the task: what is on its screen is said. */
  finish(): void {
    if (!this.at) return;
    const { task, drawn } = this.at;
    const [main] = task.finish();
    if (!main || main.isBusy || main.isDisabled) return;
    this.#note(task, drawn);
    main.act();
  }

  /** Leaves the task; what was entered is kept. */
  async leave(): Promise<void> {
    const { at } = this;
    this.at = undefined;
    for (const { close } of at?.task.edits ?? []) await close();
  }

  /** Answers what the page asks. */
  async settle(choice: 'mine' | 'theirs' | 'both'): Promise<void> {
    const { asked, side, world } = this;
    if (asked?.edit.delivery.state !== 'conflict') return;
    const { items } = asked.edit.delivery;
    const [first] = items;
    if (!first) return;
    const { mine } = first.of;
    const goal = asked.edit.toResource().identifier?.[0]?.value ?? '';
    // What is kept as a wish was on this page; to choose is no yes
    if (choice === 'both') world.says(side, goal, true, mine, mine);
    await asked.resolve(choice);
    await this.leave();
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { last } = this.page.acting;
    if (last?.edit.delivery.state !== 'failed') return;
    this.world.saysAgain(this.side, last.id);
    await last.retry();
  }

  /** Tries again what each card offers, perhaps since before a reload. */
  tryAgain(): void {
    for (const drawn of this.drawn) {
      const failed = this.page.board.failedOf(drawn);
      if (!failed) continue;
      this.world.saysAgain(this.side, drawn.shared.id);
      this.page.doing(failed.retry());
    }
  }

  /** How things stand, for whoever looks at a test that fails. */
  async tell(): Promise<string> {
    const { page, side } = this;
    const { goals, entries, steps } = page.lists;
    const open = [goals, entries, steps].flatMap((list) => [
      ...list.open.map(({ edit }) => `open ${edit.toResource().resourceType} ${edit.delivery.state}`),
      ...list.drafts.map(
        ({ resource, position = 'nowhere' }) => `draft ${resource.resourceType} ${position}`,
      ),
    ]);
    const waiting = await page.outbox.waiting();
    const left = waiting.map(
      ({ resource, state, reason }) => `waiting ${resource.resourceType} ${reason ?? state}`,
    );
    const cards = this.drawn.map(({ shared }) => `card ${JSON.stringify(shared.goal.state)} ${shared.id}`);
    const ideas = page.board.ideas.map(({ shared }) => `idea ${shared.id}`);
    return `${side}: ${[...open, ...left, ...cards, ...ideas, ...page.failures].join(', ')}`;
  }

  /** Notes what the person says by finishing a task. */
  #note(task: Task, drawn: DrawnGoal | undefined): void {
    const { side, world } = this;
    const id = drawn?.shared.id ?? '';
    const goal = drawn?.shared.goal;
    const [name = ''] = task.name.split(':');
    if (name === 'note' || name === 'step') world.gives(side, id, this.typed(name));
    if (name === 'rate') world.gives(side, id, `rating ${String(world.given.size)}`);
    if (name === 'setback') world.gives(side, id, this.typed('happened'));
    if (name === 'setback' && goal && this.#asks.some((ask) => ask.id === 'words'))
      world.says(side, id, true, { ...goal, text: this.typed('words') }, goal);
    if (name === 'add') {
      const terms = this.#terms();
      const own = this.page.lists.goals.open.find(({ edit }) => edit.value.text === terms.text);
      const started = own?.edit.toResource().identifier?.[0]?.value ?? '';
      world.says(side, started, true, terms);
      if (this.typed('step') !== '') world.gives(side, started, this.typed('step'));
    }
    if ((name !== 'ask' && name !== 'edit') || !goal) return;
    this.#before = { id, goal };
    // New words take the place of what was wished before
    const wish = goal.changes[side];
    if (wish) world.says(side, id, false, termsWith(goal, wish), goal);
    if (name === 'ask') world.says(side, id, false, goal, goal);
    world.says(side, id, true, this.#terms(), goal);
  }

  /** The terms that are in the fields of the screen. */
  #terms(): Terms {
    const asks = this.#asks;
    const [due] = asks.flatMap((ask) => (ask.kind === 'own' && !ask.isEmpty ? (ask.said as string) : []));
    const texts = asks.flatMap((ask) => {
      const level =
        ask.kind === 'text' && ask.text.trim() !== '' ? /^level(-?\d)$/.exec(ask.id)?.[1] : undefined;
      return level === undefined || ask.kind !== 'text'
        ? []
        : [[Number(level) as Level, ask.text.trim()] as const];
    });
    const text = (this.typed('text') || this.typed('what')).trim();
    return { text, due, levels: new Map(texts), baseline: -1 };
  }
}
