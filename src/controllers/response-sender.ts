import { noAnswers, sameAnswers, type Answers } from '../domain/answer.js';
import { mergeAnswers } from '../domain/merge.js';
import { toPlainAnswers } from '../domain/plain-answers.js';
import { absentReasonOf, scoresOf } from '../domain/scoring.js';
import type { SaveResult, StoreChange } from '../context/store.js';
import { isQuestionnaireResponse, type QuestionnaireResponse, type Resource } from '../fhir/resource.js';
import { readAnswersOf } from '../fhir/response-reader.js';
import {
  answersGivenIn,
  reasonOf,
  sendStatusOf,
  withinPatience,
  type Delivery,
  type SendStatus,
} from './delivery.js';
import { AllianceConflictEvent, AllianceErrorEvent, AllianceQueuedEvent } from './events.js';
import { AllianceSavedEvent, AllianceSubmitEvent, type AllianceReason } from './events.js';
import type { EditHost, ResponseEdit } from './response-edit.js';

/** How often a clean merge is saved again before the person is asked to try later. */
const MERGES = 3;

export interface SendHost extends EditHost {
  /** Dispatches an event from the element. */
  dispatch(event: Event): void;
}

/** Brings the answers of one edit to the host and the store, and tells how that ended. */
export class ResponseSender {
  #attempt = 0;
  #status: SendStatus = 'completed';
  /** What earlier attempts sent: found in the store, it is our own, not somebody else's. */
  readonly #sent: Answers[] = [];

  constructor(
    private readonly edit: ResponseEdit,
    private readonly host: SendHost,
  ) {}

  /** Sends the answers as they are now, or marks the response as sent by mistake. */
  async send(status: SendStatus): Promise<void> {
    const { edit } = this;
    if (edit.delivery.state === 'sending') return;
    const attempt = ++this.#attempt;
    this.#status = status;
    const answers = edit.answers;
    const resource = edit.toResource(status);
    this.#show({ state: 'sending', from: edit.delivery });
    const event = new AllianceSubmitEvent(
      resource,
      toPlainAnswers(answers),
      scoresOf(this.host.instrument(), answers),
    );
    this.host.dispatch(event);
    const work = this.#carryOut(event, resource, answers);
    const settle = (outcome: Outcome): void => {
      if (attempt === this.#attempt) this.#settle(outcome, resource, answers);
    };
    try {
      settle(await withinPatience(work));
    } catch (error) {
      this.#fail(reasonOf(error), error, attempt);
      // A late reply still counts, unless the person has tried again meanwhile.
      if (reasonOf(error) === 'timeout') work.then(settle, () => undefined);
    }
  }

  /** Ends a conflict as the person chose; nothing that only one side said is lost. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    const { edit } = this;
    if (edit.delivery.state !== 'conflict') return;
    const { theirs } = edit.delivery;
    const before = edit.base ? answersGivenIn(edit.base) : noAnswers;
    const other = answersGivenIn(theirs);
    edit.answers = (
      choice === 'mine'
        ? mergeAnswers(before, edit.answers, other)
        : mergeAnswers(before, other, edit.answers)
    ).answers;
    edit.base = theirs;
    await this.send('amended');
  }

  /** Somebody else wrote before what waited could be delivered. */
  async meet({ conflict: theirs, mine, base }: Extract<StoreChange, { conflict: unknown }>): Promise<void> {
    const { edit } = this;
    if (!isQuestionnaireResponse(theirs) || !isQuestionnaireResponse(mine)) return;
    if (edit.isEnded || ['sending', 'conflict'].includes(edit.delivery.state)) return;
    // After a reload the record is on the screen: what waited is in the outbox alone
    if (!edit.isDirty) edit.answers = readAnswersOf(mine);
    edit.base = isQuestionnaireResponse(base) ? base : undefined;
    const { answers } = edit;
    const resource = edit.toResource('amended');
    this.#show({ state: 'sending', from: edit.delivery });
    try {
      this.#settle(await this.#merge(theirs, resource, answers, MERGES), resource, answers);
    } catch (error) {
      this.#fail(reasonOf(error), error, this.#attempt);
    }
  }

  /** What waited was not taken: the person is told, and can send it again. */
  giveUp({ failed, reason }: Extract<StoreChange, { failed: unknown }>): void {
    const { edit } = this;
    if (edit.isEnded || edit.delivery.state !== 'queued' || !isQuestionnaireResponse(failed)) return;
    edit.base = failed;
    this.#status = sendStatusOf(failed);
    this.#fail(reason, undefined, this.#attempt);
  }

  /** Saves what follows from a response that the store has confirmed; loaded when there is something to follow. */
  derive(response: QuestionnaireResponse): void {
    const { store } = this.edit.key;
    if (!store || this.edit.isSignedOut) return;
    const mayWrite = (): boolean => !this.edit.isSignedOut;
    const instrument = this.host.instrument();
    const answers = readAnswersOf(response);
    const scores = scoresOf(instrument, answers);
    const absent = absentReasonOf(instrument, answers);
    import('./derived.js')
      .then(({ saveDerived }) =>
        saveDerived(
          store,
          { response, scores, absent, title: instrument.title.text },
          this.host.now(),
          mayWrite,
        ),
      )
      .catch((cause: unknown) => {
        console.warn(
          'alliance-elements: the answers were saved, but not their scores or who gave them. Let the store take Observation and Provenance.',
          cause,
        );
      });
  }

  async #carryOut(
    event: AllianceSubmitEvent,
    resource: QuestionnaireResponse,
    answers: Answers,
  ): Promise<Outcome> {
    const { store } = this.edit.key;
    const isAwaited = event.outcomes.length > 0;
    await Promise.all(event.outcomes);
    if (event.defaultPrevented || (isAwaited && !store))
      return { hosted: isAwaited ? 'sent' : 'handed-over' };
    if (!store) return { unsent: true };
    if (this.edit.isSignedOut) return { unsent: true };
    this.#sent.push(answers);
    const result = await store.save(resource, this.edit.base);
    return 'conflict' in result ? this.#merge(result.conflict, resource, answers, MERGES) : result;
  }

