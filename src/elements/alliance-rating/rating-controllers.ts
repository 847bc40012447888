import type { LitElement, TemplateResult } from 'lit';
import type { Calculate } from '../../controllers/kinds/calculation.js';
import { ArrivalController } from '../../controllers/widget/focus.js';
import { tellUnknownAudience } from '../../controllers/widget/settings.js';
import { FormControl } from '../../controllers/widget/form-control.js';
import { copied } from '../../controllers/record/copied.js';
import { GivenAnswers } from '../../controllers/kinds/given-answers.js';
import { InstrumentController } from '../../controllers/instrument/instrument.js';
import { LazyPart } from '../../controllers/widget/lazy-part.js';
import { LocalizeController } from '../../controllers/widget/localize.js';
import { ProvidedController } from '../../controllers/widget/provided.js';
import {
  responseKind,
  type Asked,
  type ResponseController,
  type ResponseEdit,
  type FormerResponse,
  type ResponseKind,
} from '../../controllers/kinds/response.js';
import { RecordController } from '../../controllers/record/record-controller.js';
import { AllianceSubmitEvent } from '../../controllers/widget/events.js';
import { recordSource } from '../../controllers/widget/record-source.js';
import { toPlainAnswers } from '../../domain/instrument/plain-answers.js';
import { scoresOf } from '../../domain/instrument/scoring.js';
import { instrumentWords, type InstrumentKey } from '../../i18n/words/instruments.js';
import { ratingWords, type RatingKey } from '../../i18n/words/rating.js';
import type { Support } from '../../context/provided.js';
import type { Answers } from '../../domain/answers/answer.js';
import type { Questionnaire, QuestionnaireResponse } from '../../fhir/resource.js';
import { Guard } from '../../parts/guard.js';
import { outcomeWords } from '../../parts/state.js';
import { foreignControls } from './controls/foreign-controls.js';
import { publishTo } from './rating-form.js';
import { RatingScreen } from './rating-screen.js';
import { ratingSettingsOf, type OwnRatingSettings, type RatingSettings } from './rating-settings.js';
import type { Reading } from './views/therapist.js';
import { emptyTemplate, ratingTemplate, unreadableTemplate } from './views/whole.js';

/** Stands for what cannot be read: `problems` and the console tell. */
const NO_JSON = '' as unknown as Questionnaire;

/** Most pages never ask about empathy. */
const empathyPart = new LazyPart(() => import('./controls/empathy-instruments.js'));

/** The element as its controllers know it. */
interface RatingHost extends LitElement, OwnRatingSettings {
  readonly instrument: string | null;
  readonly locale: string | null | undefined;
  readonly calculate: Calculate | undefined;
}

/** What one rating is made of, and how the parts hang together. */
export class RatingControllers {
  readonly localize: LocalizeController<RatingKey | InstrumentKey>;
  readonly instrument: InstrumentController;
  readonly form: FormControl;
  readonly responses: ResponseController;
  readonly given: GivenAnswers;
  readonly screen: RatingScreen;
  readonly arrival: ArrivalController;
  readonly guard: Guard;
  #former: FormerResponse | undefined;
  readonly #provided: ProvidedController;
  #questionnaire: Questionnaire | undefined;
  /** As the page has it. */
  #handedIn: Questionnaire | undefined;
  /** What the person chose in the widget. */
  #support: Support | undefined;
  #isFormDisabled = false;
  #asked: Asked | undefined;
  #kind: ResponseKind | undefined;

