import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Asked } from '../../controllers/record/delivery.js';
import {
  SharedMoments,
  type DrawnMoment,
  type KeptMoment,
  type MomentKinds,
  type MomentLists,
} from '../../controllers/kinds/shared-moments.js';
import type { Provided, Support } from '../../context/provided.js';
import { Aids } from '../../controllers/widget/aids.js';
import { DeliveryNews } from '../../controllers/widget/delivery-news.js';
import { WidgetFocus } from '../../controllers/widget/focus.js';
import { LateActing } from '../../controllers/widget/late-acting.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import { partiesOf } from '../../controllers/widget/parties.js';
import type { Settings } from '../../controllers/widget/settings.js';
import { Tasks } from '../../controllers/widget/tasks.js';
import type { MomentKind } from '../../domain/empathy/moment.js';
import type { Completion } from '../../domain/record.js';
import type { Side } from '../../domain/side.js';
import type { Told, Viewer } from '../../domain/told.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import { drawingTemplate } from '../../parts/pictures.js';
import { isOpenPage } from '../../parts/task.js';
import type { EmpathyTask } from './empathy-desk.js';
import type { EmpathyQuestions } from './empathy-questions.js';
import { EmpathyListing } from './empathy-listing.js';
import type { EmpathyMode, EmpathyTasks, EmpathyView } from './empathy-view.js';
import type * as Drawings from './views/drawings.js';
import { spokenOutcome } from './views/outcome.js';

const drawings = new LazyPart(() => import('./views/drawings.js'));
const laterPart = new LazyPart(() => import('./empathy-later.js'));

interface ScreenHost extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: ParentNode & Node;
}

interface Parts {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly settings: () => Settings;
  readonly provided: () => Provided | undefined;
  readonly mode: () => EmpathyMode;
  readonly lists: MomentLists;
  readonly kinds: () => MomentKinds;
  readonly questions: EmpathyQuestions;
  readonly completion: () => Completion;
  readonly setHelped: (isHelped: boolean) => void;
  readonly chooseSupport: (support: Support) => void;
}

/** What is on the screen of the moments, and what a person does there. */
export class EmpathyScreen implements EmpathyView {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly board: SharedMoments;
  readonly questions: EmpathyQuestions;
  readonly tasks: EmpathyTasks;
  readonly acts: EmpathyView['acts'];
  readonly focus: WidgetFocus;
  readonly aids: Aids;
  refused: EmpathyView['refused'];
  readonly listing: EmpathyListing;
  readonly #drawings: AwaitedPart<typeof Drawings>;

