import type { PlainAnswers } from '../../domain/instrument/plain-answers.js';
import type { Scores } from '../../domain/instrument/scoring.js';
import type { QuestionnaireResponse, Resource } from '../../fhir/resource.js';
import type { News, RecordReason } from '../record/delivery.js';

/** Why something was not done: a store's reason, `unsent` where nobody takes what is given, `internal` for a fault of ours. */
export type AllianceReason = RecordReason;

/** Base of the library's events: they bubble and cross shadow roots. */
class AllianceEvent extends Event {
  constructor(type: string, options?: EventInit) {
    super(type, { bubbles: true, composed: true, ...options });
  }
}

/**
 * Before anything is saved of what a person does. `preventDefault()` means that the host takes over; with `waitUntil` it
 * tells how that ended.
 */
export class AllianceActEvent extends AllianceEvent {
  readonly #outcomes: Promise<unknown>[] = [];

  constructor(
    type: string,
    /** What the act is about. */
    readonly resource: Resource,
    /** All that it writes, in the order in which they depend on each other, what follows from them included. */
    readonly resources: readonly Resource[],
  ) {
    super(type, { cancelable: true });
  }

  /** Resolved: sent. Rejected: the person is told, and what was entered is kept. Call it before the event ends. */
  waitUntil(outcome: Promise<unknown>): void {
    this.#outcomes.push(outcome);
  }

  /** What the host wants to be waited for. */
  get outcomes(): readonly Promise<unknown>[] {
    return this.#outcomes;
  }
}

/** The answers are about to be given, changed or taken back. */
export class AllianceSubmitEvent extends AllianceActEvent {
  declare readonly resource: QuestionnaireResponse;

  constructor(
    resource: QuestionnaireResponse,
    resources: readonly Resource[],
    readonly answers: PlainAnswers,
    readonly scores: Scores,
  ) {
    super('alliance-submit', resource, resources);
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

/** The event that tells the page how an act ended; none where the page itself has ended it, or nothing has left it. */
export function eventOf(news: News<Resource>): Event | undefined {
  if ('hosted' in news || 'dropped' in news) return undefined;
  if ('saved' in news) return new AllianceSavedEvent(news.saved);
  if ('queued' in news) return new AllianceQueuedEvent(news.queued);
  if ('conflict' in news) return new AllianceConflictEvent(news.conflict, news.theirs);
  return new AllianceErrorEvent(news.failed, news.cause);
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
