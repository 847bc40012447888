import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import {
  SharedGoals,
  type DrawnGoal,
  type GoalKinds,
  type GoalLists,
} from '../../controllers/kinds/shared-goals.js';
import type { Provided, Support } from '../../context/provided.js';
import { newId } from '../../context/new-id.js';
import { Aids } from '../../controllers/widget/aids.js';
import { DeliveryNews } from '../../controllers/widget/delivery-news.js';
import { WidgetFocus } from '../../controllers/widget/focus.js';
import { LateActing } from '../../controllers/widget/late-acting.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { Settings } from '../../controllers/widget/settings.js';
import { Tasks } from '../../controllers/widget/tasks.js';
import type { Side } from '../../domain/side.js';
import type { Completion } from '../../domain/record.js';
import type { Told, Viewer } from '../../domain/told.js';
import type { GoalKey } from '../../i18n/words/goals.js';
import type { Asked } from '../../controllers/record/delivery.js';
import { drawingTemplate } from '../../parts/pictures.js';
import { isOpenPage } from '../../parts/task.js';
import { cardOf, GoalsListing } from './goals-listing.js';
import type { GoalsDesk, TaskName } from './goals-desk.js';
import { begunIn } from './goals-begun.js';
import type { GoalsTasks, GoalsView } from './goals-view.js';
import type * as Drawings from './views/drawings.js';
import { spokenOutcome } from './views/outcome.js';

const drawings = new LazyPart(() => import('./views/drawings.js'));
const laterPart = new LazyPart(() => import('./goals-later.js'));

interface ScreenHost extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: ParentNode & Node;
}

interface Parts {
  readonly localize: LocalizeController<GoalKey>;
  readonly settings: () => Settings;
  readonly provided: () => Provided | undefined;
  readonly lists: GoalLists;
  readonly kinds: () => GoalKinds;
  readonly completion: () => Completion;
  readonly setHelped: (isHelped: boolean) => void;
  readonly chooseSupport: (support: Support) => void;
}

/** What is on the screen of the goals, and what a person does there. */
export class GoalsScreen implements GoalsView {
  readonly localize: LocalizeController<GoalKey>;
  readonly board: SharedGoals;
  readonly listing: GoalsListing;
  readonly acts: GoalsView['acts'];
  readonly tasks: GoalsTasks;
  readonly focus: WidgetFocus;
  refused: GoalsView['refused'];
  readonly aids: Aids;
  readonly #drawings: AwaitedPart<typeof Drawings>;

  constructor(
    private readonly host: ScreenHost,
    private readonly parts: Parts,
  ) {
    this.localize = parts.localize;
    this.focus = new WidgetFocus(host);
    this.board = new SharedGoals(
      parts.lists,
      parts.kinds,
      (goal) => begunIn(parts.lists, goal) !== undefined,
    );
    this.listing = new GoalsListing({
      ...{ board: this.board, side: () => this.side, provided: parts.provided, redraw: this.redraw },
      isHeld: () => !this.tasks.current && (this.focus.isInside || host.matches(':hover')),
      isLoading: () => this.isLoading,
      focusOn: (selector) => {
        this.focusOn(selector);
      },
    });
    this.aids = new Aids(host, {
      settings: () => this.settings,
      ...{ chooseSupport: parts.chooseSupport, setHelped: parts.setHelped },
      completion: () => (this.viewer === 'client' ? parts.completion() : undefined),
      ...{ localize: parts.localize, focus: this.focus },
      texts: () => this.#texts,
    });
    this.#drawings = new AwaitedPart(drawings, this.redraw);
    this.tasks = new Tasks(host, {
      ...{ part: laterPart, isOpen: isOpenPage },
      learn: (words) => this.localize.learn(words),
      moved: (isStopped) => {
        this.aids.silence();
        if (isStopped) this.focusOn('.problem');
        else void this.focus.toQuestion();
      },
      left: (id) => {
        this.aids.silence();
        this.listing.order.show();
        if (id === undefined) this.focusOn('.title');
        else this.listing.goTo(id);
      },
    });
    this.acts = new LateActing(
      this.tasks,
      (later) =>
        new later.GoalsActing({
          ...{ lists: parts.lists, board: this.board, side: () => this.side, at: this.at },
          refuse: (id, refused) => {
            this.refused = { id, refused };
            this.redraw();
            this.focusOn(`${cardOf(id)} > .words`);
          },
          // What was pressed may be gone with the next drawing, but for what is only ticked
          begun: (id) => {
            this.refused = undefined;
            if (this.focus.isIn(':not(.steps input)') && !this.tasks.current) this.listing.goTo(id);
          },
          ended: (id) => {
            this.listing.look(id);
          },
          changed: this.redraw,
        }),
    );
    new DeliveryNews(host, {
      focus: this.focus,
      edit: () => this.acts.present?.last?.edit,
      words: () => ({ text: spokenOutcome(this), language: this.localize.language }),
    });
  }

