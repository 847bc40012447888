import type { ResponseDelivery, ResponseEdit, ResponseSender } from '../../controllers/kinds/response.js';

/** Where the answers are, and what shows them. */
interface Parts {
  readonly edit: () => ResponseEdit;
  readonly sender: () => ResponseSender | undefined;
  readonly isInForm: () => boolean;
  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  readonly check: () => boolean;
  /** Shows the answers again, to be changed. */
  readonly reopen: () => void;
}

/** What a person does about the sending: send, try again, take back, change what was sent, settle a conflict. */
export class RatingSending {
  /** What was sent is being changed. */
  isAmending = false;

  constructor(private readonly parts: Parts) {}

  /** Where the answers stand, as far as the screen follows: while they are being sent it stays as it was. */
  get shown(): ResponseDelivery {
    const { delivery } = this.parts.edit();
    return delivery.state === 'sending' ? delivery.from : delivery;
  }

  /** What was sent is on the screen, with thanks; not in a form, where the form tells. */
  get isDone(): boolean {
    const { state } = this.shown;
    const isOver = ['saved', 'sent', 'handed-over', 'queued', 'taken-back'].includes(state);
    return isOver && !this.isAmending && !this.parts.isInForm();
  }

  readonly send = (): void => {
    void this.submit();
  };

  async submit(): Promise<void> {
    const { delivery } = this.parts.edit();
    // Trying again does again what failed
    const isTakingBack = delivery.state === 'failed' && delivery.intent === 'withdraw';
    if (delivery.state === 'sending' || (!isTakingBack && !this.parts.check())) return;
    await (delivery.state === 'failed' ? this.parts.sender()?.retry() : this.parts.sender()?.send('give'));
  }

  readonly takeBack = (): void => {
    void this.parts.sender()?.send('withdraw');
  };

  readonly amend = (): void => {
    this.isAmending = true;
    this.parts.reopen();
  };

  resolve(choice: 'mine' | 'theirs'): void {
    void this.parts.sender()?.resolve(choice);
  }
}
