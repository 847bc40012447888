import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { PlainAnswers } from '../../domain/instrument/plain-answers.js';
import type { Scores } from '../../domain/instrument/scoring.js';
import type { Completion } from '../../domain/record.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import { buttonTemplate } from '../../parts/button.js';
import type { AllianceRating } from '../alliance-rating/alliance-rating.js';
import type { EmpathyMode } from './empathy-view.js';

/** Nobody has to rate: the rating is loaded with the first question. */
const ratingPart = new LazyPart(() => import('./controls/questions.js'));

interface Parts {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly mode: () => EmpathyMode;
  /** How the questions are shown, as the widget itself is. */
  readonly look: () => {
    readonly locale: string | undefined;
    readonly isEasy: boolean;
    readonly isReadAloud: boolean;
    readonly isDisabled: boolean;
    readonly isReadOnly: boolean;
    readonly source: Completion;
    readonly audience: string | null | undefined;
    /** The page has words of its own for who will see the answers. */
    readonly hasPrivacy: boolean;
  };
  readonly redraw: () => void;
  /** The questions are shown, or the first choice again. */
  readonly moved: () => void;
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
  readonly #part: AwaitedPart<unknown>;
  /** What the page has set before the questions were there. */
  #set: Given = {};

  constructor(private readonly parts: Parts) {
    this.#part = new AwaitedPart(ratingPart, parts.redraw);
  }

  get ready(): Promise<unknown> {
    return this.#part.ready;
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
    const { localize, mode, look } = this.parts;
    const isHere = this.#part.take() !== undefined;
    const { locale, isEasy, isReadAloud, isDisabled, isReadOnly, source, audience, hasPrivacy } = look();
    const isGiven = (): void => {
      this.isGiven = true;
      this.parts.redraw();
    };
    return html`${this.#part.hasFailed ? html`<p>${localize.text('common.problem.offline')}</p>` : nothing}
    ${
      isHere
        ? html`<alliance-rating
            ${ref(this.#arrived)}
            part="questions"
            exportparts="question, option, button, button-main"
            instrument=${mode() === 'quick' ? 'session-empathy-quick' : 'session-empathy'}
            .locale=${locale}
            .support=${isEasy ? 'easy' : 'standard'}
            .readAloud=${isReadAloud}
            .disabled=${isDisabled}
            .readOnly=${isReadOnly}
            .source=${source}
            .audience=${audience}
            @alliance-saved=${isGiven}
            @alliance-queued=${isGiven}
            >${hasPrivacy ? html`<slot name="privacy" slot="privacy"></slot>` : nothing}</alliance-rating
          >`
        : nothing
    }
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
