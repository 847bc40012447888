import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { Instrument, Question } from '../../domain/instrument/instrument.js';
import { missingQuestions } from '../../domain/instrument/response.js';
import { scoredLinkIds } from '../../domain/instrument/scoring.js';

/** What is asked, and how it is answered so far. */
interface Parts {
  readonly instrument: () => Instrument;
  readonly edit: () => ResponseEdit;
  /** Those on the screen. */
  readonly questions: () => readonly Question[];
  /** Every scored question needs an answer. */
  readonly isRequired: () => boolean;
  /** Something that was typed is no answer. */
  readonly isRefused: (question: Question) => boolean;
}

/** What stands in the way of sending, and what of it the person was told. */
export class RatingCheck {
  /** linkIds of the questions that stopped the last attempt to send. */
  stopped: readonly string[] = [];
  /** There was nothing to send then. */
  hadNothing = false;
  /** Of what stopped it, what still does. */
  #open: ReadonlySet<string> = new Set();

  constructor(private readonly parts: Parts) {}

  /** What still needs an answer, and what was typed and is no answer. */
  get missing(): readonly Question[] {
    const { parts } = this;
    const missing = new Set(missingQuestions(parts.instrument(), parts.edit().value, parts.isRequired()));
    return parts.questions().filter((question) => missing.has(question) || parts.isRefused(question));
  }

  isRequired({ required, linkId }: Question): boolean {
    const { parts } = this;
    return required || (parts.isRequired() && scoredLinkIds(parts.instrument()).includes(linkId));
  }

  /** Notes what is missing, if anything; false when something is. */
  passes(): boolean {
    const edit = this.parts.edit();
    this.stopped = this.missing.map(({ linkId }) => linkId);
    this.#open = new Set(this.stopped);
    this.hadNothing = edit.value.size === 0 && !edit.base && this.stopped.length === 0;
    return this.stopped.length === 0 && !this.hadNothing;
  }

  /** Whether a question stopped the sending, and still would. */
  stops({ linkId }: Question): boolean {
    return this.#open.has(linkId);
  }

  get hasNothingToSend(): boolean {
    return this.hadNothing && this.parts.edit().value.size === 0;
  }

  /** Something was answered: what no longer stops the sending keeps its place, so that nothing moves under a finger. */
  follow(): void {
    if (this.stopped.length === 0) return;
    const missing = this.missing.map(({ linkId }) => linkId);
    this.#open = new Set(this.stopped.filter((linkId) => missing.includes(linkId)));
  }

  forget(): void {
    this.stopped = [];
    this.#open = new Set();
    this.hadNothing = false;
  }
}
