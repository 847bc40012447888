import type { DrawnMoment, SharedMoments } from '../../controllers/kinds/shared-moments.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import { ListOrder } from '../../controllers/widget/list-order.js';
import { groupOf, inSessions, momentGroups, type MomentGroup } from '../../domain/empathy/shared-moment.js';
import type { Side } from '../../domain/side.js';
import type * as Cards from './views/cards.js';

/** Who has shared nothing yet needs nothing to show it with. */
const cardsPart = new LazyPart(() => import('./views/cards.js'));

interface Parts {
  readonly board: SharedMoments;
  readonly side: () => Side | undefined;
  /** Somebody has the focus or the pointer in the list: nothing that they see changes its place. */
  readonly isHeld: () => boolean;
  readonly isLoading: () => boolean;
  readonly redraw: () => void;
  readonly focusOn: (selector: string) => void;
}

/** Which moments are listed, in which order, and what of them is unfolded. */
export class EmpathyListing {
  readonly order = new ListOrder<DrawnMoment, MomentGroup>(momentGroups);
  /** Everything is unfolded, to be printed. */
  isPrinting = false;
  /** What draws moments; asked for with the first one. */
  readonly cards: AwaitedPart<typeof Cards>;
  readonly #unfolded = new Set<string>();
  /** Ids of what was ticked since the list was last put in order: its box stays. */
  readonly #ticked = new Set<string>();

  constructor(private readonly parts: Parts) {
    this.cards = new AwaitedPart(cardsPart, parts.redraw);
  }

  /** Before each drawing. */
  prepare(): void {
    const { board, side, isHeld, isLoading } = this.parts;
    board.follow();
    const drawn = new Map(board.all.map((one) => [one.shared.id, one]));
    const all = inSessions(board.all.map(({ shared }) => shared));
    this.order.follow(
      all.flatMap(({ id }) => drawn.get(id) ?? []),
      ({ shared }) => groupOf(shared, side()),
      isHeld(),
      isLoading(),
    );
    if ([board.all, board.begun, board.own].some(({ length }) => length > 0)) this.cards.take();
  }

  /** The client's words, to be read aloud. */
  get texts(): readonly { readonly text: string; readonly lang?: string | undefined }[] {
    return this.parts.board.all.flatMap(({ shared: { moment, language } }) =>
      moment.words === undefined ? [] : { text: moment.words, lang: language },
    );
  }

  isOpen(group: MomentGroup): boolean {
    return this.isPrinting || this.#unfolded.has(group);
  }

  open(group: MomentGroup, isOpen: boolean): void {
    if (this.isPrinting || isOpen === this.#unfolded.has(group)) return;
    if (isOpen) this.#unfolded.add(group);
    else this.#unfolded.delete(group);
    this.parts.redraw();
  }

  isTicked(id: string): boolean {
    return this.#ticked.has(id);
  }

  /** The person has ticked or unticked its box. */
  tick(id: string): void {
    this.#ticked.add(id);
  }

  /** Shows a moment, with the focus on what it is. */
  goTo(id: string): void {
    this.parts.focusOn(`#${CSS.escape(`moment-${id}`)} > .words`);
  }

  /** Puts the list in order, with what is new in it. */
  showOrder(): void {
    this.order.show();
    this.#ticked.clear();
    this.parts.focusOn('.card > .words');
  }

  forget(): void {
    this.order.show();
    this.#unfolded.clear();
    this.#ticked.clear();
  }
}
