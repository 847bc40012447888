import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Calculate } from '../../controllers/kinds/calculation.js';
import { parseResponse, type GivenProblem } from '../../controllers/kinds/given-answers.js';
import type { InstrumentProblem } from '../../controllers/instrument/instrument.js';
import type { AudienceProblem } from '../../controllers/widget/settings.js';
import type { Layout, Support } from '../../context/provided.js';
import { noAnswers } from '../../domain/answers/answer.js';
import { linkIdsAbsent, toPlainAnswers } from '../../domain/instrument/plain-answers.js';
import type { PlainAnswers } from '../../domain/instrument/plain-answers.js';
import { noScores, scoresOf, type Scores } from '../../domain/instrument/scoring.js';
import type { Questionnaire, QuestionnaireResponse } from '../../fhir/resource.js';
import type { Completion } from '../../domain/record.js';
import { styles } from './alliance-rating.styles.js';
import { adoptForeignStyles } from './controls/foreign-controls.js';
import { RatingControllers } from './rating-controllers.js';

/**
 * The alliance rating scale: asks how the work together went and gives the answers as a FHIR QuestionnaireResponse.
 *
 * @tagname alliance-rating
 * @fires input - An answer changed
 * @fires change - An answer is finished
 * @fires {AllianceSubmitEvent} alliance-submit - Before anything is saved; cancelable, with `waitUntil`
 * @fires {AllianceSavedEvent} alliance-saved - A store has taken the response
 * @fires {AllianceQueuedEvent} alliance-queued - A store keeps the response until it can be delivered
 * @fires {AllianceConflictEvent} alliance-conflict - The same answers were changed elsewhere
 * @fires {AllianceErrorEvent} alliance-error - Something failed; nothing that was entered is lost
 * @slot privacy - Who will see the answers, instead of the words from `audience`
 * @slot crisis - Help that is always in reach; the first thing in the widget
 * @cssstate answered - Something is answered
 * @cssstate easy - Easy support is on
 * @cssstate loading - Earlier answers are being looked for
 * @cssstate sending - The answers are on their way
 * @cssstate sent - A store or the page has taken the answers
 * @cssstate failed - The answers could not be sent
 * @cssstate conflict - The same answers were changed elsewhere
 * @csspart root - The whole surface; the attribute `frame="none"` leaves its frame to the page
 * @csspart question - One question with its options
 * @csspart legend - The words of a question
 * @csspart option - One option
 * @csspart option-chosen - The chosen option
 * @csspart button - Every button
 * @csspart button-main - Next and Send
 * @csspart problem - What went wrong and what to do
 * @csspart state - Where the answers are
 * @csspart privacy - Who will see the answers
 */
export class AllianceRating extends LitElement {
  static override readonly styles = styles;
  static readonly formAssociated = true;

  /** Built-in instrument: `session-alliance` or `session-alliance-brief`. */
  @property() instrument: string | null = 'session-alliance';
  /** One question a screen, or all on one; `auto`: one under easy support, else the pages of the questionnaire. */
  @property() pace: 'auto' | 'all' | 'one' | null = 'auto';
  /** Direction of the scale; `auto` follows the language. */
  @property({ attribute: 'scale-direction' }) scaleDirection: 'auto' | 'ltr' | 'rtl' | null = 'auto';
  /** Who answers: the person, the person with help, or somebody for them. */
  @property() source: Completion | null = 'self';
  /** BCP 47 tag; otherwise the provider's, the nearest `lang`, or the browser's. */
  @property() locale: string | null | undefined;
  /** Side by side, below each other, or as there is room; otherwise the provider's. */
  @property() layout: Layout | null | undefined;
  /** `easy`: larger, one question a screen, with drawings; otherwise the provider's. */
  @property() support: Support | null | undefined;
  /** Who can see the answers: `therapist`, `team`, `supervisor`, separated by spaces. */
  @property() audience: string | null | undefined;
  /** Offers to read aloud where the device has a voice of its own. */
  @property({ type: Boolean, attribute: 'read-aloud' }) readAloud = false;
  /** Shown, but nothing can be changed, and a form leaves it out. */
  @property({ type: Boolean }) disabled = false;
  /** The answers in words, without controls. */
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  /** Every scored question needs an answer or a reason. */
  @property({ type: Boolean }) required = false;
  /** Works out `calculatedExpression` items, which are otherwise shown and not asked. */
  @property({ attribute: false }) calculate: Calculate | undefined;

  readonly #rating = new RatingControllers(this);

  /** Name of the form's entry. */
  @property()
  get name(): string | null {
    return this.getAttribute('name');
  }
  set name(name: string | null | undefined) {
    this.#rating.form.setName(name);
  }

  /** Any FHIR R4 Questionnaire; wins over `instrument`. Reads the built-in one in the current language otherwise. */
  @property({ attribute: false })
  get questionnaire(): Questionnaire | undefined {
    return this.#rating.instrument.questionnaire;
  }
  set questionnaire(questionnaire: Questionnaire | null | undefined) {
    this.#rating.questionnaire = questionnaire ?? undefined;
  }

