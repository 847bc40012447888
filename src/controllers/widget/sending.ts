import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { Delivery } from '../record/delivery.js';
import type { RecordEdit } from '../record/edit.js';
import type { Choice } from '../record/kind.js';
import type { RecordSender } from '../record/sender.js';

/** What became of what was sent; `dropped`: taken back before it was on its way. */
export type Fate = 'given' | 'taking-back' | 'taken-back' | 'dropped';

/** What is sent, and what shows it. */
export interface SendingParts<Value, Wire extends Resource, Contradiction extends Conflict> {
  readonly edit: () => RecordEdit<Value, Wire, Contradiction>;
  readonly sender: () => RecordSender<Value, Wire, Contradiction> | undefined;
  /** A form sends it: the widget itself gives no thanks. */
  readonly isInForm: () => boolean;
  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  readonly check: () => boolean;
  /** Shows what was sent again, to be changed. */
  readonly reopen: () => void;
  /** The person has stopped for now, or goes on. */
  readonly paused: () => void;
}

/**
 * What a person does about the one record that a widget shows: send, try again, stop for now, take back, change what was
 * sent, settle a conflict.
 */
export class Sending<Value, Wire extends Resource, Contradiction extends Conflict> {
  isPaused = false;
  /** What was sent is being changed. */
  #isAmending = false;

  constructor(private readonly parts: SendingParts<Value, Wire, Contradiction>) {}

  /** Where it stands, as far as the screen follows: while it is being sent the screen stays as it was. */
  get shown(): Delivery<Wire, Contradiction> {
    const { delivery } = this.parts.edit();
    return delivery.state === 'sending' ? delivery.from : delivery;
  }

  /** What was sent is on the screen, with thanks; not in a form, where the form tells. */
  get isDone(): boolean {
    const { state } = this.shown;
    const isOver = ['saved', 'sent', 'handed-over', 'queued', 'taken-back'].includes(state);
    return isOver && !this.#isAmending && !this.parts.isInForm();
  }

  get fate(): Fate {
    const { state } = this.shown;
    const { stage } = this.parts.edit();
    if (state === 'taken-back') return stage === undefined ? 'dropped' : 'taken-back';
    const isOnItsWay = state === 'queued' || state === 'handed-over';
    return isOnItsWay && stage === 'withdrawn' ? 'taking-back' : 'given';
  }

  /** Something is there to be kept for later. */
  get canPause(): boolean {
    const edit = this.parts.edit();
    return edit.isKeepingDrafts && edit.isTouched && edit.isDirty;
  }

  readonly send = (): void => {
    void this.submit();
  };

  async submit(): Promise<void> {
    const { delivery } = this.parts.edit();
    const hasFailed = delivery.state === 'failed';
    // Trying again does again what failed
    const isAsItWas = this.isAsItWas() || (hasFailed && delivery.intent === 'withdraw');
    if (delivery.state === 'sending' || (isAsItWas ? !hasFailed : !this.parts.check())) return;
    const sender = this.parts.sender();
    await (hasFailed ? sender?.retry() : sender?.send('give'));
  }

  readonly takeBack = (): void => {
    void this.parts.sender()?.send('withdraw');
  };

  readonly amend = (): void => {
    this.#isAmending = true;
    this.parts.reopen();
  };

  readonly resolve = (choice: Choice): void => {
    void this.parts.sender()?.resolve(choice);
  };

  pause(isPaused: boolean): void {
    this.isPaused = isPaused;
    this.parts.paused();
  }

  /** It has ended, or another edit has begun: what was sent is shown again. */
  rest(): void {
    this.#isAmending = false;
    this.isPaused = false;
  }

  /** It can only be sent as it is: nothing of it is asked here. */
  protected isAsItWas(): boolean {
    return false;
  }
}
