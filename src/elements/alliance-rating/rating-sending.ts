import type { ResponseController, ResponseDelivery, ResponseEdit } from '../../controllers/kinds/response.js';
import type { StepsController } from '../../controllers/widget/steps.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';
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
    private readonly responses: Pick<ResponseController, 'sender' | 'other' | 'leaveOther'>,
  ) {}

  /** What was answered to another version of the questions: shown in its own words. */
  get other(): QuestionnaireResponse | undefined {
    return this.responses.other;
  }

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
    const { sender } = this.responses;
    // Trying again does again what failed; what answers other questions can only be sent as it is
    const isAsItWas =
      this.other !== undefined || (delivery.state === 'failed' && delivery.intent === 'withdraw');
    if (delivery.state === 'sending' || (isAsItWas ? delivery.state !== 'failed' : !this.screen.check()))
      return;
    await (delivery.state === 'failed' ? sender?.retry() : sender?.send('give'));
  }

  readonly takeBack = (): void => {
    void this.responses.sender?.send('withdraw');
  };

  readonly amend = (): void => {
    const { steps, isStepwise } = this.screen;
    this.isAmending = true;
    steps.start(isStepwise ? 'check' : { step: 0 });
    void this.screen.focus(isStepwise ? '[data-focus]' : '.question .words');
  };

  /** Answers what is asked now; what was answered to other questions stays beside it. */
  readonly answerAgain = (): void => {
    this.responses.leaveOther();
    this.screen.steps.start({ step: 0 });
    void this.screen.focus('.question .words');
  };

  resolve(choice: 'mine' | 'theirs'): void {
    void this.responses.sender?.resolve(choice);
  }
}