  /** Answers by linkId: an option code, text, number or boolean; an absent key means unanswered. */
  @property({ attribute: false })
  get answers(): PlainAnswers {
    return toPlainAnswers(this.#rating.edit?.value ?? noAnswers);
  }
  set answers(answers: PlainAnswers | null | undefined) {
    this.#rating.given.answers(answers ?? {});
  }

  /** linkIds answered with "I'd rather not say". */
  @property({ attribute: false })
  get declined(): readonly string[] {
    return linkIdsAbsent(this.#rating.edit?.value ?? noAnswers, 'asked-declined');
  }
  set declined(linkIds: readonly string[] | null | undefined) {
    this.#rating.given.absent(linkIds ?? [], 'asked-declined');
  }

  /** linkIds answered with "I don't know". */
  @property({ attribute: false })
  get unknown(): readonly string[] {
    return linkIdsAbsent(this.#rating.edit?.value ?? noAnswers, 'asked-unknown');
  }
  set unknown(linkIds: readonly string[] | null | undefined) {
    this.#rating.given.absent(linkIds ?? [], 'asked-unknown');
  }

  /**
   * The response as it stands; setting it replaces everything and is what a form's reset returns to.
   * @throws TypeError when set to something that is no QuestionnaireResponse
   */
  @property({ attribute: false })
  get response(): QuestionnaireResponse | undefined {
    return this.#rating.response;
  }
  set response(response: QuestionnaireResponse | null | undefined) {
    this.#rating.given.response(response);
  }

  /** The response as JSON; '' while untouched. Setting '' empties the widget. */
  @property({ attribute: false })
  get value(): string {
    return this.#rating.form.value;
  }
  set value(value: string | null | undefined) {
    this.response = parseResponse(value ?? '');
  }

  /** The form; set an id (as React does) to belong to a form elsewhere on the page. */
  @property({ attribute: false })
  get form(): HTMLFormElement | null {
    return this.#rating.form.internals.form;
  }
  set form(form: string | HTMLFormElement | null | undefined) {
    this.#rating.form.setForm(form);
  }

  /** Numbers where the rules of the instrument give some, reasons where they do not. */
  get scores(): Scores {
    const edit = this.#rating.edit;
    return edit ? scoresOf(this.#rating.instrument.required, edit.value) : noScores;
  }

  /** What of the Questionnaire, or of what the host set, was not understood. */
  get problems(): readonly (InstrumentProblem | AudienceProblem | GivenProblem)[] {
    return [
      ...this.#rating.instrument.problems,
      ...this.#rating.screen.look.richTexts.problems,
      ...this.#rating.settings.sharing.problems,
      ...this.#rating.given.problems,
    ];
  }

  get validity(): ValidityState {
    return this.#rating.form.internals.validity;
  }
  get validationMessage(): string {
    return this.#rating.form.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.#rating.form.internals.willValidate;
  }
  get labels(): NodeList {
    return this.#rating.form.internals.labels;
  }
  checkValidity(): boolean {
    this.#rating.publish();
    return this.#rating.form.check();
  }
  reportValidity(): boolean {
    this.#rating.publish();
    return this.#rating.form.internals.reportValidity();
  }

  /** Sends as the Send button does. Resolves when it is known how that ended; the events tell. */
  async submit(): Promise<void> {
    if (this.#rating.edit) await this.#rating.screen.sending.submit();
  }

  /** Empties all answers. Emits nothing. */
  clear(): void {
    this.#rating.screen.forget();
    this.#rating.responses.leaveOther();
    this.#rating.edit?.clear();
  }

  /** Moves the focus to the first question, or to the first button where none is shown. */
  override focus(options?: FocusOptions): void {
    const control = this.renderRoot.querySelector<HTMLElement>('.question :is(input, textarea, select)');
    (control ?? this.renderRoot.querySelector('button'))?.focus(options);
  }

  formResetCallback(): void {
    this.#rating.screen.forget();
    this.#rating.edit?.reset();
  }
  formDisabledCallback(isDisabled: boolean): void {
    this.#rating.isFormDisabled = isDisabled;
  }
  formStateRestoreCallback(value: string): void {
    this.#rating.restored(value);
  }
  formAssociatedCallback(): void {
    this.requestUpdate(); // in a form there is no Send button
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('support')) this.#rating.chooseSupport(undefined);
    this.#rating.prepare();
    adoptForeignStyles(this.shadowRoot);
  }

  protected override render(): TemplateResult {
    return this.#rating.draw();
  }

  /** Includes the parts that are loaded when they are first needed: a Questionnaire's, a therapist's. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#rating.ready;
    return super.getUpdateComplete();
  }

  protected override performUpdate(): void {
    this.#rating.guard.draw(() => super.performUpdate());
  }

  protected override updated(): void {
    this.#rating.publish();
  }
}
