import { answerOf, answered, sameAnswer, unanswered, type Answers } from '../../domain/answers/answer.js';
import { questionsOf, type Instrument } from '../../domain/instrument/instrument.js';
import { valuesMeant } from '../../domain/instrument/plain-answers.js';
import type { Expression } from '../../domain/instrument/question.js';
import type { QuestionnaireResponse } from '../../fhir/resource.js';

/**
 * The host's help with a calculated expression, for example by a FHIRPath library: gives the answer (a code, number,
 * text, boolean or a list of them), or undefined where there is none.
 */
export type Calculate = (expression: Expression, response: QuestionnaireResponse) => unknown;

/** The answers with those that the host works out from the others. */
export function withCalculated(
  instrument: Instrument,
  answers: Answers,
  calculate: Calculate,
  responseOf: (answers: Answers) => QuestionnaireResponse,
): Answers {
  let current = answers;
  for (const question of questionsOf(instrument)) {
    const { calculation, linkId } = question;
    if (!calculation) continue;
    const [first, ...more] = valuesMeant(question, attempt(calculate, calculation, responseOf(current)));
    const answer = first === undefined ? unanswered : answered(first, ...more);
    if (sameAnswer(answer, answerOf(current, linkId))) continue;
    const next = new Map(current);
    if (answer.state === 'unanswered') next.delete(linkId);
    else next.set(linkId, answer);
    current = next;
  }
  return current;
}

function attempt(calculate: Calculate, expression: Expression, response: QuestionnaireResponse): unknown {
  try {
    return calculate(expression, response);
  } catch (cause) {
    console.error(`alliance-elements: "${expression.expression}" could not be worked out.`, cause);
    return undefined;
  }
}
