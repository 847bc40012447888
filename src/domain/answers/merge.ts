import { sameAnswer, unanswered, type Answer, type Answers } from './answer.js';
import { mergeParts, type Conflict, type Merged } from '../record.js';

/** One question that was changed in two places in two ways; `part` is its linkId. */
export type AnswerConflict = Conflict<string, Answer>;

/** Three-way merge by question. */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merged<Answers, AnswerConflict> {
  const { value, conflicts } = mergeParts(base, mine, theirs, (one = unanswered, other = unanswered) =>
    sameAnswer(one, other),
  );
  return {
    value: new Map([...value].filter(([, { state }]) => state !== 'unanswered')),
    conflicts: conflicts.map(({ part, mine: here = unanswered, theirs: there = unanswered }) => ({
      part,
      mine: here,
      theirs: there,
    })),
  };
}

/** The answers with one conflict settled. */
export function resolveAnswer(
  answers: Answers,
  { part, mine, theirs }: AnswerConflict,
  choice: 'mine' | 'theirs',
): Answers {
  const answer = choice === 'mine' ? mine : theirs;
  const settled = new Map(answers);
  if (answer.state === 'unanswered') settled.delete(part);
  else settled.set(part, answer);
  return settled;
}
