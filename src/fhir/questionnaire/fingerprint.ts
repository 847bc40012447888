import { isObject } from '../loose.js';

/** JSON with its keys in one order: servers store them in any. */
function inOrder(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');

/**
 * A name for a Questionnaire that has none, made from all that it asks, words included: answers to one must not come back
 * as answers to another. The same in every language that it is shown in.
 */
export function fingerprintOf({ title, item, contained }: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify([title, item, contained], inOrder);
  // FNV-1a twice, from two starts: 64 bits
  let [one, other] = [0x811c9dc5, 0x01234567];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return `asked-${hex(one)}${hex(other)}`;
}
