import type { Answers } from '../../domain/answer.js';
import { questionsOf, type Instrument, type Question } from '../../domain/instrument.js';
import { screensOf, type Screens } from '../../domain/screens.js';

interface Index {
  readonly instrument: Instrument;
  readonly ids: ReadonlyMap<string, string>;
}

interface Shown extends Screens {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly questions: readonly Question[];
}

/** The questions on the screen in reading order and their ids in the shadow root, made once for the same answers. */
export class QuestionIndex {
  #index: Index | undefined;
  #shown: Shown | undefined;

  constructor(
    private readonly instrument: () => Instrument,
    private readonly answers: () => Answers,
  ) {}

  get shown(): Shown {
    const [instrument, answers] = [this.instrument(), this.answers()];
    if (this.#shown?.instrument === instrument && this.#shown.answers === answers) return this.#shown;
    const { screens, after } = screensOf(instrument, answers);
    const questions = screens.map(({ question }) => question);
    return (this.#shown = { instrument, answers, screens, after, questions });
  }

  idOf(linkId: string): string {
    const instrument = this.instrument();
    if (this.#index?.instrument !== instrument) {
      const ids = new Map(
        questionsOf(instrument).map((question, index) => [question.linkId, `question-${String(index)}`]),
      );
      this.#index = { instrument, ids };
    }
    return this.#index.ids.get(linkId) ?? '';
  }
}
