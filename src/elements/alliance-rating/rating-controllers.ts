import type { LitElement } from 'lit';
import type { Calculate } from '../../controllers/calculation.js';
import { FormControl } from '../../controllers/form-control.js';
import { GivenAnswers } from '../../controllers/given-answers.js';
import { InstrumentController } from '../../controllers/instrument.js';
import { LocalizeController } from '../../controllers/localize.js';
import { ProvidedController } from '../../controllers/provided.js';
import { ResponseController } from '../../controllers/response-controller.js';
import type { ResponseEdit } from '../../controllers/response-edit.js';
import type { Support } from '../../context/provided.js';
import type { Questionnaire } from '../../fhir/resource.js';
import { publishTo } from './rating-form.js';
import { RatingScreen } from './rating-screen.js';
import { settingsOf, type OwnSettings, type RatingSettings } from './rating-settings.js';

/** The element as its controllers know it. */
interface RatingHost extends LitElement, OwnSettings {
  readonly instrument: string | null;
  readonly locale: string | null | undefined;
  readonly calculate: Calculate | undefined;
}

/** What one rating is made of, and how the parts hang together. */
export class RatingControllers {
  readonly localize: LocalizeController;
  readonly instrument: InstrumentController;
  readonly form: FormControl;
  readonly responses: ResponseController;
  readonly given: GivenAnswers;
  readonly screen: RatingScreen;
  readonly #provided: ProvidedController;
  #questionnaire: Questionnaire | undefined;
  /** What the person chose in the widget. */
  #support: Support | undefined;
  #isFormDisabled = false;

  constructor(private readonly host: RatingHost) {
    this.#provided = new ProvidedController(host, (before) => {
      if (before?.support !== this.#provided.value?.support) this.chooseSupport(undefined);
    });
    this.localize = new LocalizeController(host, () => ({
      own: host.locale ?? undefined,
      provided: this.#provided.value?.locale,
    }));
    this.instrument = new InstrumentController(host, this.localize, () => ({
      instrumentId: host.instrument ?? 'session-alliance',
      given: this.#questionnaire,
      canEvaluate: host.calculate !== undefined,
    }));
    this.form = new FormControl(host, (isFirst) => {
      this.screen.stop(isFirst);
    });
    this.responses = this.#makeResponses();
    this.given = new GivenAnswers(this.responses);
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

  get settings(): RatingSettings {
    return settingsOf(this.host, this.#provided.value, {
      support: this.#support,
      isInForm: this.form.isInForm,
      isFormDisabled: this.#isFormDisabled,
      direction: this.localize.direction,
    });
  }

  set questionnaire(questionnaire: Questionnaire | undefined) {
    this.#questionnaire = questionnaire;
    this.instrument.follow();
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
    publishTo(this.form, edit && { edit, settings, screen }, this.host.renderRoot);
  }

  #makeResponses(): ResponseController {
    const { host } = this;
    return new ResponseController(host, {
      provided: () => this.#provided.value,
      hasInstrument: () => this.instrument.instrument !== undefined,
      instrument: () => this.instrument.required,
      language: () => this.localize.language,
      scaleDirection: () => this.settings.scaleDirection,
      completion: () => host.source ?? 'self',
      calculate: () => host.calculate,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      dispatch: (event) => host.dispatchEvent(event),
      begun: () => {
        this.chooseSupport(undefined);
        this.screen.forget();
      },
      changed: () => {
        this.publish();
        host.requestUpdate();
      },
    });
  }
}
