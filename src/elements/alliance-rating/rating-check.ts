import type { Question } from '../../domain/instrument/instrument.js';
import { missingQuestions } from '../../domain/instrument/response.js';
import type { RatingScreen } from './rating-screen.js';

/** What stands in the way of sending, and what of it the person was told. */
export class RatingCheck {
  /** linkIds of the questions that stopped the last attempt to send. */
  stopped: readonly string[] = [];
  hasNothingToSend = false;

  constructor(private readonly screen: RatingScreen) {}

  /** What still needs an answer, and what was typed and is no answer. */
  get missing(): readonly Question[] {
    const { instrument, edit, settings, questions, answering } = this.screen;
    const missing = new Set(missingQuestions(instrument, edit.value, settings.isRequired));
    return questions.filter((question) => missing.has(question) || answering.isRefused(question));
  }

  /** Notes what is missing, if anything; false when something is. */
  passes(): boolean {
    const { edit } = this.screen;
    this.stopped = this.missing.map(({ linkId }) => linkId);
    this.hasNothingToSend = edit.value.size === 0 && !edit.base && this.stopped.length === 0;
    return this.stopped.length === 0 && !this.hasNothingToSend;
  }

  /** Something was answered: takes back what no longer stops the sending. */
  follow(): void {
    this.hasNothingToSend = false;
    if (this.stopped.length === 0) return;
    const missing = new Set(this.missing.map(({ linkId }) => linkId));
    this.stopped = this.stopped.filter((linkId) => missing.has(linkId));
  }

  forget(): void {
    this.stopped = [];
    this.hasNothingToSend = false;
  }
}
