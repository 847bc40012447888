import { noAnswers, sameAnswers, type Answers } from '../domain/answer.js';
import type { Instrument } from '../domain/instrument.js';
import { mergeAnswers } from '../domain/merge.js';
import { initialAnswers } from '../domain/response.js';
import type { Draft } from '../context/drafts.js';
import { isQuestionnaireResponse, type QuestionnaireResponse } from '../fhir/resource.js';
import { readAnswersOf, readCompletion, type Completion } from '../fhir/response-reader.js';
import { writeResponse } from '../fhir/response-writer.js';
import { withCalculated, type Calculate } from './calculation.js';
import { answersGivenIn, deliveryOf, type Delivery } from './delivery.js';
import { DraftKeeper } from './draft-keeper.js';
import { draftKeyOf, responseIdentifierOf, type EditKey } from './edit-key.js';

/** What an edit asks of the element that shows it. */
export interface EditHost {
  instrument(): Instrument;
  /** BCP 47 tag of the words on the screen. */
  language(): string;
  scaleDirection(): 'ltr' | 'rtl';
  completion(): Completion;
  now(): Date;
  newId(): string;
  /** The host's help with calculated answers. */
  calculate(): Calculate | undefined;
  /** The edit changed: draw again. */
  changed(): void;
}

/** What the host gave as the state to start from and to reset to. */
export interface HostAnswers {
  readonly answers: Answers;
  readonly base?: QuestionnaireResponse | undefined;
}

const isOver = (response: QuestionnaireResponse): boolean => response.status === 'entered-in-error';

/** One person's edit of one response, from the first tap to the last change. Ends with its key. */
export class ResponseEdit {
  answers: Answers = noAnswers;
  /** The stored version that the edit started from; another system's elements in it are kept. */
  base: QuestionnaireResponse | undefined;
  delivery: Delivery = { state: 'idle' };
  /** What could not be done on the way here (finding earlier answers, keeping a draft). */
  notice: 'draft' | 'load' | undefined;
  completion: Completion | undefined;
  /** linkId of the question that the person was at. */
  position: string | undefined;
  isLoading = false;
  /** The person or the host has put something in. */
  isTouched = false;
  isEnded = false;
  isSignedOut = false;
  #authored: string;
  /** What the instrument starts with. */
  readonly #start: Answers;
  #default: HostAnswers | undefined;
  #keeper: DraftKeeper | undefined;
  #isDraftRead = false;
  #identifier: string;
  /** The person has changed something since this page was opened. */
  #hasChanged = false;

