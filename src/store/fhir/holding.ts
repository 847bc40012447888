import { relativeReference } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import {
  inWholeSeconds,
  isReference,
  isSame,
  isSameReference,
  said,
  second,
  versioned,
} from '../equality.js';
import { isObject, type Loose } from '../loose.js';

/*
 * Whether a server holds what was sent, however it writes it.
 */

/** Lists to which a server adds entries of its own. */
const addedTo = new Set(['identifier', 'extension', 'category', 'coding', 'contained']);

/** Whether a server holds what was sent: with defaults of its own, in its own order, by whole addresses. */
function isHeld(sent: unknown, held: unknown, name: string, isVersioned = false): boolean {
  if (isSame(sent, held, isVersioned) || name === 'display') return true;
  if (typeof sent === 'string' && typeof held === 'string') return sent.trim() === held.trim();
  if (Array.isArray(sent)) {
    const left: unknown[] = Array.isArray(held) ? [...(held as readonly unknown[])] : [];
    if (left.length > sent.length && !addedTo.has(name)) return false;
    return sent.every((entry) => {
      const at = left.findIndex((one) => isHeld(entry, one, name, isVersioned));
      return at >= 0 && left.splice(at, 1).length > 0;
    });
  }
  if (!isObject(sent) || !isObject(held)) return false;
  const [mine, theirs] = [sent, held].map(relative) as [Loose, Loose];
  if (isReference(sent) && isReference(held) && isSameReference(mine, theirs, isVersioned)) return true;
  return Object.keys(mine).every((inner) => isHeld(mine[inner], theirs[inner], inner));
}

/** With the address of a reference as it is below any server. */
function relative(value: Loose): Loose {
  const { reference } = value;
  if (typeof reference !== 'string') return value;
  const version = /\/_history\/[^/]*$/.exec(reference)?.[0] ?? '';
  return { ...value, reference: `${relativeReference(reference)}${version}` };
}

/** The elements of what was sent that a resource does not hold, by their names; none where it holds all of it. */
export function missingFrom(held: Resource, sent: Resource): readonly string[] {
  const { resourceType: type } = sent;
  const [mine, theirs]: readonly [Loose, Loose] = [{ ...sent }, { ...held }];
  return said(type, Object.keys(mine)).filter((name) => {
    const [one, other] =
      name === inWholeSeconds[type] ? [second(mine[name]), second(theirs[name])] : [mine[name], theirs[name]];
    return !isHeld(one, other, name, name === versioned[type]);
  });
}
