import type { ResponseController } from '../../controllers/kinds/response.js';
import { Sending, type SendingParts } from '../../controllers/widget/sending.js';
import type { Answers, AnswerConflict } from '../../domain/answers/answer.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';

/** Where the answers are, and what shows them. */
interface Parts extends Omit<
  SendingParts<Answers, QuestionnaireResponse, AnswerConflict>,
  'sender' | 'reopen'
> {
  readonly responses: Pick<ResponseController, 'sender' | 'other' | 'leaveOther'>;
  /** Shows the answers again, to be changed, or everything to be answered anew. */
  readonly reopen: (isAnew: boolean) => void;
}

/** The sending of answers, which may be to another version of the questions. */
export class RatingSending extends Sending<Answers, QuestionnaireResponse, AnswerConflict> {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    const reopen = (): void => {
      parts.reopen(false);
    };
    super({ ...parts, reopen, sender: () => parts.responses.sender });
    this.#parts = parts;
  }

  /** What was answered to another version of the questions: shown in its own words. */
  get other(): QuestionnaireResponse | undefined {
    return this.#parts.responses.other;
  }

  /** Answers what is asked now; what was answered to other questions stays beside it. */
  readonly answerAgain = (): void => {
    this.#parts.responses.leaveOther();
    this.#parts.reopen(true);
  };

  protected override isAsItWas(): boolean {
    return this.other !== undefined;
  }
}