  constructor(
    readonly key: EditKey,
    private readonly host: EditHost,
  ) {
    this.answers = this.#start = initialAnswers(host.instrument());
    this.#authored = host.now().toISOString();
    this.#identifier = responseIdentifierOf(key) ?? host.newId();
    const draftKey = draftKeyOf(key);
    if (key.drafts && draftKey !== undefined && !key.isReader) {
      this.#keeper = new DraftKeeper(key.drafts, draftKey, (outcome) => {
        this.#onDraft(outcome);
      });
    }
  }

  get isKeepingDrafts(): boolean {
    return this.#keeper !== undefined;
  }

  /** Whether the answers differ from what the record holds. */
  get isDirty(): boolean {
    return !sameAnswers(this.answers, this.#answersInBase());
  }

  /** A person changed something. */
  change(answers: Answers): void {
    this.answers = answers;
    this.#calculate();
    this.isTouched = true;
    this.#hasChanged = true;
    this.#authored = this.host.now().toISOString();
    if (this.delivery.state !== 'sending') this.delivery = { state: 'open' };
    this.keepDraft();
    this.host.changed();
  }

  #calculate(): void {
    const calculate = this.host.calculate();
    if (!calculate) return;
    const given = this.answers;
    this.answers = withCalculated(this.host.instrument(), given, calculate, (answers) => {
      this.answers = answers;
      return this.toResource();
    });
  }

  /** The host's code set the answers: the new state to reset to. */
  take(given: HostAnswers): void {
    this.#default = given;
    if (given.base !== this.base || !sameAnswers(given.answers, this.answers)) this.#apply(given);
  }

  get hostAnswers(): HostAnswers | undefined {
    return this.#default;
  }

  reset(): void {
    this.#apply(this.#default ?? { answers: this.#start });
    this.position = undefined;
    this.notice = undefined;
    this.dropDraft();
  }

  /** Empties the answers by code; what the record holds stays what is amended. */
  clear(): void {
    this.answers = noAnswers;
    this.isTouched = this.base !== undefined;
    this.delivery = { state: 'idle' };
    this.dropDraft();
    this.host.changed();
  }

  keepDraft(): void {
    // Not before the earlier draft was read: it would be overwritten
    if (!this.#keeper || !this.#isDraftRead || this.isEnded || !this.isTouched) return;
    this.#keeper.keep({
      subject: this.key.subject ?? '',
      resource: this.toResource('in-progress'),
      base: this.base,
      position: this.position,
      keptAt: this.host.now().toISOString(),
    });
  }

  dropDraft(): void {
    void this.#keeper?.remove();
  }

  /** The response as it stands, by default with the status that sending it now would give. */
  toResource(status: QuestionnaireResponse['status'] = this.statusWhenSent()): QuestionnaireResponse {
    const { host } = this;
    const { subject, author, encounter } = this.key;
    return writeResponse(
      host.instrument(),
      this.answers,
      {
        status,
        authored: this.#authored,
        identifier: this.#identifier,
        language: host.language(),
        scaleDirection: host.scaleDirection(),
        completion: this.completion ?? host.completion(),
        subject,
        author,
        encounter,
      },
      this.base,
    );
  }

  /** What the host reads: the stored response while nothing has changed; undefined while there is nothing. */
  current(): QuestionnaireResponse | undefined {
    if (this.base && (this.key.isReader || !this.isDirty)) return this.base;
    return this.isTouched || this.base ? this.toResource() : undefined;
  }

  statusWhenSent(): 'completed' | 'amended' {
    return this.base && this.base.status !== 'in-progress' ? 'amended' : 'completed';
  }

  /** Takes up what the record and the device hold; what the person did meanwhile stays. */
  async load(): Promise<void> {
    const search = this.#findStored();
    if (!search && !this.#keeper) return;
    this.isLoading = true;
    const [stored, draft] = await Promise.allSettled([search, this.#readDraft()]);
    this.isLoading = false;
    if (this.isEnded) return;
    // What was sent meanwhile is newer than anything that was found
    if (['idle', 'open', 'kept'].includes(this.delivery.state)) this.#takeUp(stored, draft);
    this.host.changed();
  }

  #takeUp(
    stored: PromiseSettledResult<QuestionnaireResponse | undefined>,
    draft: PromiseSettledResult<Draft | undefined>,
  ): void {
    if (stored.status === 'fulfilled' && stored.value && !this.base) this.adopt(stored.value);
    if (stored.status === 'rejected' || draft.status === 'rejected') this.notice = 'load';
    if (draft.status === 'fulfilled' && draft.value) this.#resume(draft.value);
  }

  async #readDraft(): Promise<Draft | undefined> {
    try {
      return await this.#keeper?.read();
    } finally {
      this.#isDraftRead = true;
      if (this.delivery.state === 'open') this.keepDraft();
    }
  }

  /** Takes over a stored version; answers that the person changed meanwhile win over it. */
  adopt(stored: QuestionnaireResponse): void {
    const isDirty = this.isDirty;
    this.answers = mergeAnswers(this.#answersInBase(), this.answers, answersGivenIn(stored)).answers;
    this.base = stored;
    this.notice = undefined;
    this.completion ??= readCompletion(stored);
    if (isDirty) return;
    this.#authored = stored.authored ?? this.#authored;
    this.delivery = deliveryOf(stored, this.host.now()) ?? this.delivery;
  }

  /** Ends the edit: nothing of it reaches the screen or an event any more; after a sign-out no store either. */
  end(isSignedOut: boolean): void {
    this.isEnded = true;
    this.isSignedOut = isSignedOut;
    if (isSignedOut) this.#keeper?.close();
  }

  #answersInBase(): Answers {
    return this.base ? answersGivenIn(this.base) : this.#start;
  }

  #apply({ answers, base }: HostAnswers): void {
    this.answers = answers;
    this.base = base;
    this.isTouched = base !== undefined || !sameAnswers(answers, this.#start);
    this.#authored = base?.authored ?? this.host.now().toISOString();
    const isSent = base?.id !== undefined && base.status !== 'in-progress' && !isOver(base);
    this.delivery = isSent ? { state: 'saved', at: new Date(this.#authored) } : { state: 'idle' };
    this.host.changed();
  }

  #findStored(): Promise<QuestionnaireResponse | undefined> | undefined {
    const { store, subject, author, encounter, instrument, isReader } = this.key;
    const isKnown = subject !== undefined && (isReader || encounter !== undefined);
    if (!store || !isKnown || this.base) return undefined;
    const params = {
      subject,
      questionnaire: instrument,
      ...(encounter === undefined ? {} : { encounter }),
      ...(author === undefined || isReader ? {} : { author }),
      ...(isReader ? { status: 'completed,amended' } : {}),
      _sort: '-authored',
      _count: 1,
    };
    return store
      .search('QuestionnaireResponse', params)
      .then(([found]) => (isQuestionnaireResponse(found) ? found : undefined));
  }

  #resume({ resource, base, position, keptAt }: Draft): void {
    const kept = readAnswersOf(resource);
    this.completion ??= readCompletion(resource);
    this.position ??= position;
    this.base = base;
    this.#identifier = resource.identifier?.value ?? this.#identifier;
    if (!this.#hasChanged) {
      this.answers = kept;
      this.#authored = resource.authored ?? this.#authored;
      this.delivery = { state: 'kept', at: new Date(keptAt) };
      this.isTouched = true;
    } else {
      // The person has begun again already: what they said now stays, what they said before fills the gaps
      this.answers = mergeAnswers(noAnswers, this.answers, kept).answers;
      this.keepDraft();
    }
  }

  #onDraft(outcome: Draft | { readonly failed: unknown }): void {
    if (this.isEnded) return;
    this.notice = 'failed' in outcome ? 'draft' : undefined;
    if ('keptAt' in outcome && this.delivery.state === 'open') {
      this.delivery = { state: 'kept', at: new Date(outcome.keptAt) };
    }
    this.host.changed();
  }
}