  constructor(private readonly host: RatingHost) {
    this.#provided = new ProvidedController(host, (before) => {
      if (before?.support !== this.#provided.value?.support) this.chooseSupport(undefined);
      this.responses.follow();
    });
    this.localize = new LocalizeController(host, [ratingWords, instrumentWords], () => ({
      own: host.locale ?? undefined,
      provided: this.#provided.value?.locale,
    }));
    this.instrument = new InstrumentController(
      host,
      this.localize,
      () => ({
        instrumentId: host.instrument ?? 'session-alliance',
        given: this.#questionnaire,
        canEvaluate: host.calculate !== undefined,
      }),
      foreignControls,
      empathyPart,
    );
    this.form = new FormControl(host, (isFirst) => {
      this.screen.stop(isFirst);
    });
    this.responses = this.#makeResponses();
    this.arrival = new ArrivalController(
      host,
      () => !this.localize.isReady || this.edit === undefined || this.edit.isLoading,
    );
    this.guard = new Guard(host, this.localize, {
      resources: () => [this.edit?.current() ?? []].flat(),
      send: async () => {
        await this.responses.sender?.send('give');
        return outcomeWords(this.localize, this.screen.standing);
      },
    });
    this.given = new GivenAnswers(this.responses, () => this.instrument.required);
    this.screen = new RatingScreen(host, {
      settings: () => this.settings,
      chooseSupport: (support) => {
        this.chooseSupport(support);
      },
      localize: this.localize,
      responses: this.responses,
      instrument: () => this.instrument.required,
      publish: () => {
        this.publish();
      },
    });
  }

  /** Undefined until there is an instrument. */
  get edit(): ResponseEdit | undefined {
    return this.responses.edit;
  }

  /** A copy: the page may do with it what it wants. */
  get response(): QuestionnaireResponse | undefined {
    const current = this.edit?.current();
    return current && copied('response', current);
  }

  /** What a therapist or supervisor sees beside the answers. */
  get reading(): Reading {
    return { about: this.responses.about, former: this.#former?.found };
  }

  /** Before each drawing. */
  prepare(): void {
    tellUnknownAudience(this.settings);
    if (!this.edit) return;
    const part = this.settings.isReader ? this.screen.look.therapist.take() : undefined;
    if (part)
      this.#former ??= new part.FormerRecord(this.host, {
        kind: () => this.#kindNow(),
        edit: () => this.edit,
      });
    this.screen.prepare();
  }

  draw(): TemplateResult {
    const { edit, screen, localize, instrument, reading, arrival } = this;
    if (edit) return ratingTemplate(screen, reading, arrival.hasArrived);
    return instrument.isLoading ? emptyTemplate(localize) : unreadableTemplate(localize, instrument.retry);
  }

  /** Resolves when the parts that came later are here, or are known not to come. */
  get ready(): Promise<unknown> {
    return Promise.all([this.instrument.ready, this.screen.ready]);
  }

  get settings(): RatingSettings {
    return ratingSettingsOf(this.host, this.#provided.value, {
      support: this.#support,
      isInForm: this.form.isInForm,
      isFormDisabled: this.#isFormDisabled,
      direction: this.localize.direction,
      answeredBy: this.instrument.instrument?.answeredBy ?? 'client',
    });
  }

  set questionnaire(questionnaire: Questionnaire | undefined) {
    if (questionnaire && questionnaire === this.#handedIn) return;
    this.#handedIn = questionnaire;
    this.#questionnaire = questionnaire && (copied('questionnaire', questionnaire, true) ?? NO_JSON);
    this.instrument.follow();
    this.responses.follow();
  }

  set isFormDisabled(isDisabled: boolean) {
    this.#isFormDisabled = isDisabled;
    this.host.requestUpdate();
  }

  chooseSupport(support: Support | undefined): void {
    this.#support = support;
    this.host.requestUpdate();
  }

  /** Tells the form how the answers stand. */
  publish(): void {
    const { edit, settings, screen } = this;
    publishTo(this.form, edit && { edit, settings, obstacle: () => screen.obstacle });
  }

  #makeResponses(): ResponseController {
    const { host } = this;
    const source = recordSource<Answers, QuestionnaireResponse>({
      ...{ host, localize: this.localize },
      provided: () => this.#provided.value,
      completion: () => host.source ?? 'self',
      told: () => this.settings.sharing.told,
      eventFor: ({ main, also }, answers) => {
        const resources = [main, ...also].map(({ resource }) => resource);
        const scores = scoresOf(this.instrument.required, answers);
        return new AllianceSubmitEvent(main.resource, resources, toPlainAnswers(answers), scores);
      },
      begun: () => {
        this.chooseSupport(undefined);
        this.screen.forget();
      },
      changed: () => {
        host.requestUpdate();
        this.publish();
      },
    });
    return new RecordController(host, { ...source, kind: () => this.#kindNow() });
  }

  /** The same one as long as it asks the same in the same way. */
  #kindNow(): ResponseKind | undefined {
    if (this.host.isConnected) this.instrument.follow();
    const { instrument } = this.instrument;
    // What a therapist is asked is no client's to answer, nor to read without their own
    if (!instrument || (instrument.answeredBy && this.#provided.value?.viewer === 'client')) return undefined;
    const asked: Asked = {
      instrument,
      scaleDirection: this.settings.scaleDirection,
      calculate: this.host.calculate,
    };
    const isSame = (Object.keys(asked) as (keyof Asked)[]).every(
      (part) => asked[part] === this.#asked?.[part],
    );
    if (isSame && this.#kind) return this.#kind;
    this.#asked = asked;
    return (this.#kind = responseKind(asked));
  }

  /** The browser has brought back what it had kept of a form. */
  restored(value: string): void {
    this.form.restored();
    this.given.restored(value);
  }
}
