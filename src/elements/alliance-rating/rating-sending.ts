import type { ResponseController, ResponseDelivery, ResponseEdit } from '../../controllers/kinds/response.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';

/** Where the answers are, and what shows them. */
interface Parts {
  readonly edit: () => ResponseEdit;
  readonly responses: Pick<ResponseController, 'sender' | 'other' | 'leaveOther'>;
  readonly isInForm: () => boolean;
  /** Shows what is missing, if anything, and moves the focus there; false when something is. */
  readonly check: () => boolean;
  /** Shows the answers again, to be changed, or everything to be answered anew. */
  readonly reopen: (isAnew: boolean) => void;
}

/** What a person does about the sending: send, try again, take back, change what was sent, settle a conflict. */
export class RatingSending {
  /** What was sent is being changed. */
  isAmending = false;

  constructor(private readonly parts: Parts) {}

  /** What was answered to another version of the questions: shown in its own words. */
  get other(): QuestionnaireResponse | undefined {
    return this.parts.responses.other;
  }

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
    const { sender } = this.parts.responses;
    const hasFailed = delivery.state === 'failed';
    // Trying again does again what failed; what answers other questions can only be sent as it is
    const isAsItWas = this.other !== undefined || (hasFailed && delivery.intent === 'withdraw');
    if (delivery.state === 'sending' || (isAsItWas ? !hasFailed : !this.parts.check())) return;
    await (hasFailed ? sender?.retry() : sender?.send('give'));
  }

  readonly takeBack = (): void => {
    void this.parts.responses.sender?.send('withdraw');
  };

  readonly amend = (): void => {
    this.isAmending = true;
    this.parts.reopen(false);
  };

  /** Answers what is asked now; what was answered to other questions stays beside it. */
  readonly answerAgain = (): void => {
    this.parts.responses.leaveOther();
    this.parts.reopen(true);
  };

  resolve(choice: 'mine' | 'theirs'): void {
    void this.parts.responses.sender?.resolve(choice);
  }
}
