import { questionsOf, type Instrument, type Question } from '../../domain/instrument.js';

interface Index {
  readonly instrument: Instrument;
  readonly questions: readonly Question[];
  readonly ids: ReadonlyMap<string, string>;
}

/** The questions of an instrument in reading order and their ids in the shadow root, made once an instrument. */
export class QuestionIndex {
  #made: Index | undefined;

  constructor(private readonly instrument: () => Instrument) {}

  get questions(): readonly Question[] {
    return this.#current().questions;
  }

  idOf(linkId: string): string {
    return this.#current().ids.get(linkId) ?? '';
  }

  #current(): Index {
    const instrument = this.instrument();
    if (this.#made?.instrument === instrument) return this.#made;
    const questions = questionsOf(instrument);
    const ids = new Map(questions.map(({ linkId }, index) => [linkId, `question-${String(index)}`]));
    return (this.#made = { instrument, questions, ids });
  }
}