  get settings(): Settings {
    return this.parts.settings();
  }

  get viewer(): Viewer {
    return this.parts.provided()?.viewer ?? 'client';
  }

  get side(): Side | undefined {
    return this.viewer === 'supervisor' ? undefined : this.viewer;
  }

  get ideas(): readonly DrawnGoal[] {
    return this.board.ideas;
  }

  get isKeeping(): boolean {
    return this.parts.provided()?.drafts?.lasts === 'device';
  }

  get hasHidden(): boolean {
    return this.parts.lists.goals.hasHidden;
  }

  get notice(): GoalsView['notice'] {
    const { goals, entries, steps } = this.parts.lists;
    if (this.tasks.hasFailed) return 'not-loaded';
    return goals.notice ?? entries.notice ?? steps.notice;
  }

  get isLoading(): boolean {
    const { goals, entries, steps } = this.parts.lists;
    return this.listing.cards.isAwaited || goals.isLoading || entries.isLoading || steps.isLoading;
  }

  get ready(): Promise<unknown> {
    const { tasks, aids, listing } = this;
    return Promise.all([tasks, aids, listing.cards, this.#drawings].map(({ ready }) => ready));
  }

  readonly redraw = (): void => {
    this.host.requestUpdate();
  };

  readonly at = (): string => new Date().toISOString();

  get delivery(): GoalsView['delivery'] {
    return this.acts.present?.last?.edit.delivery;
  }

  get later(): GoalsView['later'] {
    return this.tasks.later;
  }

  begin(name: TaskName, drawn?: DrawnGoal): void {
    this.refused = undefined;
    this.acts.present?.rest();
    void this.tasks.open((later, done) => {
      const desk = this.#desk;
      return desk && later.makeTask({ ...desk, done }, name, drawn);
    });
  }

  readonly leaveTask = (): void => void this.tasks.leave();

  settle(sender: Asked, choice: 'mine' | 'theirs' | 'both', id: string | undefined): void {
    // What the person had done is not what holds
    if (choice === 'theirs') this.acts.present?.rest();
    const settled = sender.resolve(choice);
    void settled.then(() => this.tasks.leave(id));
  }

  readonly begun: GoalsView['begun'] = ({ shared: { id }, wire }) => begunIn(this.parts.lists, { id, wire });

  dropIdea(idea: DrawnGoal): void {
    void this.board.drop(idea);
    this.focusOn('.title');
  }

  readonly toldOf = ({ wire }: DrawnGoal): Told => this.board.toldIn(wire);

  focusOn(selector: string): void {
    void this.focus.to(selector, '.title');
  }

  drawing(name: string): TemplateResult | typeof nothing {
    return this.settings.isEasy ? drawingTemplate(this.#drawings.take()?.drawings[name]) : nothing;
  }

  /** What is asked on the screen, else the words of all goals. */
  get #texts(): readonly { readonly text: string }[] {
    const asked = this.tasks.page?.asks.flatMap(({ words }) => (typeof words === 'string' ? words : []));
    return (asked ?? this.board.all.map(({ shared }) => shared.goal.text)).map((text) => ({ text }));
  }

  /** Another person, session or sign-in: nothing of the former one stays. */
  forget(): void {
    this.acts.present?.forget();
    this.tasks.forget();
    this.board.forget();
    this.listing.forget();
    this.refused = undefined;
    this.aids.silence();
    this.redraw();
  }

  get #desk(): Omit<GoalsDesk, 'done'> | undefined {
    const { side, localize, board, redraw } = this;
    const acting = this.acts.present;
    if (!side || !acting) return undefined;
    const { isEasy } = this.settings;
    const { lists } = this.parts;
    return { side, localize, board, acting, redraw, isEasy, lists, at: this.at, newId };
  }
}
