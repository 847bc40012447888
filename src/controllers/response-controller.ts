import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { noAnswers, type Answers } from '../domain/answer.js';
import type { Instrument } from '../domain/instrument.js';
import type { Provided } from '../context/provided.js';
import { isQuestionnaireResponse, type QuestionnaireResponse, type Resource } from '../fhir/resource.js';
import { readAnswersOf } from '../fhir/response-reader.js';
import { editKeyOf, sameEdit } from './edit-key.js';
import { ResponseEdit, type HostAnswers } from './response-edit.js';
import { ResponseSender, type SendHost } from './response-sender.js';

/** What the element tells this controller at each update. */
export interface ResponseSource extends SendHost {
  provided(): Provided | undefined;
  /** False while there is no instrument that could be answered. */
  hasInstrument(): boolean;
  /** The edit was replaced by another one: forget what was on the screen. */
  begun(): void;
}

/** Makes the new state from what a host set, once the instrument is known. */
export type ReadGiven = (instrument: Instrument, current: HostAnswers) => HostAnswers;

/** Keeps the one edit that an element shows, and replaces it when it becomes another person's or another session's. */
export class ResponseController implements ReactiveController {
  #edit: ResponseEdit | undefined;
  #sender: ResponseSender | undefined;
  readonly #pending: ReadGiven[] = [];
  #hadProvider = false;
  #stopWatching: (() => void) | undefined;
  #loading: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly source: ResponseSource,
  ) {
    host.addController(this);
  }

  /** Undefined until there is an instrument. */
  get edit(): ResponseEdit | undefined {
    this.#follow();
    return this.source.hasInstrument() ? this.#edit : undefined;
  }

  get sender(): ResponseSender | undefined {
    return this.#sender;
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** The host's code sets answers; read when the instrument is known, so that properties may come in any order. */
  take(read: ReadGiven): void {
    this.#pending.push(read);
    this.host.requestUpdate();
    this.#follow();
  }

  #follow(): void {
    if (!this.source.hasInstrument()) return;
    const key = editKeyOf(this.source.instrument(), this.source.provided());
    const before = this.#edit;
    const isFirstProvider = this.source.provided() !== undefined && !this.#hadProvider;
    this.#hadProvider ||= this.source.provided() !== undefined;
    if (!before || !sameEdit(before.key, key)) {
      const edit = new ResponseEdit(key, this.source);
      this.#edit = edit;
      this.#sender = new ResponseSender(edit, this.source);
      const isSameInstrument = before?.key.instrument === key.instrument;
      before?.end(before.key.signOuts !== key.signOuts);
      if (before && isSameInstrument) this.#carryOver(before, edit, isFirstProvider);
      this.#watch();
      if (before && !isFirstProvider) this.source.begun();
      this.#loading = edit.load();
    }
    if (this.#edit) this.#takePending(this.#edit);
  }

  /** Takes what the host set; a response of another person waits until that person is the subject. */
  #takePending(edit: ResponseEdit): void {
    const waiting = this.#pending.splice(0).filter((read) => {
      const given = read(this.source.instrument(), edit);
      const subject = given.base?.subject?.reference;
      const isAnothers =
        subject !== undefined && edit.key.subject !== undefined && subject !== edit.key.subject;
      if (!isAnothers) edit.take(given);
      return isAnothers;
    });
    this.#pending.push(...waiting);
  }

  /**
   * What may pass from one edit to the next: everything when a provider was found after the person had begun (the edit
   * was nobody's until then), otherwise nothing: a response that the host set for the next one waits in `#pending`.
   */
  #carryOver(before: ResponseEdit, edit: ResponseEdit, isFirstProvider: boolean): void {
    if (!isFirstProvider) return;
    const given = before.hostAnswers;
    if (given) this.#pending.unshift(() => given);
    if (!before.isDirty) return;
    const answers: Answers = before.answers;
    edit.completion = before.completion;
    edit.change(answers);
  }

  /** Follows what happens to the same response in other tabs and on other devices. */
  #watch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    const edit = this.#edit;
    if (!edit || !this.host.isConnected) return;
    const { store, subject, encounter, instrument, isReader } = edit.key;
    if (!store || subject === undefined) return;
    const params = { subject, questionnaire: instrument, ...(encounter === undefined ? {} : { encounter }) };
    this.#stopWatching = store.watch('QuestionnaireResponse', params, (change) => {
      if (edit.isEnded) return;
      if ('cleared' in change) {
        this.#startAfresh(edit);
        return;
      }
      if ('conflict' in change) {
        const sender = this.#sender;
        // What waited is told as soon as somebody watches: perhaps before the record was read
        void this.#loading.then(() => {
          if (!isReader && isSameResponse(change.mine, edit.base)) void sender?.meet(change);
        });
        return;
      }
      if ('failed' in change) {
        if (!isReader && isSameResponse(change.failed, edit.base)) this.#sender?.giveUp(change);
        return;
      }
      const { saved } = change;
      if (!isQuestionnaireResponse(saved)) return;
      const isShown =
        isSameResponse(saved, edit.base ?? edit.toResource()) ||
        (isReader && this.#isNewer(saved.authored, edit));
      const isKnown = edit.base?.meta?.versionId === saved.meta?.versionId && edit.base?.id === saved.id;
      if (!isShown || isKnown || edit.delivery.state === 'sending' || (edit.isDirty && !isReader)) return;
      const wasWaiting = edit.delivery.state === 'queued';
      edit.answers = edit.base ? readAnswersOf(edit.base) : noAnswers;
      edit.adopt(saved);
      if (wasWaiting) this.#sender?.derive(saved);
      this.source.changed();
    });
  }

  /** For a reader the newest response of the session counts, whichever it is. */
  #isNewer(authored: string | undefined, edit: ResponseEdit): boolean {
    return (authored ?? '') >= (edit.base?.authored ?? '');
  }

  /** A sign-out elsewhere removed what is kept about this person. */
  #startAfresh(edit: ResponseEdit): void {
    edit.end(true);
    this.#edit = undefined;
    this.#follow();
    this.source.begun();
  }
}

/** The same response by its id or, before it has one, by its identifier. */
function isSameResponse(one: Resource, other: QuestionnaireResponse | undefined): boolean {
  if (!other || !isQuestionnaireResponse(one)) return false;
  if (one.id !== undefined && one.id === other.id) return true;
  const { value, system } = one.identifier ?? {};
  return value !== undefined && value === other.identifier?.value && system === other.identifier.system;
}
