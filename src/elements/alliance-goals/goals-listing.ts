import { LookedGoals } from '../../controllers/kinds/looked-goals.js';
import type { DrawnGoal, SharedGoals } from '../../controllers/kinds/shared-goals.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import { ListOrder } from '../../controllers/widget/list-order.js';
import type { Provided } from '../../context/provided.js';
import { groupOf, groups, type GoalGroup } from '../../domain/goals/shared-goal.js';
import type { Side } from '../../domain/side.js';
import type * as Cards from './views/cards.js';

/** Who has no goal yet needs nothing to show it with. */
const cardsPart = new LazyPart(() => import('./views/cards.js'));

interface Parts {
  readonly board: SharedGoals;
  readonly side: () => Side | undefined;
  readonly provided: () => Provided | undefined;
  /** Somebody has the focus or the pointer in the list: nothing that they see changes its place. */
  readonly isHeld: () => boolean;
  readonly isLoading: () => boolean;
  readonly redraw: () => void;
  readonly focusOn: (selector: string) => void;
}

/** Which goals are listed, in which order, what of them is unfolded, and what is new to the person. */
export class GoalsListing {
  readonly order = new ListOrder<DrawnGoal, GoalGroup>(groups);
  readonly looked: LookedGoals;
  /** Words to find goals by; '' shows all. */
  wanted = '';
  /** Everything is unfolded, to be printed. */
  isPrinting = false;
  /** What draws goals; asked for with the first one. */
  readonly cards: AwaitedPart<typeof Cards>;
  readonly #unfolded = new Set<string>();

  constructor(private readonly parts: Parts) {
    this.cards = new AwaitedPart(cardsPart, parts.redraw);
    this.looked = new LookedGoals(() => new Date(), parts.redraw);
  }

  /** Before each drawing. */
  prepare(): void {
    const { board, side, provided, isHeld, isLoading } = this.parts;
    const { subject, author, drafts } = provided() ?? {};
    this.looked.follow({ subject, author, drafts });
    board.follow();
    this.looked.find(board.all, side(), isLoading());
    this.order.chosen = this.looked.order;
    this.order.follow(board.all, ({ shared }) => groupOf(shared, side()), isHeld(), isLoading());
    if (board.all.length + board.ideas.length > 0) this.cards.take();
  }

  isOpen(id: string): boolean {
    return this.isPrinting || this.#unfolded.has(id);
  }

  open(id: string, isOpen: boolean): void {
    if (this.isPrinting || isOpen === this.#unfolded.has(id)) return;
    if (isOpen) this.#unfolded.add(id);
    else this.#unfolded.delete(id);
    if (isOpen) this.look(id);
    this.parts.redraw();
  }

  /** Shows a goal, with the focus on its words. */
  goTo(id: string): void {
    this.look(id);
    this.parts.focusOn(`${cardOf(id)} > .words`);
  }

  /** Moves a goal in the person's own list. */
  move(id: string, by: -1 | 1): void {
    const order = this.order.moved(id, by);
    if (!order) return;
    this.looked.arrange(order);
    this.order.show();
    this.parts.focusOn(`${cardOf(id)} > .words`);
  }

  want(words: string): void {
    this.wanted = words;
    this.parts.redraw();
  }

  /** Puts the list in order, with what is new in it. */
  showOrder(): void {
    this.order.show();
    this.parts.focusOn('.card:not([hidden]) > .words');
  }

  lookAtAll(): void {
    this.looked.look(this.parts.board.all);
    this.parts.focusOn('.title');
  }

  forget(): void {
    this.order.show();
    this.#unfolded.clear();
    this.wanted = '';
  }

  /** The person has seen a goal as it is now, with what they have just done to it. */
  look(id: string): void {
    this.parts.board.follow();
    const drawn = this.parts.board.find(id);
    if (drawn) this.looked.look([drawn]);
    this.parts.redraw();
  }
}

/** The card of a goal, as a selector. */
export const cardOf = (id: string): string => `#${CSS.escape(`goal-${id}`)}`;
