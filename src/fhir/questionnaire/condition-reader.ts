import type { Condition, Enabling, Operator } from '../../domain/instrument/enabling.js';
import type { Expression } from '../../domain/instrument/question.js';
import { extensionUrls } from '../codes.js';
import { extensionValue, isObject, objectsIn, textIn, type Loose } from '../loose.js';
import type { Reading } from './reading.js';
import { readValue } from '../value.js';

const operators: ReadonlySet<unknown> = new Set<Operator>(['exists', '=', '!=', '>', '<', '>=', '<=']);
const isOperator = (given: unknown): given is Operator => operators.has(given);

/** A FHIR `Expression` in an extension. */
export function readExpression(item: Loose, url: string): Expression | undefined {
  const given = extensionValue(item, url);
  if (!isObject(given)) return undefined;
  const expression = textIn(given['expression']);
  const language = textIn(given['language']) ?? 'text/fhirpath';
  return expression === undefined ? undefined : { language, expression, name: textIn(given['name']) };
}

function readCondition(given: Loose): Condition | undefined {
  const linkId = textIn(given['question']);
  // `hasAnswer` is the form of STU3
  const exists = given['hasAnswer'];
  if (linkId !== undefined && typeof exists === 'boolean')
    return { linkId, operator: 'exists', value: exists };
  const operator = given['operator'] ?? '=';
  const value = readValue(given, 'answer');
  return linkId === undefined || value === undefined || !isOperator(operator)
    ? undefined
    : { linkId, operator, value };
}

/**
 * When an item is asked; undefined for always.
 * A condition that is not understood is a problem, and `isBroken` is then true: such an item must not be asked.
 */
export function readEnabling(
  item: Loose,
  linkId: string,
  reading: Reading,
): { readonly enabling?: Enabling; readonly isBroken: boolean } {
  const expression = readExpression(item, extensionUrls.enableWhenExpression);
  if (expression) {
    reading.problems.push({ reason: 'unsupported-expression', linkId, value: expression.expression });
    return { isBroken: true };
  }
  const given = item['enableWhen'];
  if (given === undefined || given === null || (Array.isArray(given) && given.length === 0))
    return { isBroken: false };
  const read = objectsIn(given).map(readCondition);
  const conditions = read.filter((condition) => condition !== undefined);
  if (conditions.length === 0 || conditions.length < read.length) {
    reading.problems.push({ reason: 'unsupported-condition', linkId });
    return { isBroken: true };
  }
  // R4 wants a behavior as soon as there are two conditions; without one, `any` was the rule of STU3
  return {
    enabling: { conditions, behavior: item['enableBehavior'] === 'all' ? 'all' : 'any' },
    isBroken: false,
  };
}
