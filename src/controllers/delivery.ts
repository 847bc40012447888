import { noAnswers, type Answers } from '../domain/answer.js';
import type { AnswerConflict } from '../domain/merge.js';
import type { QuestionnaireResponse } from '../fhir/resource.js';
import { readAnswersOf } from '../fhir/response-reader.js';
import type { StoreFailure, StoreReason } from '../context/store.js';
import type { WaitingMark, WaitingSystem } from '../context/waiting-mark.js';
import type { AllianceReason } from './events.js';

/** Where answers stand between the person and the record; the words on the screen follow from it. */
export type Delivery =
  | { readonly state: 'idle' | 'open' | 'queued' }
  /** `from`: what is shown meanwhile is what the person sent from. */
  | { readonly state: 'sending'; readonly from: Delivery }
  | { readonly state: 'kept' | 'handed-over' | 'taken-back' | 'saved' | 'sent'; readonly at: Date }
  /** `status`: what was to be sent, and what trying again sends. */
  | {
      readonly state: 'failed';
      readonly reason: AllianceReason;
      readonly status: SendStatus;
    }
  | {
      readonly state: 'conflict';
      readonly theirs: QuestionnaireResponse;
      readonly items: readonly AnswerConflict[];
    };

/** The ways of sending: new, changed, or marked as sent by mistake. */
export type SendStatus = 'completed' | 'amended' | 'entered-in-error';

/** How a response was sent, or was to be. */
export const sendStatusOf = ({ status }: QuestionnaireResponse): SendStatus =>
  status === 'amended' || status === 'entered-in-error' ? status : 'completed';

const WAITING: WaitingSystem = 'urn:alliance-elements:outbox';

/** What an outbox says of a response that its store has not confirmed. */
const markOf = ({ meta }: QuestionnaireResponse): WaitingMark | undefined =>
  meta?.tag?.find(({ system }) => system === WAITING) as WaitingMark | undefined;

/** Where a response stands that a store gave; undefined where nobody has sent it yet. */
export function deliveryOf(stored: QuestionnaireResponse, now: Date): Delivery | undefined {
  const mark = markOf(stored);
  if (mark?.code === 'waiting') return { state: 'queued' };
  if (mark) return { state: 'failed', reason: mark.display ?? 'refused', status: sendStatusOf(stored) };
  if (stored.status === 'in-progress') return undefined;
  const at = new Date(stored.meta?.lastUpdated ?? stored.authored ?? now);
  return { state: stored.status === 'entered-in-error' ? 'taken-back' : 'saved', at };
}

/** The answers that a response gives; one that was taken back gives none, unless that is not delivered. */
export function answersGivenIn(response: QuestionnaireResponse): Answers {
  const isTakenBack = response.status === 'entered-in-error' && !markOf(response);
  return isTakenBack ? noAnswers : readAnswersOf(response);
}

const storeReasons: ReadonlySet<unknown> = new Set<StoreReason>([
  'blocked',
  'full',
  'unavailable',
  'refused',
  'timeout',
  'offline',
  'unauthorized',
  'invalid',
  'expired',
]);

/** The reason in an error of any store, ours or the portal's; `refused` where it names none. */
export function reasonOf(error: unknown): StoreReason {
  const { reason } = (typeof error === 'object' && error !== null ? error : {}) as Partial<StoreFailure>;
  return reason !== undefined && storeReasons.has(reason) ? reason : 'refused';
}

/** How long a person waits for a store or a host before the widget says that there was no reply. */
export const PATIENCE_MS = 20_000;

/** The outcome of `work`, or a `timeout` failure when it takes too long; `work` itself goes on. */
export function withinPatience<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        Object.assign(new Error(`No reply within ${String(PATIENCE_MS)} ms.`), {
          reason: 'timeout' as const,
        }),
      );
    }, PATIENCE_MS);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
