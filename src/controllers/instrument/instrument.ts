import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  builtInInstruments,
  empathyInstruments,
  type EmpathyInstrument,
} from '../../domain/instrument/built-in/built-in.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { labelWithKeyWords } from '../../domain/instrument/question.js';
import type { Problem } from '../../fhir/questionnaire/reading.js';
import { writeQuestionnaire } from '../../fhir/questionnaire/questionnaire-writer.js';
import type { Questionnaire } from '../../fhir/resource.js';
import type { Vocabulary } from '../../i18n/vocabulary.js';
import type { InstrumentKey } from '../../i18n/words/instruments.js';
import { LazyPart } from '../widget/lazy-part.js';
import type { LocalizeController } from '../widget/localize.js';

/** A page with our own instruments never loads it. */
const reader = new LazyPart(() => import('../../fhir/questionnaire/questionnaire-reader.js'));

/** A problem of a Questionnaire, of the `instrument` attribute, or of the network on which the reader did not come. */
export type InstrumentProblem =
  | Problem
  | { readonly reason: 'unknown-instrument'; readonly value: string }
  | { readonly reason: 'not-loaded' };

interface Source {
  /** Built-in id. */
  readonly instrumentId: string;
  /** The host's own Questionnaire; wins. */
  readonly given: Questionnaire | undefined;
  /** The host works out calculated answers. */
  readonly canEvaluate: boolean;
}

/** Our instruments of felt empathy with their words. */
interface EmpathyPart {
  readonly empathyInstruments: {
    make(localize: Pick<LocalizeController<InstrumentKey>, 'phrase'>, id: EmpathyInstrument): Instrument;
    readonly words: Vocabulary;
  };
}

/** What an element draws a host's Questionnaire with; loaded together with the reader. */
type Controls = Pick<LazyPart<unknown>, 'present' | 'load'>;

/** The instrument that an element shows: one of ours in the current language, or the host's Questionnaire. */
export class InstrumentController implements ReactiveController {
  instrument: Instrument | undefined;
  problems: readonly InstrumentProblem[] = [];
  /** Resolves when what is to be shown can be shown. */
  ready: Promise<void> = Promise.resolve();
  isLoading = false;
  #hasEmpathyWords = false;
  #made: { source: Source; language: string; words: number } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly localize: LocalizeController<InstrumentKey>,
    private readonly source: () => Source,
    private readonly controls: Controls,
    private readonly empathy: LazyPart<EmpathyPart>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.follow();
  }

  hostUpdate(): void {
    this.follow();
  }

  /** Makes the instrument anew when what it is made from has changed. */
  follow(): void {
    const source = this.source();
    const { language, words } = this.localize;
    const made = this.#made;
    const isSame =
      made !== undefined &&
      made.source.given === source.given &&
      made.source.instrumentId === source.instrumentId &&
      made.source.canEvaluate === source.canEvaluate;
    // Words that were overridden are ours; a Questionnaire brings its own
    if (isSame && made.language === language && (source.given !== undefined || made.words === words)) return;
    this.#made = { source, language, words };
    if (source.given === undefined) this.#makeOwn(source.instrumentId);
    else this.#read(source.given, source.canEvaluate);
  }

  /** Asks again for what did not come; undefined where everything has. */
  get retry(): (() => void) | undefined {
    if (this.problems[0]?.reason !== 'not-loaded') return undefined;
    return () => {
      this.#made = undefined;
      this.problems = [];
      this.host.requestUpdate();
    };
  }

  /** For those who know that there is one. */
  get required(): Instrument {
    if (!this.instrument) throw new Error('There is no instrument that can be shown.');
    return this.instrument;
  }

  /** The FHIR form of what is shown. */
  get questionnaire(): Questionnaire | undefined {
    this.follow();
    const { given } = this.source();
    if (given) return given;
    return this.instrument && writeQuestionnaire(this.instrument, this.localize.language);
  }

  #makeOwn(id: string): void {
    const ofEmpathy = empathyInstruments.find((one) => one === id);
    if (ofEmpathy) {
      this.#makeEmpathy(ofEmpathy);
      return;
    }
    const make = builtInInstruments.get(id);
    this.instrument = make?.((key) => {
      const { text, lang } = this.localize.phrase(`instruments.${key}`);
      return labelWithKeyWords(text, lang);
    });
    this.problems = make ? [] : [{ reason: 'unknown-instrument', value: id }];
    if (make) return;
    const known = [...builtInInstruments.keys(), ...empathyInstruments].join('", "');
    console.error(
      `alliance-elements: there is no instrument "${id}". Use "${known}", or set "questionnaire".`,
    );
  }

  #makeEmpathy(id: EmpathyInstrument): void {
    if (this.#hasEmpathyWords) {
      this.instrument = this.empathy.required.empathyInstruments.make(this.localize, id);
      this.problems = [];
      return;
    }
    const learnt = this.empathy
      .load()
      .then(({ empathyInstruments: { words } }) => this.localize.learn(words));
    this.#load(
      learnt.then(() => {
        this.#hasEmpathyWords = true;
      }),
      'asks about empathy',
    );
  }

  /** @param does what cannot be done without the part that is awaited */
  #load(part: Promise<unknown>, does: string): void {
    this.instrument = undefined;
    if (this.isLoading) return;
    this.isLoading = true;
    this.ready = part
      .then(
        () => {
          this.#made = undefined;
        },
        (cause: unknown) => {
          this.problems = [{ reason: 'not-loaded' }];
          console.error(`alliance-elements: the part that ${does} could not be loaded.`, cause);
        },
      )
      .finally(() => {
        this.isLoading = false;
        this.host.requestUpdate();
      });
  }

  #read(given: Questionnaire, canEvaluate: boolean): void {
    if (!reader.present || !this.controls.present) {
      this.#load(Promise.all([reader.load(), this.controls.load()]), 'reads a Questionnaire');
      return;
    }
    const { language } = this.localize;
    const { instrument, problems } = reader.present.readQuestionnaire(given, { language, canEvaluate });
    const isNews = JSON.stringify(problems) !== JSON.stringify(this.problems);
    this.instrument = instrument;
    this.problems = problems;
    if (problems.length > 0 && isNews)
      console.warn('alliance-elements: parts of the instrument were not understood.', problems);
  }
}
