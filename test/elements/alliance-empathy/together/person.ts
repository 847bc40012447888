import type { Side } from '../../../../src/domain/side.js';
import { allByRole, nameOf, textOf } from '../../../support/screen.js';
import { turn } from '../../../support/together/wire.js';
import { MomentsPage } from './page.js';
import type { MomentsWorld } from './world.js';

/** The way out of whatever somebody is at. */
const LEAVE = 'Back to the list';
/** What is pressed at the end of what somebody is at, and on the way there. */
const ENDS = ['Send', 'Keep it for me'];
/** How the words of a button that leads on begin; to begin an answer with some words does not. */
const ONWARD = [...ENDS, 'Next$', 'Skip this', 'Back to all'];

/** What somebody does on the list, by the words of its button, and how often of ten times that they think of it. */
const ACTS: readonly (readonly [string, number])[] = [
  ['Something felt right', 2],
  ['Something was missed', 4],
  ['I have read this', 5],
  ['Answer', 10],
  ['Bring it up next time', 2],
  ['Take it back', 1],
  ['Go on with this', 6],
  ['Remove', 1],
  ['Better now', 4],
  ['The same', 8],
  ['Not yet', 10],
  ['Try again', 10],
  ['Show the list in order', 10],
];

/** One of the two, at one page after another: they see what is drawn, press and type, and do nothing else. */
export class Person {
  page: MomentsPage;
  readonly pages: MomentsPage[] = [];
  /** What they saw that must not be. */
  readonly wrong: string[] = [];
  /** Identifier of the moment to which they are saying something. */
  #thread: string | undefined;

  constructor(
    readonly world: MomentsWorld,
    readonly side: Side,
  ) {
    this.page = this.#open();
  }

  get widget() {
    return this.page.widget;
  }

  get isAtWork(): boolean {
    return this.#button(LEAVE) !== undefined;
  }

  /** The page is gone, with all that it was doing, and another one is opened. */
  reload(): void {
    const { isAway } = this.page;
    this.page.crash();
    this.page = this.#open();
    this.page.isAway = isAway;
  }

