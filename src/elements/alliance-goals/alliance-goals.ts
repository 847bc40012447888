import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Layout, Support } from '../../context/provided.js';
import { attainmentOf, type Attainments } from '../../domain/goals/attainment.js';
import { plainGoal, type PlainGoal } from '../../domain/goals/plain.js';
import type { Completion } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { styles } from './alliance-goals.styles.js';
import { copied } from '../../controllers/record/copied.js';
import { GoalsControllers } from './goals-controllers.js';

/**
 * The shared goal tracker: one list with two sides, what the client wants, what the therapist proposes, and what both
 * have agreed to.
 *
 * @tagname alliance-goals
 * @fires {AllianceGoalEvent} alliance-goal - Before anything is saved; cancelable, with `waitUntil`
 * @fires {AllianceSavedEvent} alliance-saved - A store has taken what was done
 * @fires {AllianceQueuedEvent} alliance-queued - A store keeps it until it can be delivered
 * @fires {AllianceConflictEvent} alliance-conflict - The same goal, or what was said to it, was changed elsewhere
 * @fires {AllianceErrorEvent} alliance-error - Something failed; nothing that was entered is lost
 * @slot privacy - Who will see the goals, instead of the words from `audience`
 * @slot crisis - Help that is always in reach; the first thing in the widget
 * @csspart root - The whole surface; the attribute `frame="none"` leaves its frame to the page
 * @csspart goal - One goal
 * @csspart goal-words - The words of a goal
 * @csspart ladder - The five levels of a goal
 * @csspart change - What one side wants instead
 * @csspart news - What has changed since the person last looked
 * @csspart button - Every button
 * @csspart button-main - The main thing to do
 * @csspart problem - What went wrong and what to do
 * @csspart state - Where what was done stands
 * @csspart privacy - Who will see the goals
 */
export class AllianceGoals extends LitElement {
  static override readonly styles = styles;

  /** Who enters: the person, the person with help, or somebody for them. */
  @property() source: Completion | null = 'self';
  /** BCP 47 tag; otherwise the provider's, the nearest `lang`, or the browser's. */
  @property() locale: string | null | undefined;
  /** Otherwise the provider's. */
  @property() layout: Layout | null | undefined;
  /** `easy`: larger, one question a screen, with drawings; otherwise the provider's. */
  @property() support: Support | null | undefined;
  /** Who can see the goals: `therapist`, `team`, `supervisor`, separated by spaces. */
  @property() audience: string | null | undefined;
  /** Offers to read aloud where the device has a voice of its own. */
  @property({ type: Boolean, attribute: 'read-aloud' }) readAloud = false;
  /** Shown, but nothing can be changed. */
  @property({ type: Boolean }) disabled = false;
  /** The goals in words, without controls. */
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;

  readonly #goals = new GoalsControllers(this, () => {
    this.performUpdate();
  });
  #resources: readonly Resource[] | undefined;

  /**
   * FHIR resources of a host that keeps the data itself: Goals, with their Observations and Tasks. Once they are set no
   * store is read; after an act that the host has taken they hold what it wrote. `undefined` goes back to the store.
   */
  @property({ attribute: false, noAccessor: true }) // Lit's own would copy all of them to compare
  get resources(): readonly Resource[] {
    const { goals, entries, steps } = this.#goals.lists;
    return copied('resources', [...goals.stored, ...entries.stored, ...steps.stored] as Resource[]) ?? [];
  }
  set resources(resources: readonly Resource[] | null | undefined) {
    this.#resources = resources ?? undefined;
    this.#goals.take(this.#resources);
    this.requestUpdate();
  }

  /** The goals as plain values; ideas, which nobody else sees, are left out. */
  get goals(): readonly PlainGoal[] {
    return this.#goals.screen.board.standing.map(plainGoal);
  }

  /** Goal attainment scaling by either side; a number that is not defined is absent, with its reason. */
  get attainment(): Attainments {
    return attainmentOf(this.#goals.screen.board.standing);
  }

  /** Moves the focus to the first button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('textarea, .goals button, button')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('support')) this.#goals.chooseSupport(undefined);
    this.#goals.prepare();
  }

  protected override performUpdate(): void {
    this.#goals.guard.draw(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    return this.#goals.draw();
  }

  /** Includes the drawings and the voice, which are loaded when they are first needed. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#goals.screen.ready;
    return super.getUpdateComplete();
  }
}