  constructor(
    private readonly host: ScreenHost,
    private readonly parts: Parts,
  ) {
    const { lists, localize } = parts;
    this.localize = localize;
    this.questions = parts.questions;
    this.focus = new WidgetFocus(host);
    this.board = new SharedMoments(lists, parts.kinds, () => partiesOf(parts.provided()).parties);
    this.listing = new EmpathyListing({
      ...{ board: this.board, side: () => this.side, redraw: this.redraw },
      isLoading: () => this.isLoading,
      isHeld: () => !this.tasks.current && (this.focus.isInside || host.matches(':hover')),
      focusOn: this.focusOn,
    });
    this.#drawings = new AwaitedPart(drawings, this.redraw);
    this.aids = new Aids(host, {
      settings: () => this.settings,
      ...{ chooseSupport: parts.chooseSupport, setHelped: parts.setHelped },
      completion: () => (this.viewer === 'client' ? parts.completion() : undefined),
      ...{ localize: parts.localize, focus: this.focus },
      texts: () => this.#texts,
    });
    this.tasks = new Tasks(host, {
      ...{ part: laterPart, isOpen: isOpenPage },
      learn: (words) => localize.learn(words),
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
        new later.EmpathyActing({
          ...{ lists, board: this.board },
          // What was taken back is gone from the screen, with the focus; what is asked then has the focus itself
          ended: (id) => {
            this.board.follow();
            const isGone = !this.board.find(id) && this.delivery?.state !== 'conflict';
            if (isGone && (this.focus.isInside || this.focus.isLost)) this.focusOn('.title');
            else this.redraw();
          },
          actor: () => ({ by: this.side, author: this.author, at: new Date().toISOString() }),
          refuse: (id, refused) => {
            this.refused = { id, refused };
            this.listing.goTo(id);
          },
          // What was pressed may be gone with the next drawing, but for what is only ticked
          begun: (id) => {
            this.refused = undefined;
            if (this.focus.isIn(':not(.helped input)') && !this.tasks.current) this.listing.goTo(id);
          },
        }),
    );
    new DeliveryNews(host, {
      focus: this.focus,
      edit: () => this.acts.present?.last?.edit,
      words: () => ({ text: spokenOutcome(this), language: localize.language }),
    });
  }

  get settings(): Settings {
    return this.parts.settings();
  }

  get mode(): EmpathyMode {
    return this.parts.mode();
  }

  get author(): string | undefined {
    return this.parts.provided()?.author;
  }

  get viewer(): Viewer {
    return this.parts.provided()?.viewer ?? 'client';
  }

  get side(): Side | undefined {
    return this.viewer === 'supervisor' ? undefined : this.viewer;
  }

  get isKeeping(): boolean {
    return this.parts.provided()?.drafts?.lasts === 'device';
  }

  get hasHidden(): boolean {
    return this.parts.lists.moments.hasHidden;
  }

  get hasSomeoneElse(): boolean {
    return this.host.querySelector('[slot="someone-else"]') !== null;
  }

  get notice(): EmpathyView['notice'] {
    const { moments, threads, raises } = this.parts.lists;
    if (this.tasks.hasFailed) return 'not-loaded';
    return moments.notice ?? threads.notice ?? raises.notice;
  }

  get isLoading(): boolean {
    return this.listing.cards.isAwaited || Object.values(this.parts.lists).some(({ isLoading }) => isLoading);
  }

  get delivery(): EmpathyView['delivery'] {
    return this.acts.present?.last?.edit.delivery;
  }

  get later(): EmpathyView['later'] {
    return this.tasks.later;
  }

  get ready(): Promise<unknown> {
    const { tasks, aids, questions, listing } = this;
    return Promise.all([tasks, aids, questions, listing.cards, this.#drawings].map(({ ready }) => ready));
  }

  readonly redraw = (): void => this.host.requestUpdate();

  begin(task: EmpathyTask): void {
    this.refused = undefined;
    this.acts.present?.rest();
    const { side, localize, redraw, isKeeping, hasSomeoneElse } = this;
    void this.tasks.open((later, done) => {
      if (!side) return undefined;
      const desk = { side, localize, acting: this.acts.required, redraw, isKeeping, hasSomeoneElse, done };
      return later.makeTask({ ...desk, lists: this.parts.lists }, task);
    });
  }

  note(kind: MomentKind): void {
    this.acts.do((acting) => {
      void acting.note(kind).then((id) => {
        this.listing.goTo(id);
      });
    });
  }

  drop({ draft }: KeptMoment): void {
    void this.parts.lists.moments.kept.remove(draft);
    this.focusOn('.title');
  }

  readonly leaveTask = (): void => void this.tasks.leave();
  settle(sender: Asked, choice: 'mine' | 'theirs' | 'both', id: string | undefined): void {
    void sender.resolve(choice).then(() => this.tasks.leave(id));
  }

  readonly toldOf = ({ shared }: DrawnMoment): Told => this.board.toldOf(shared.link) ?? [];
  readonly focusOn = (selector: string): void => void this.focus.to(selector, '.title');

  drawing(name: string): TemplateResult | typeof nothing {
    return this.settings.isEasy ? drawingTemplate(this.#drawings.take()?.drawings[name]) : nothing;
  }

  /** Another person, session or sign-in: nothing of the former one stays. */
  forget(): void {
    this.acts.present?.forget();
    this.tasks.forget();
    this.board.forget();
    this.questions.forget();
    this.listing.forget();
    this.refused = undefined;
    this.aids.silence();
    this.redraw();
  }

  /** What is asked on the screen, else the client's words. */
  get #texts(): EmpathyListing['texts'] {
    const asked = this.tasks.page?.asks.flatMap(({ words }) =>
      typeof words === 'string' ? { text: words } : [],
    );
    return asked ?? this.listing.texts;
  }
}
