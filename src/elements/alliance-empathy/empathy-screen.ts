import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MomentSender } from '../../controllers/kinds/moment.js';
import {
  momentIdOf,
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
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import { ListOrder } from '../../controllers/widget/list-order.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import { partiesOf } from '../../controllers/widget/parties.js';
import type { Settings } from '../../controllers/widget/settings.js';
import { Tasks } from '../../controllers/widget/tasks.js';
import type { MomentKind } from '../../domain/empathy/moment.js';
import { groupOf, inSessions, momentGroups, type MomentGroup } from '../../domain/empathy/shared-moment.js';
import type { Completion } from '../../domain/record.js';
import type { Side } from '../../domain/side.js';
import type { Told, Viewer } from '../../domain/told.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import { drawingTemplate } from '../../parts/pictures.js';
import { isOpenPage } from '../../parts/task.js';
import { EmpathyActing } from './empathy-acting.js';
import type { EmpathyTask } from './empathy-desk.js';
import type { EmpathyQuestions } from './empathy-questions.js';
import type { EmpathyMode, EmpathyTasks, EmpathyView, ListedMoments } from './empathy-view.js';
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

/** The card of a moment, as a selector. */
const cardOf = (id: string): string => `#${CSS.escape(`moment-${id}`)}`;

/** What is on the screen of the moments, and what a person does there. */
export class EmpathyScreen implements EmpathyView {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly board: SharedMoments;
  readonly acting: EmpathyActing;
  readonly tasks: EmpathyTasks;
  readonly focus: WidgetFocus;
  readonly aids: Aids;
  refused: EmpathyView['refused'];
  readonly #order = new ListOrder<DrawnMoment, MomentGroup>(momentGroups);
  readonly #unfolded = new Set<string>();
  readonly #drawings: AwaitedPart<typeof Drawings>;
  isPrinting = false;

  constructor(
    private readonly host: ScreenHost,
    private readonly parts: Parts,
  ) {
    const { lists, localize } = parts;
    this.localize = localize;
    this.focus = new WidgetFocus(host);
    this.board = new SharedMoments(lists, parts.kinds, () => partiesOf(parts.provided()).parties);
    this.#drawings = new AwaitedPart(drawings, this.redraw);
    this.aids = new Aids(host, {
      settings: () => this.settings,
      chooseSupport: parts.chooseSupport,
      language: () => localize.language,
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
        this.#order.show();
        if (id === undefined) this.focusOn('.title');
        else this.#goTo(id);
      },
    });
    this.acting = new EmpathyActing({
      ...{ lists, board: this.board },
      actor: () => ({ by: this.side, author: this.author, at: new Date().toISOString() }),
      load: () => this.tasks.load(),
      refuse: (id, refused) => {
        this.refused = { id, refused };
        this.#goTo(id);
      },
      // What was pressed may be gone with the next drawing
      begun: (id) => {
        this.refused = undefined;
        if (this.focus.isInside && !this.tasks.current) this.#goTo(id);
      },
      ended: this.redraw,
    });
    new DeliveryNews(host, {
      edit: () => this.acting.last?.edit,
      words: () => ({ text: spokenOutcome(this), language: localize.language }),
      arrived: () => {
        if (this.acting.last?.edit.delivery.state === 'conflict') this.focus.toNews();
      },
    });
  }

  get settings(): Settings {
    return this.parts.settings();
  }

  get mode(): EmpathyMode {
    return this.parts.mode();
  }

  get viewer(): Viewer {
    return this.parts.provided()?.viewer ?? 'client';
  }

  get side(): Side | undefined {
    return this.viewer === 'supervisor' ? undefined : this.viewer;
  }

  get author(): string | undefined {
    return this.parts.provided()?.author;
  }

  get questions(): EmpathyQuestions {
    return this.parts.questions;
  }

  get listed(): readonly ListedMoments[] {
    return this.#order.listed;
  }

  get isBehind(): boolean {
    return this.#order.isBehind;
  }

  get begun(): readonly KeptMoment[] {
    return this.board.begun;
  }

  get own(): readonly KeptMoment[] {
    return this.board.own;
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
    return this.tasks.hasFailed ? 'offline' : this.parts.lists.moments.notice;
  }

  get isLoading(): boolean {
    return Object.values(this.parts.lists).some(({ isLoading }) => isLoading);
  }

  get isHelped(): boolean | undefined {
    const completion = this.parts.completion();
    return this.viewer !== 'client' || completion === 'proxy' ? undefined : completion === 'supported';
  }

  get delivery(): EmpathyView['delivery'] {
    return this.acting.last?.edit.delivery;
  }

  get later(): EmpathyView['later'] {
    return this.tasks.later;
  }

  get ready(): Promise<unknown> {
    const { tasks, aids, questions } = this;
    return Promise.all([tasks.ready, this.#drawings.ready, aids.ready, questions.ready]);
  }

  readonly redraw = (): void => {
    this.host.requestUpdate();
  };

  /** Before each drawing. */
  prepare(): void {
    this.board.follow();
    const drawn = new Map(this.board.all.map((one) => [one.shared.id, one]));
    const all = inSessions(this.board.all.map(({ shared }) => shared));
    const isHeld = !this.tasks.current && (this.focus.isInside || this.host.matches(':hover'));
    this.#order.follow(
      all.flatMap(({ id }) => drawn.get(id) ?? []),
      ({ shared }) => groupOf(shared, this.side),
      isHeld,
    );
  }

  isOpen(group: string): boolean {
    return this.isPrinting || this.#unfolded.has(group);
  }

  open(group: string, isOpen: boolean): void {
    if (this.isPrinting || isOpen === this.#unfolded.has(group)) return;
    if (isOpen) this.#unfolded.add(group);
    else this.#unfolded.delete(group);
    this.redraw();
  }

  showOrder(): void {
    this.#order.show();
    this.focusOn('.card > .words');
  }

  begin(task: EmpathyTask): void {
    const { side, localize, acting, redraw, isKeeping, hasSomeoneElse } = this;
    if (!side) return;
    this.refused = undefined;
    this.acting.rest();
    void this.tasks.open((later, done) =>
      later.makeTask(
        { ...{ side, localize, acting, redraw, isKeeping, hasSomeoneElse, done }, lists: this.parts.lists },
        task,
      ),
    );
  }

  note(kind: MomentKind): void {
    const { moments } = this.parts.lists;
    void this.tasks.load().then((later) => {
      if (!later) return;
      const sender = moments.edit();
      sender.edit.change({ kind });
      sender.edit.keepDraft();
      const id = momentIdOf(sender.edit.toResource());
      void moments.close(sender).then(() => {
        this.#goTo(id);
      });
    });
  }

  drop({ draft }: KeptMoment): void {
    void this.parts.lists.moments.kept.remove(draft);
    this.focusOn('.title');
  }

  readonly leaveTask = (): void => void this.tasks.leave();

  settle(sender: MomentSender, choice: 'mine' | 'theirs' | 'both'): void {
    void sender.resolve(choice).then(() => this.tasks.leave(momentIdOf(sender.edit.toResource())));
  }

  readonly toldOf = ({ shared }: DrawnMoment): Told => this.board.toldOf(shared.link) ?? [];

  readonly setHelped = (isHelped: boolean): void => this.parts.setHelped(isHelped);

  focusOn(selector: string): void {
    void this.focus.to(selector, '.title');
  }

  drawing(name: string): TemplateResult | typeof nothing {
    return this.settings.isEasy ? drawingTemplate(this.#drawings.take()?.drawings[name]) : nothing;
  }

  /** Another person, session or sign-in: nothing of the former one stays. */
  forget(): void {
    this.acting.forget();
    this.tasks.forget();
    this.board.forget();
    this.questions.forget();
    this.#order.show();
    this.#unfolded.clear();
    this.refused = undefined;
    this.aids.silence();
    this.redraw();
  }

  #goTo(id: string): void {
    this.focusOn(`${cardOf(id)} > .words`);
  }

  /** What is asked on the screen, else the client's words. */
  get #texts(): readonly { readonly text: string; readonly lang?: string | undefined }[] {
    const asked = this.tasks.page?.asks.flatMap(({ words }) =>
      typeof words === 'string' ? { text: words } : [],
    );
    return (
      asked ??
      this.board.all.flatMap(({ shared: { moment, language } }) =>
        moment.words === undefined ? [] : { text: moment.words, lang: language },
      )
    );
  }
}
