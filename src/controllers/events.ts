import type { StoreReason } from '../context/store.js';
import type { PlainAnswers } from '../domain/plain-answers.js';
import type { Scores } from '../domain/scoring.js';
import type { QuestionnaireResponse, Resource } from '../fhir/resource.js';

/** Why something was not done: a store's reason, or `unsent` where nobody takes the answers. */
export type AllianceReason = StoreReason | 'unsent' | 'draft' | 'load';

/** Base of the library's events: they bubble and cross shadow roots. */
class AllianceEvent extends Event {
  constructor(type: string, options?: EventInit) {
    super(type, { bubbles: true, composed: true, ...options });
  }
}

/**
 * Before anything is saved. `preventDefault()` means that the host takes over; with `waitUntil` it tells how that
 * ended.
 */
export class AllianceSubmitEvent extends AllianceEvent {
  readonly #outcomes: Promise<unknown>[] = [];

  constructor(
    readonly resource: QuestionnaireResponse,
    readonly answers: PlainAnswers,
    readonly scores: Scores,
  ) {
    super('alliance-submit', { cancelable: true });
  }

  /** Resolved: sent. Rejected: the person is told, and the answers are kept. Call it before the event ends. */
  waitUntil(outcome: Promise<unknown>): void {
    this.#outcomes.push(outcome);
  }

  /** What the host wants to be waited for. */
  get outcomes(): readonly Promise<unknown>[] {
    return this.#outcomes;
  }
}

/** A store has taken the resource. */
export class AllianceSavedEvent extends AllianceEvent {
  constructor(readonly resource: Resource) {
    super('alliance-saved');
  }
}

/** A store keeps the resource until it can be delivered. */
export class AllianceQueuedEvent extends AllianceEvent {
  constructor(readonly resource: Resource) {
    super('alliance-queued');
  }
}

/** The same answers were changed elsewhere: `resource` is what the person has, `theirs` what the store holds. */
export class AllianceConflictEvent extends AllianceEvent {
  constructor(
    readonly resource: Resource,
    readonly theirs: Resource,
  ) {
    super('alliance-conflict');
  }
}

/** Something failed; nothing that was entered is lost. */
export class AllianceErrorEvent extends AllianceEvent {
  constructor(
    readonly reason: AllianceReason,
    readonly cause?: unknown,
  ) {
    super('alliance-error');
  }
}

declare global {
  interface HTMLElementEventMap {
    'alliance-submit': AllianceSubmitEvent;
    'alliance-saved': AllianceSavedEvent;
    'alliance-queued': AllianceQueuedEvent;
    'alliance-conflict': AllianceConflictEvent;
    'alliance-error': AllianceErrorEvent;
  }
}
