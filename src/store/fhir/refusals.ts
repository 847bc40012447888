import type { Resource } from '../../fhir/resource.js';
import { isObject, valuesAt } from '../loose.js';

/*
 * Why a server did not take something, in words for whoever builds the portal. Answers are not among them.
 */

/** Elements under which a person's words and choices are; what is beside them are names and codes of ours. */
const ANSWER =
  /^(value[A-Z]|answer|text|div|contentString|description|note|payload|reasonCode|topic|comment)/;
/** Within them: whose, where and in which system is no answer. */
const NO_ANSWER = new Set(['reference', 'system', 'url', 'type']);

/** All words, numbers and codes that may be an answer. */
function answersIn(value: unknown, isAnswer = false): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => answersIn(entry, isAnswer));
  if (!isObject(value)) return isAnswer && String(value).trim() !== '' ? [String(value).trim()] : [];
  return Object.entries(value).flatMap(([name, inner]) =>
    NO_ANSWER.has(name) ? [] : answersIn(inner, isAnswer || ANSWER.test(name)),
  );
}

/** Whether some words repeat an answer: a short one as a word of its own. */
function repeats(words: string, answers: readonly string[]): boolean {
  const [all, single] = [words.toLowerCase(), new Set(words.toLowerCase().split(/[^\p{L}\p{N}.-]+/u))];
  return answers.some((answer) => {
    const one = answer.toLowerCase();
    return one.length > 3 ? all.includes(one) : single.has(one);
  });
}

/**
 * What the server says about why, in its own words and places; of words that repeat an answer only the places.
 * @param sent what it is about
 */
export function diagnosticsOf(body: unknown, sent?: Resource): string {
  const answers = answersIn(sent);
  const all = (values: readonly unknown[]): readonly string[] =>
    values.filter((one) => typeof one === 'string');
  return valuesAt(body, 'issue')
    .map((issue) => {
      const [words = ''] = all([...valuesAt(issue, 'details.text'), ...valuesAt(issue, 'diagnostics')]);
      const places = all([...valuesAt(issue, 'expression'), ...valuesAt(issue, 'location')]);
      const said = repeats(words, answers) ? all(valuesAt(issue, 'code')) : [words];
      return [...said, ...places].join(' ');
    })
    .join('; ')
    .replace(/[^.]$/, '$&.');
}

/** An id that a server will not take, for example because it has no digit, or is no UUID. */
export const isAboutTheId = (body: unknown): boolean =>
  /\b(ids?|uuids?|guids?|client.assigned)\b/i.test(diagnosticsOf(body));

/** What whoever builds the portal can do about a status. */
export function remedyOf(status: number, type: string): string {
  if (status === 403) return `Let the person’s sign-in write ${type}.`;
  if (status === 404 || status === 405) return `Check fhir-base, and that the server takes ${type}.`;
  if (status === 400 || status === 422)
    return `Let the server know whom ${type} refers to (subject, author, encounter), and take its codes and extensions.`;
  if (status === 413) return 'Let the server take larger bodies.';
  return 'See what the server’s log says.';
}