  #open(): MomentsPage {
    const page = new MomentsPage(this.world, this.side);
    this.pages.push(page);
    return page;
  }

  /** One of the things that can be done on the list, and what comes of it until it is done, or left. */
  async act(): Promise<void> {
    const { schedule } = this.world;
    this.unfold();
    if (this.isAsked) return this.settle();
    if (this.isAtWork) return this.goOn();
    const can = allByRole(this.widget, 'button').flatMap((button) => {
      const [, often] = ACTS.find(([words]) => nameOf(button).startsWith(words)) ?? [];
      return often !== undefined && !isBusy(button) && schedule.chance(often / 10) ? button : [];
    });
    const ticks = allByRole(this.widget, 'checkbox', 'We talked about it').filter(() => schedule.chance(0.4));
    const all = [...can, ...ticks];
    if (all.length === 0) return;
    const press = schedule.pick(all);
    const card = press.closest('.card');
    if (nameOf(press).startsWith('Remove'))
      for (const words of this.world.wordsIn(this.side, card?.textContent ?? ''))
        this.world.typed.delete(words);
    this.#thread = card && !card.matches('.kept') ? card.id.replace('moment-', '') : undefined;
    const given = [...this.world.typed.keys()].filter((words) => this.#isKnownAsGiven(words));
    press.click();
    await turn();
    this.#look(given);
    await this.goOn();
  }

  /** Goes on with what is on the screen; the person, or what happens, may end it in the midst. */
  async goOn(): Promise<void> {
    const { schedule, wire } = this.world;
    while (this.isAtWork) {
      if (schedule.chance(0.06)) return;
      if (schedule.chance(0.06)) return this.leave();
      const onward = this.#button(...ONWARD);
      if (!onward || isBusy(onward)) return;
      await this.#fill();
      // What it leads to depends on what was entered
      const usual = this.#button(...ONWARD)!;
      const other = isEndOf(usual) && schedule.chance(0.2) ? this.#button('Change: Who may') : undefined;
      const next = other ?? usual;
      const isEnd = isEndOf(next);
      if (isEnd) this.#gives(nameOf(next));
      next.click();
      await turn();
      if (schedule.chance(0.2)) await wire.letSomeThrough();
      if (isEnd) return;
    }
  }

  /** Back to the list; what was entered is kept. */
  async leave(): Promise<void> {
    this.#button(LEAVE)?.click();
    await turn();
  }

  /** The page asks which of two versions holds. */
  get isAsked(): boolean {
    return this.#button('Use what is') !== undefined;
  }

  async settle(): Promise<void> {
    this.#button(this.world.schedule.pick(['Use what is here', 'Use what is in ']))?.click();
    await turn();
  }

  async retry(): Promise<void> {
    this.unfold();
    await turn();
    this.#button('Try again')?.click();
    await turn();
  }

  /** Shows all that there is. */
  unfold(): void {
    this.#button('Show the list in order')?.click();
    for (const details of this.widget.renderRoot.querySelectorAll<HTMLDetailsElement>(
      'details:not([open])',
    )) {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    }
  }

  /** How things stand, for whoever looks at a test that fails. */
  async tell(): Promise<string> {
    const waiting = await this.page.outbox.waiting();
    const left = waiting.map(({ resource, state, reason }) => `${resource.resourceType} ${reason ?? state}`);
    return `${this.side}: ${[...left, ...this.page.failures].join(', ')}; ${textOf(this.widget)}`;
  }

  #button(...words: readonly string[]): HTMLElement | undefined {
    const [found] = allByRole(this.widget, 'button', new RegExp(`^(${words.join('|')})`));
    return found;
  }

  /** Answers what is asked on the screen, or some of it. */
  async #fill(): Promise<void> {
    const { side, world } = this;
    const { schedule } = world;
    const [field] = allByRole(this.widget, 'textbox') as HTMLTextAreaElement[];
    if (field && (field.value === '' ? schedule.chance(0.9) : schedule.chance(0.15))) {
      for (const words of world.wordsIn(side, field.value)) world.typed.delete(words);
      const words = `${world.word('Said')}.`;
      world.types(side, words, this.#thread);
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    const radios = allByRole(this.widget, 'radio') as HTMLInputElement[];
    const chosen = radios.find(({ checked }) => checked);
    // Words for another choice go with it
    if (radios.length > 0 && (!chosen || (chosen.value !== 'own' && schedule.chance(0.15))))
      schedule.pick(radios).click();
    await turn();
  }

  /** All that is on the screen is given, unless it is kept for the person. */
  #gives(by: string): void {
    if (!by.startsWith('Send')) return;
    const { side, world } = this;
    for (const words of world.wordsIn(side, this.#screen())) world.typed.get(words)!.isGiven = true;
  }

  /** A page that has not heard yet that it arrived goes on with what was kept of it: sent again, it is there once. */
  #isKnownAsGiven(words: string): boolean {
    return this.world.isOwed(words) && this.page.knows(words);
  }

  /** What is begun goes on where it was left, and does not begin with what was said. */
  #look(given: readonly string[]): void {
    if (!this.isAtWork) return;
    if (this.widget.renderRoot.querySelector('[aria-busy=true]')) return; // it is not known yet what was said
    const { side, world } = this;
    const [screen, thread] = [this.#screen(), this.#thread];
    const [field] = allByRole(this.widget, 'textbox') as HTMLTextAreaElement[];
    const again = world.wordsIn(side, field?.value ?? '').filter((words) => given.includes(words));
    if (again.length > 0) this.wrong.push(`${again.join()} is offered again`);
    if (thread === undefined) return;
    for (const [words, one] of world.typed)
      if (one.side === side && one.thread === thread && !one.isGiven && !screen.includes(words))
        this.wrong.push(`"${words}" was begun and is not gone on with`);
  }

  #screen(): string {
    const fields = allByRole(this.widget, 'textbox') as HTMLTextAreaElement[];
    return [textOf(this.widget), ...fields.map(({ value }) => value)].join(' ');
  }
}

const isEndOf = (button: HTMLElement): boolean => ENDS.some((words) => nameOf(button).startsWith(words));

const isBusy = (button: HTMLElement): boolean =>
  button.matches(':disabled') || button.getAttribute('aria-disabled') === 'true';
