import { answerOf, sameValue, type Answer, type Answers } from '../answers/answer.js';
import { questionsOf, type Instrument, type Question } from '../instrument/instrument.js';

/** One question that both sides were asked about the same session. */
export interface PairedItem {
  /** In the words of the one who looks. */
  readonly question: Question;
  readonly mine: Answer;
  readonly theirs: Answer;
  /** Two or more degrees lie between them. */
  readonly isApart: boolean;
}

/** From so many degrees on, two see something in different ways; one degree is chance. */
const APART = 2;

/** Where an answer stands on the scale of its question; undefined for one that is on no scale. */
function degreeOf({ options }: Question, answer: Answer): number | undefined {
  if (answer.state !== 'answered') return undefined;
  const [first] = answer.values;
  return options.find(({ value }) => sameValue(value, first))?.score;
}

/**
 * What both said, item by item: never a sum, whose difference would say who of the two is right.
 * @param instrument as the one who looks was asked; the other side's items have the same linkIds and degrees
 */
export function pairOf(instrument: Instrument, mine: Answers, theirs: Answers): readonly PairedItem[] {
  return questionsOf(instrument).map((question) => {
    const [one, other] = [answerOf(mine, question.linkId), answerOf(theirs, question.linkId)];
    const [here, there] = [degreeOf(question, one), degreeOf(question, other)];
    const isApart = here !== undefined && there !== undefined && Math.abs(here - there) >= APART;
    return { question, mine: one, theirs: other, isApart };
  });
}
