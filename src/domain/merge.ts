import { answerOf, sameAnswer, type Answer, type Answers } from './answer.js';

/** One question that was changed in two places in two ways. */
export interface AnswerConflict {
  readonly linkId: string;
  readonly mine: Answer;
  readonly theirs: Answer;
}

export interface MergedAnswers {
  /** Both sides together; where they contradict each other, mine. */
  readonly answers: Answers;
  /** Empty when the merge is clean; otherwise the person decides. */
  readonly conflicts: readonly AnswerConflict[];
}

/** Three-way merge by question: what only one side changed is taken from that side. */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): MergedAnswers {
  const answers = new Map<string, Answer>();
  const conflicts: AnswerConflict[] = [];
  for (const linkId of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const [before, here, there] = [base, mine, theirs].map((side) => answerOf(side, linkId)) as [
      Answer,
      Answer,
      Answer,
    ];
    const changedHere = !sameAnswer(before, here);
    const changedThere = !sameAnswer(before, there);
    const merged = changedHere ? here : there;
    if (merged.state !== 'unanswered') answers.set(linkId, merged);
    if (changedHere && changedThere && !sameAnswer(here, there)) {
      conflicts.push({ linkId, mine: here, theirs: there });
    }
  }
  return { answers, conflicts };
}
