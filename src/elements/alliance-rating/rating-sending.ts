import type { Delivery } from '../../controllers/delivery.js';
import type { ResponseEdit } from '../../controllers/response-edit.js';
import type { ResponseSender } from '../../controllers/response-sender.js';
import type { StepsController } from '../../controllers/steps.js';
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
  get shown(): Delivery {
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
    const isTakingBack = delivery.state === 'failed' && delivery.status === 'entered-in-error';
    if (delivery.state === 'sending' || (!isTakingBack && !this.screen.check())) return;
    const status = isTakingBack ? 'entered-in-error' : edit.statusWhenSent();
    await this.sender()?.send(status);
  }

  readonly takeBack = (): void => {
    void this.sender()?.send('entered-in-error');
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
