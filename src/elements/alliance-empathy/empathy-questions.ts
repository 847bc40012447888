import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Provided } from '../../context/provided.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { EmpathyInstrument } from '../../domain/instrument/built-in/built-in.js';
import type { PlainAnswers } from '../../domain/instrument/plain-answers.js';
import type { Scores } from '../../domain/instrument/scoring.js';
import type { Side } from '../../domain/side.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import { buttonTemplate } from '../../parts/button.js';
import { missingTemplate } from '../../parts/problem.js';
import type { AllianceRating } from '../alliance-rating/alliance-rating.js';
import type * as Questions from './controls/questions.js';
import type { EmpathyPair } from './empathy-pair.js';
import type { EmpathyMode } from './empathy-view.js';

/** Nobody has to rate: the rating is loaded with the first question. */
const ratingPart = new LazyPart(() => import('./controls/questions.js'));

interface Parts {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly provided: () => Provided | undefined;
  readonly mode: () => EmpathyMode;
  /** Undefined for a reader, who is asked nothing. */
  readonly side: () => Side | undefined;
  /** Both sides are asked, and see each other's answers when both have sent theirs. */
  readonly isPaired: () => boolean;
  readonly look: () => Questions.Look;
  /** The questions are shown, or the first choice again. */
  readonly moved: () => void;
}

function instrumentFor(side: Side | undefined, mode: EmpathyMode): EmpathyInstrument {
  if (side === 'therapist') return 'session-empathy-therapist';
  return mode === 'quick' ? 'session-empathy-quick' : 'session-empathy';
}

/** Before anything was asked; what works out scores comes with the questions. */
const noScores: Scores = {
  ...{ subscales: {}, subscaleReasons: {}, answered: 0, of: 0 },
  reason: 'not-scored',
};

/** What a page sets; null empties. */
interface Given {
  readonly answers?: PlainAnswers | null;
  readonly response?: QuestionnaireResponse | null;
}

/** The questions of felt empathy: asked by the rating, in the place of the first choice. */
export class EmpathyQuestions {
  isOpen = false;
  /** Something was sent here: there may be a moment to tell about. */
  isGiven = false;
  #rating: AllianceRating | undefined;
  readonly #part: AwaitedPart<typeof Questions>;
  readonly #pairPart: AwaitedPart<EmpathyPair>;
  /** What the page has set before the questions were there. */
  #set: Given = {};

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: Parts,
  ) {
    const redraw = (): void => host.requestUpdate();
    this.#part = new AwaitedPart(ratingPart, redraw);
    const pair = new LazyPart(async () => {
      const { EmpathyPair: Pair, words } = await import('./empathy-pair.js');
      await Promise.all(words.map((each) => parts.localize.learn(each)));
      return new Pair(host, parts);
    });
    this.#pairPart = new AwaitedPart(pair, redraw);
  }

  get ready(): Promise<unknown> {
    return Promise.all([this.#part.ready, this.#pairPart.ready]);
  }

  /** The other side's answers are shown. */
  get hasBoth(): boolean {
    return this.parts.isPaired() && this.#pairPart.take()?.hasBoth === true;
  }

  /**
   * How far both sides have come with the same questions.
   * @param isBefore only what is to be known before one answers, or only what is there after it
   */
  pairTemplate(isBefore?: boolean): TemplateResult | typeof nothing {
    const side = this.parts.side();
    const pair = side && this.parts.isPaired() ? this.#pairPart.take() : undefined;
    if (!side || !pair || (isBefore !== undefined && pair.isBefore !== isBefore)) return nothing;
    const { isDisabled, isReadOnly } = this.parts.look();
    const isOffered = side === 'therapist' && !this.isOpen && !isReadOnly;
    return pair.template(side, { isDisabled, open: isOffered ? this.open : undefined });
  }

  get answers(): PlainAnswers {
    return this.#rating?.answers ?? this.#set.answers ?? {};
  }
  set answers(answers: PlainAnswers | null | undefined) {
    this.#give({ answers: answers ?? null });
  }

  get response(): QuestionnaireResponse | undefined {
    return this.#rating?.response ?? this.#set.response ?? undefined;
  }
  set response(response: QuestionnaireResponse | null | undefined) {
    this.#give({ response: response ?? null });
  }

  get scores(): Scores {
    return this.#rating?.scores ?? noScores;
  }

  readonly open = (): void => {
    this.isOpen = true;
    this.parts.moved();
  };

  readonly leave = (): void => {
    this.isOpen = false;
    this.parts.moved();
  };

  forget(): void {
    this.isOpen = false;
    this.isGiven = false;
    this.#set = {};
  }

  focus(options?: FocusOptions): void {
    this.#rating?.focus(options);
  }

  /** The questions, and the way back where there is one. */
  template(): TemplateResult {
    const { localize, mode, look, side, provided } = this.parts;
    const asks = {
      ...{ instrument: instrumentFor(side(), mode()), look: look(), arrived: this.#arrived },
      ...{ isHosted: provided()?.store === undefined, given: this.#given },
    };
    return html`${missingTemplate(localize, this.#part)}
    ${this.#part.take()?.questionsTemplate(asks) ?? nothing}
    ${
      this.isOpen && mode() !== 'quick'
        ? buttonTemplate({ words: localize.text('empathy.questions.leave'), act: this.leave, look: 'quiet' })
        : nothing
    }`;
  }

  readonly #arrived = (element: Element | undefined): void => {
    const rating = element as AllianceRating | undefined;
    this.#rating = rating;
    if (rating) this.#hand(rating);
  };

  readonly #given = (): void => {
    this.isGiven = true;
    if (this.parts.isPaired()) this.#pairPart.take()?.look();
    this.host.requestUpdate();
  };

  #give(set: Given): void {
    this.#set = { ...this.#set, ...set };
    if (this.#rating) this.#hand(this.#rating);
  }

  #hand(rating: AllianceRating): void {
    const { answers, response } = this.#set;
    if (response !== undefined) rating.response = response;
    if (answers !== undefined) rating.answers = answers;
    this.#set = {};
  }
}
