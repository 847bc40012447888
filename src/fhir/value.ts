import type { Coding, Quantity, Value } from '../domain/answers/answer.js';
import { compact } from './resource.js';
import { isObject, numberIn, textIn, type Loose } from './loose.js';

function readCoding(coding: Loose): Coding | undefined {
  const code = textIn(coding['code']) ?? textIn(coding['display']);
  if (code === undefined) return undefined;
  return compact<Coding>({ system: textIn(coding['system']), code, display: textIn(coding['display']) });
}

function readQuantity(quantity: Loose): Quantity | undefined {
  const value = numberIn(quantity['value']);
  if (value === undefined) return undefined;
  const [unit, system, code] = ['unit', 'system', 'code'].map((name) => textIn(quantity[name]));
  return compact<Quantity>({ value, unit, system, code });
}

const TEXTS = ['String', 'Date', 'DateTime', 'Time', 'Uri'] as const;

/**
 * The value in an element that carries one as `value[x]`, `answer[x]` or `initial[x]`.
 * @param prefix `value` or `answer`
 * @returns undefined where there is none, or one of a kind that we do not know
 */
export function readValue(element: object, prefix: 'value' | 'answer' = 'value'): Value | undefined {
  const holder = element as Loose;
  const coding = holder[`${prefix}Coding`];
  if (isObject(coding)) return readCoding(coding);
  const quantity = holder[`${prefix}Quantity`];
  if (isObject(quantity)) return readQuantity(quantity);
  const boolean = holder[`${prefix}Boolean`];
  if (typeof boolean === 'boolean') return boolean;
  const number = numberIn(holder[`${prefix}Integer`]) ?? numberIn(holder[`${prefix}Decimal`]);
  if (number !== undefined) return number;
  return TEXTS.map((type) => textIn(holder[`${prefix}${type}`])).find((text) => text !== undefined);
}
