import type { Answers } from '../../domain/answers/answer.js';
import { questionsOf, type Instrument, type Question } from '../../domain/instrument/instrument.js';
import { screensOf, type Screen, type ScreenUnit } from '../../domain/instrument/screens.js';

interface Shown {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly unit: ScreenUnit;
  readonly screens: readonly Screen[];
  readonly questions: readonly Question[];
}

/** The questions on the screen in reading order and their ids in the shadow root, made once for the same answers. */
export class QuestionIndex {
  #ids: { readonly instrument: Instrument; readonly of: ReadonlyMap<string, string> } | undefined;
  #shown: Shown | undefined;

  constructor(
    private readonly instrument: () => Instrument,
    private readonly answers: () => Answers,
    private readonly unit: () => ScreenUnit,
  ) {}

  get shown(): Shown {
    const [instrument, answers, unit] = [this.instrument(), this.answers(), this.unit()];
    const last = this.#shown;
    if (last?.instrument === instrument && last.answers === answers && last.unit === unit) return last;
    const screens = screensOf(instrument, answers, unit);
    const questions = screens.flatMap((screen) => screen.questions);
    return (this.#shown = { instrument, answers, unit, screens, questions });
  }

  /** Which screen shows a question; −1 where none does. */
  stepOf(linkId: string | undefined): number {
    return this.shown.screens.findIndex(({ questions }) =>
      questions.some((question) => question.linkId === linkId),
    );
  }

  idOf(linkId: string): string {
    const instrument = this.instrument();
    if (this.#ids?.instrument !== instrument) {
      const of = new Map(
        questionsOf(instrument).map((question, index) => [question.linkId, `question-${String(index)}`]),
      );
      this.#ids = { instrument, of };
    }
    return this.#ids.of.get(linkId) ?? '';
  }
}
