import type { LitElement, TemplateResult } from 'lit';
import type { Support } from '../../context/provided.js';
import { raiseKind, threadKind } from '../../controllers/kinds/moment-parts.js';
import { momentKind, toldOfMoments } from '../../controllers/kinds/moment.js';
import type { MomentKinds, MomentLists } from '../../controllers/kinds/shared-moments.js';
import { writtenBy, type Act, type Asked, type News } from '../../controllers/record/delivery.js';
import { RecordsController } from '../../controllers/record/records-controller.js';
import { ArrivalController } from '../../controllers/widget/focus.js';
import { LocalizeController } from '../../controllers/widget/localize.js';
import { partiesOf } from '../../controllers/widget/parties.js';
import { ProvidedController } from '../../controllers/widget/provided.js';
import { recordSource } from '../../controllers/widget/record-source.js';
import { Visits } from '../../controllers/widget/visits.js';
import { settingsOf, type OwnSettings, type Settings } from '../../controllers/widget/settings.js';
import type { Moment, Raise, ThreadEntry } from '../../domain/empathy/moment.js';
import type { Link } from '../../domain/link.js';
import type { Completion } from '../../domain/record.js';
import type { Communication, Resource, Task } from '../../fhir/resource.js';
import { empathyWords, type EmpathyKey } from '../../i18n/words/empathy.js';
import { EmpathyQuestions } from './empathy-questions.js';
import { copied } from '../../controllers/record/copied.js';
import { Guard } from '../../parts/guard.js';
import { EmpathyScreen } from './empathy-screen.js';
import type { EmpathyMode } from './empathy-view.js';
import { empathyTemplate } from './views/whole.js';

/** The element as its controllers know it. */
interface EmpathyHost extends LitElement, OwnSettings {
  readonly mode: string | null;
  readonly pairs: boolean;
  readonly locale: string | null | undefined;
  readonly source: Completion | null;
}

const modes: readonly EmpathyMode[] = ['full', 'quick', 'moment'];

/** What the widget of moments is made of, and how the parts hang together. */
export class EmpathyControllers {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly lists: MomentLists;
  readonly questions: EmpathyQuestions;
  readonly screen: EmpathyScreen;
  readonly arrival: ArrivalController;
  readonly guard: Guard;
  readonly #provided: ProvidedController;
  #kinds: { readonly of: string; readonly kinds: MomentKinds } | undefined;
  /** What the person chose in the widget. */
  #support: Support | undefined;
  #completion: Completion | undefined;

