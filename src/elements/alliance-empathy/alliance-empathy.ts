import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Layout, Support } from '../../context/provided.js';
import { plainMoment, type PlainMoment } from '../../domain/empathy/plain.js';
import type { PlainAnswers } from '../../domain/instrument/plain-answers.js';
import type { Scores } from '../../domain/instrument/scoring.js';
import type { Completion } from '../../domain/record.js';
import type { QuestionnaireResponse, Resource } from '../../fhir/resource.js';
import { styles } from './alliance-empathy.styles.js';
import { copied } from '../../controllers/record/copied.js';
import { EmpathyControllers } from './empathy-controllers.js';
import type { EmpathyMode } from './empathy-view.js';

/**
 * The empathy feedback widget: a client says when they felt understood and when they were missed, decides who sees it
 * and when, and reads what the therapist answers; then they say whether it got better.
 *
 * @tagname alliance-empathy
 * @fires {AllianceMomentEvent} alliance-moment - Before anything is saved; cancelable, with `waitUntil`
 * @fires {AllianceSubmitEvent} alliance-submit - Before answers to the questions are saved, as of the rating
 * @fires {AllianceSavedEvent} alliance-saved - A store has taken what was done
 * @fires {AllianceQueuedEvent} alliance-queued - A store keeps it until it can be delivered
 * @fires {AllianceConflictEvent} alliance-conflict - The same moment, or what was said to it, was changed elsewhere
 * @fires {AllianceErrorEvent} alliance-error - Something failed; nothing that was entered is lost
 * @slot privacy - Who will see the answers to the questions, instead of the words from `audience`
 * @slot crisis - Help that is always in reach; the first thing in the widget
 * @slot someone-else - Whom one can turn to instead, offered with "not yet"
 * @csspart root - The whole surface; the attribute `frame="none"` leaves its frame to the page
 * @csspart tiles - The first choice
 * @csspart tile - One of its two sides
 * @csspart moment - One moment
 * @csspart standing - Where a moment stands
 * @csspart preview - What the other side will see
 * @csspart questions - The rating with its questions
 * @csspart pair - What both sides said to the same questions
 * @csspart button - Every button
 * @csspart button-main - The main thing to do
 * @csspart problem - What went wrong and what to do
 * @csspart state - Where what was done stands
 * @csspart privacy - Who will see a moment that is shared
 */
export class AllianceEmpathy extends LitElement {
  static override readonly styles = styles;

  /** `quick`: one question, for the minute after a session; `moment`: note one now, and tell about it later. */
  @property() mode: EmpathyMode | null = 'full';
  /**
   * Both sides are asked the same questions after a session, and see each other's answers when both have sent theirs.
   * Needs a store and the provider's `encounter`; that nobody asks for them in another way, only the server can ensure.
   */
  @property({ type: Boolean }) pairs = false;
  /** Who enters: the person, the person with help, or somebody for them. */
  @property() source: Completion | null = 'self';
  /** BCP 47 tag; otherwise the provider's, the nearest `lang`, or the browser's. */
  @property() locale: string | null | undefined;
  /** Otherwise the provider's. */
  @property() layout: Layout | null | undefined;
  /** `easy`: larger, one question a screen, with drawings; otherwise the provider's. */
  @property() support: Support | null | undefined;
  /** Who can see the answers to the questions; a moment is seen by whom the person chooses. */
  @property() audience: string | null | undefined;
  /** Offers to read aloud where the device has a voice of its own. */
  @property({ type: Boolean, attribute: 'read-aloud' }) readAloud = false;
  /** Shown, but nothing can be changed. */
  @property({ type: Boolean }) disabled = false;
  /** What was said in words, without controls. */
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;

  readonly #empathy = new EmpathyControllers(this, () => {
    this.performUpdate();
  });

  /**
   * FHIR resources of a host that keeps the data itself: Communications and Tasks. Once they are set no store is read;
   * after an act that the host has taken they hold what it wrote. `undefined` goes back to the store.
   */
  @property({ attribute: false, noAccessor: true }) // Lit's own would copy all of them to compare
  get resources(): readonly Resource[] {
    const { moments, threads, raises } = this.#empathy.lists;
    return copied('resources', [...moments.stored, ...threads.stored, ...raises.stored] as Resource[]) ?? [];
  }
  set resources(resources: readonly Resource[] | null | undefined) {
    this.#empathy.take(resources ?? undefined);
    this.requestUpdate();
  }

  /** What was shared, as plain values; what is only for the person is left out. */
  get moments(): readonly PlainMoment[] {
    const { board } = this.#empathy.screen;
    return board.all.flatMap(({ shared, isBack }) => (isBack ? [] : plainMoment(shared)));
  }

  /** Answers to the questions by linkId, as of the rating. */
  @property({ attribute: false })
  get answers(): PlainAnswers {
    return this.#empathy.questions.answers;
  }
  set answers(answers: PlainAnswers | null | undefined) {
    this.#empathy.questions.answers = answers;
  }

  /** The response to the questions, as of the rating. */
  @property({ attribute: false })
  get response(): QuestionnaireResponse | undefined {
    return this.#empathy.questions.response;
  }
  set response(response: QuestionnaireResponse | null | undefined) {
    this.#empathy.questions.response = response;
  }

  /** Numbers where the rules of the questions give some, reasons where they do not. */
  get scores(): Scores {
    return this.#empathy.questions.scores;
  }

  /** Moves the focus to the first thing to do. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('textarea, .moments button, button');
    if (first) first.focus(options);
    else this.#empathy.questions.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('support')) this.#empathy.chooseSupport(undefined);
    this.#empathy.screen.listing.prepare();
  }

  protected override performUpdate(): void {
    this.#empathy.guard.draw(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    return this.#empathy.draw();
  }

  /** Includes the questions, the drawings and the voice, which are loaded when they are first needed. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#empathy.screen.ready;
    return super.getUpdateComplete();
  }
}
