import type { LitElement, TemplateResult } from 'lit';
import type { Support } from '../../context/provided.js';
import { entryKind, stepKind } from '../../controllers/kinds/goal-parts.js';
import { goalKind } from '../../controllers/kinds/goal.js';
import type { GoalKinds, GoalLists } from '../../controllers/kinds/shared-goals.js';
import { writtenBy, type Act, type Asked, type News } from '../../controllers/record/delivery.js';
import { RecordsController } from '../../controllers/record/records-controller.js';
import { ArrivalController } from '../../controllers/widget/focus.js';
import { LocalizeController } from '../../controllers/widget/localize.js';
import { ProvidedController } from '../../controllers/widget/provided.js';
import { recordSource } from '../../controllers/widget/record-source.js';
import { Visits } from '../../controllers/widget/visits.js';
import {
  settingsOf,
  tellUnknownAudience,
  type OwnSettings,
  type Settings,
} from '../../controllers/widget/settings.js';
import type { Completion } from '../../domain/record.js';
import type { Goal, GoalEntry, Step } from '../../domain/goals/goal.js';
import type { Goal as GoalResource, Observation, Resource, Task } from '../../fhir/resource.js';
import { goalsWords, type GoalKey } from '../../i18n/words/goals.js';
import { partiesOf } from '../../controllers/widget/parties.js';
import { copied } from '../../controllers/record/copied.js';
import { Guard } from '../../parts/guard.js';
import { GoalsScreen } from './goals-screen.js';
import { goalsTemplate } from './views/whole.js';

/** The element as its controllers know it. */
interface GoalsHost extends LitElement, OwnSettings {
  readonly locale: string | null | undefined;
  readonly source: Completion | null;
}

/** What one list of goals is made of, and how the parts hang together. */
export class GoalsControllers {
  readonly localize: LocalizeController<GoalKey>;
  readonly lists: GoalLists;
  readonly screen: GoalsScreen;
  readonly arrival: ArrivalController;
  readonly guard: Guard;
  readonly #provided: ProvidedController;
  #kinds: { readonly of: string; readonly kinds: GoalKinds } | undefined;
  /** What the person chose in the widget. */
  #support: Support | undefined;
  #completion: Completion | undefined;

  /** @param draw draws the element at once */
  constructor(
    private readonly host: GoalsHost,
    draw: () => void,
  ) {
    this.#provided = new ProvidedController(host, (before) => {
      if (before?.support !== this.#provided.value?.support) this.#support = undefined;
      for (const list of listsIn(this.lists)) list.follow();
    });
    this.localize = new LocalizeController(host, [goalsWords], () => ({
      own: host.locale ?? undefined,
      provided: this.#provided.value?.locale,
    }));
    this.lists = this.#makeLists();
    this.screen = new GoalsScreen(host, {
      localize: this.localize,
      settings: () => this.settings,
      provided: () => this.#provided.value,
      lists: this.lists,
      kinds: () => this.#kindsNow(),
      completion: () => this.#completion ?? host.source ?? 'self',
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

  chooseSupport(support: Support | undefined): void {
    this.#support = support;
    this.host.requestUpdate();
  }

  /** The host keeps the data itself; undefined goes back to the store. */
  take(resources: readonly Resource[] | undefined): void {
    const own = resources && [resources].flat().flatMap((resource) => copied('resources', resource) ?? []);
    for (const list of listsIn(this.lists)) list.take(own);
  }

  prepare(): void {
    tellUnknownAudience(this.settings);
    this.screen.listing.prepare();
  }

  draw(): TemplateResult {
    const open = listsIn(this.lists).flatMap<Asked>((list) => list.open);
    return goalsTemplate(this.screen, open, this.arrival.hasArrived);
  }

  #makeLists(): GoalLists {
    const { host } = this;
    const parts = {
      ...{ host, localize: this.localize },
      provided: () => this.#provided.value,
      told: () => this.settings.sharing.told,
      completion: () => this.#completion ?? host.source ?? 'self',
      eventFor: (act: Act, value: unknown) => this.screen.acts.required.eventOf(act, value),
      begun: () => {
        this.#completion = undefined;
        this.screen.forget();
      },
      changed: () => {
        host.requestUpdate();
      },
      heard: (news: News<Resource>) => {
        this.#share(news);
      },
    };
    const kinds = (): GoalKinds => this.#kindsNow();
    const more = {
      opening: () => this.screen.tasks.writing.required.openEdit,
      left: (): void => {
        for (const list of listsIn(this.lists)) list.watch();
      },
    };
    return {
      goals: new RecordsController(host, {
        ...recordSource<Goal, GoalResource>(parts),
        ...more,
        kind: () => kinds().goal,
      }),
      entries: new RecordsController(host, {
        ...recordSource<GoalEntry, Observation>(parts),
        ...more,
        kind: () => kinds().entry,
      }),
      steps: new RecordsController(host, {
        ...recordSource<Step, Task>(parts),
        ...more,
        kind: () => kinds().step,
      }),
    };
  }

  /** What an act wrote beside its main resource belongs to other lists. */
  #share(news: News<Resource>): void {
    for (const resource of writtenBy(news)) for (const list of listsIn(this.lists)) list.hold(resource);
  }

  /** The same ones as long as the same person looks at the same care. */
  #kindsNow(): GoalKinds {
    const provided = this.#provided.value;
    const { side, parties } = partiesOf(provided);
    const of = JSON.stringify([side, parties]);
    if (this.#kinds?.of === of) return this.#kinds.kinds;
    const sides = { side, parties, now: () => new Date(), writing: this.screen.tasks.writing };
    const hangs = {
      ...sides,
      toldOf: (link: Parameters<GoalsScreen['board']['toldOf']>[0]) => this.screen.board.toldOf(link),
    };
    const kinds = { goal: goalKind(sides), entry: entryKind(hangs), step: stepKind(hangs) };
    this.#kinds = { of, kinds };
    return kinds;
  }
}

const listsIn = ({ goals, entries, steps }: GoalLists) => [goals, entries, steps] as const;