  async #merge(
    theirs: unknown,
    resource: QuestionnaireResponse,
    answers: Answers,
    rounds: number,
  ): Promise<Outcome> {
    const { edit } = this;
    const { store } = edit.key;
    if (!isQuestionnaireResponse(theirs) || !store) return { unsent: true };
    const other = answersGivenIn(theirs);
    const isOurs = this.#sent.some((earlier) => sameAnswers(earlier, other));
    const before = isOurs ? other : edit.base ? answersGivenIn(edit.base) : noAnswers;
    const { answers: merged, conflicts } = mergeAnswers(before, answers, other);
    if (conflicts.length > 0 || rounds === 0 || edit.isEnded) return { theirs, conflicts };
    edit.base = theirs;
    edit.answers = mergeAnswers(before, edit.answers, other).answers;
    const status = resource.status === 'entered-in-error' ? resource.status : 'amended';
    const result = await store.save(edit.toResource(status), theirs);
    return 'conflict' in result ? this.#merge(result.conflict, resource, merged, rounds - 1) : result;
  }

  #settle(outcome: Outcome, resource: QuestionnaireResponse, answers: Answers): void {
    const { edit } = this;
    if (edit.isEnded) {
      if ('saved' in outcome || 'hosted' in outcome) edit.dropDraft();
      return;
    }
    const at = this.host.now();
    if ('unsent' in outcome) {
      this.#fail('unsent', undefined, this.#attempt);
    } else if ('theirs' in outcome) {
      this.#show({ state: 'conflict', theirs: outcome.theirs, items: outcome.conflicts });
      this.host.dispatch(new AllianceConflictEvent(resource, outcome.theirs));
    } else if ('hosted' in outcome) {
      edit.base = resource;
      this.#finish({ state: outcome.hosted, at }, resource, answers);
    } else if ('queued' in outcome) {
      // What is changed from here on follows on what waits
      if (isQuestionnaireResponse(outcome.queued)) edit.base = outcome.queued;
      this.#finish({ state: 'queued' }, outcome.queued, answers);
      this.host.dispatch(new AllianceQueuedEvent(outcome.queued));
    } else {
      if (isQuestionnaireResponse(outcome.saved)) {
        edit.base = outcome.saved;
        this.derive(outcome.saved);
      }
      this.#finish({ state: 'saved', at }, outcome.saved, answers);
      this.host.dispatch(new AllianceSavedEvent(outcome.saved));
    }
  }

  /** What was sent is safe; what the person changed meanwhile stays a draft. */
  #finish(delivery: Delivery, sent: { readonly resourceType: string }, answers: Answers): void {
    const { edit } = this;
    const isTakenBack = isQuestionnaireResponse(sent) && sent.status === 'entered-in-error';
    const hasChangedMeanwhile = !sameAnswers(edit.answers, answers) && edit.isDirty;
    edit.notice = undefined;
    if (isTakenBack && delivery.state !== 'queued') {
      this.#show({ state: 'taken-back', at: this.host.now() });
    } else if (hasChangedMeanwhile) {
      this.#show({ state: 'open' });
      edit.keepDraft();
      return;
    } else {
      this.#show(delivery);
    }
    edit.dropDraft();
  }

  #fail(reason: AllianceReason, cause: unknown, attempt: number): void {
    if (this.edit.isEnded || attempt !== this.#attempt) return;
    this.#show({ state: 'failed', reason, status: this.#status });
    this.edit.keepDraft();
    this.host.dispatch(new AllianceErrorEvent(reason, cause));
  }

  #show(delivery: Delivery): void {
    this.edit.delivery = delivery;
    this.host.changed();
  }
}

type Outcome =
  | Exclude<SaveResult, { readonly conflict: Resource }>
  | { readonly hosted: 'sent' | 'handed-over' }
  | { readonly unsent: true }
  | {
      readonly theirs: QuestionnaireResponse;
      readonly conflicts: ReturnType<typeof mergeAnswers>['conflicts'];
    };