  /** @param draw draws the element at once */
  constructor(
    private readonly host: EmpathyHost,
    draw: () => void,
  ) {
    this.#provided = new ProvidedController(host, (before) => {
      if (before?.support !== this.#provided.value?.support) this.#support = undefined;
      for (const list of listsIn(this.lists)) list.follow();
    });
    this.localize = new LocalizeController(host, [empathyWords], () => ({
      own: host.locale ?? undefined,
      provided: this.#provided.value?.locale,
    }));
    this.lists = this.#makeLists();
    const mode = (): EmpathyMode => modes.find((one) => one === host.mode) ?? 'full';
    this.questions = new EmpathyQuestions(host, {
      ...{ localize: this.localize, mode, isPaired: () => host.pairs },
      provided: () => this.#provided.value,
      side: () => this.screen.side,
      look: () => ({
        ...this.settings,
        ...{ locale: host.locale ?? undefined, source: this.completion, audience: host.audience },
        hasPrivacy: host.querySelector('[slot="privacy"]') !== null,
      }),
      moved: () => {
        this.screen.focusOn('.title');
      },
    });
    this.screen = new EmpathyScreen(host, {
      ...{ localize: this.localize, lists: this.lists, questions: this.questions, mode },
      settings: () => this.settings,
      provided: () => this.#provided.value,
      kinds: () => this.#kindsNow(),
      completion: () => this.completion,
      setHelped: (isHelped) => {
        this.#completion = isHelped ? 'supported' : 'self';
        host.requestUpdate();
      },
      chooseSupport: (support) => {
        this.chooseSupport(support);
      },
    });
    this.guard = new Guard(host, this.localize, {
      resources: () =>
        listsIn(this.lists).flatMap(({ open }) =>
          open.flatMap(({ edit }): Resource[] => (edit.isTouched ? [edit.toResource()] : [])),
        ),
    });
    new Visits(host, {
      draw,
      arrived: this.screen.tasks.expect,
      printing: (isPrinting) => {
        this.screen.listing.isPrinting = isPrinting;
      },
    });
    this.arrival = new ArrivalController(host, () => !this.localize.isReady || this.screen.isLoading);
  }

  get settings(): Settings {
    const here = { support: this.#support, isInForm: false, isFormDisabled: false };
    return settingsOf(this.host, this.#provided.value, here);
  }

  get completion(): Completion {
    return this.#completion ?? this.host.source ?? 'self';
  }

  chooseSupport(support: Support | undefined): void {
    this.#support = support;
    this.host.requestUpdate();
  }

  /** The host keeps the data itself; undefined goes back to the store. */
  take(resources: readonly Resource[] | undefined): void {
    const own = resources && [resources].flat().flatMap((resource) => copied('resources', resource) ?? []);
    for (const list of listsIn(this.lists)) list.take(own);
  }

  draw(): TemplateResult {
    const open = listsIn(this.lists).flatMap<Asked>((list) => list.open);
    return empathyTemplate(this.screen, open, this.arrival.hasArrived);
  }

  #makeLists(): MomentLists {
    const { host } = this;
    const parts = {
      ...{ host, localize: this.localize },
      provided: () => this.#provided.value,
      told: () => toldOfMoments,
      completion: () => this.completion,
      eventFor: (act: Act, value: unknown) => this.screen.acts.required.eventOf(act, value),
      begun: () => {
        this.#completion = undefined;
        this.screen.forget();
      },
      changed: () => {
        host.requestUpdate();
      },
      heard: (news: News<Resource>) => {
        // What an act wrote beside its main resource belongs to other lists
        for (const resource of writtenBy(news)) for (const list of listsIn(this.lists)) list.hold(resource);
      },
    };
    const kinds = (): MomentKinds => this.#kindsNow();
    const more = {
      opening: () => this.screen.tasks.writing.required.openEdit,
      left: (): void => {
        for (const list of listsIn(this.lists)) list.watch();
      },
    };
    return {
      moments: new RecordsController(host, {
        ...recordSource<Moment, Communication>(parts),
        ...more,
        kind: () => kinds().moment,
      }),
      threads: new RecordsController(host, {
        ...recordSource<ThreadEntry, Communication>(parts),
        ...more,
        kind: () => kinds().thread,
      }),
      raises: new RecordsController(host, {
        ...recordSource<Raise, Task>(parts),
        ...more,
        kind: () => kinds().raise,
      }),
    };
  }

  /** The same ones as long as the same person looks at the same care. */
  #kindsNow(): MomentKinds {
    const provided = this.#provided.value;
    const { side, parties } = partiesOf(provided);
    const { partner = [] } = provided ?? {};
    const own = side === 'client' ? [] : [parties.client ?? []].flat();
    const recipients = partner.length > 0 ? partner : own;
    const of = JSON.stringify([side, parties, recipients]);
    if (this.#kinds?.of === of) return this.#kinds.kinds;
    const sides = { side, parties, recipients, writing: this.screen.tasks.writing };
    const hangs = { ...sides, toldOf: (link: Link) => this.screen.board.toldOf(link) };
    const kinds = { moment: momentKind(sides), thread: threadKind(hangs), raise: raiseKind(hangs) };
    this.#kinds = { of, kinds };
    return kinds;
  }
}

const listsIn = ({ moments, threads, raises }: MomentLists) => [moments, threads, raises] as const;
