import type { ResponseDelivery, ResponseEdit, ResponseSender } from '../../controllers/kinds/response.js';
import type { StepsController } from '../../controllers/widget/steps.js';
import type { RatingSettings } from './rating-settings.js';

/** What the sending needs of the screen that it starts from. */
interface SendingScreen {
  readonly edit: ResponseEdit;
  readonly settings: RatingSettings;
  readonly isStepwise: boolean;
  readonly steps: StepsController;
  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  check(): boolean;
  /** Draws, then moves the focus to the first match. */
  focus(selector: string): Promise<void>;
}

/** What a person does about the sending: send, try again, take back, change what was sent, settle a conflict. */
export class RatingSending {
  /** What was sent is being changed. */
  isAmending = false;

  constructor(
    private readonly screen: SendingScreen,
    private readonly sender: () => ResponseSender | undefined,
  ) {}

  /** Where the answers stand, as far as the screen follows: while they are being sent it stays as it was. */
  get shown(): ResponseDelivery {
    const { delivery } = this.screen.edit;
    return delivery.state === 'sending' ? delivery.from : delivery;
  }

  /** What was sent is on the screen, with thanks; not in a form, where the form tells. */
  get isDone(): boolean {
    const { state } = this.shown;
    const isOver = ['saved', 'sent', 'handed-over', 'queued', 'taken-back'].includes(state);
    return isOver && !this.isAmending && !this.screen.settings.isInForm;
  }

  readonly send = (): void => {
    void this.submit();
  };

  async submit(): Promise<void> {
    const { edit } = this.screen;
    const { delivery } = edit;
    // Trying again does again what failed
    const isTakingBack = delivery.state === 'failed' && delivery.intent === 'withdraw';
    if (delivery.state === 'sending' || (!isTakingBack && !this.screen.check())) return;
    await (delivery.state === 'failed' ? this.sender()?.retry() : this.sender()?.send('give'));
  }

  readonly takeBack = (): void => {
    void this.sender()?.send('withdraw');
  };

  readonly amend = (): void => {
    const { steps, isStepwise } = this.screen;
    this.isAmending = true;
    steps.start(isStepwise ? 'check' : { step: 0 });
    void this.screen.focus(isStepwise ? '[data-focus]' : '.question .words');
  };

  resolve(choice: 'mine' | 'theirs'): void {
    void this.sender()?.resolve(choice);
  }
}
