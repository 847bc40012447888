import { isTrue, objectsIn, textIn, type Loose } from './loose.js';
import type { Reading } from './reading.js';

/** A concept as an option needs it: a Coding, with what else the value set says about it. */
export type Concept = Loose;

const keyOf = (concept: Concept): string =>
  `${textIn(concept['system']) ?? ''}|${textIn(concept['code']) ?? ''}`;

function listOf(concepts: unknown, system: unknown): readonly Concept[] {
  return objectsIn(concepts).map((concept) => ({ ...concept, system: concept['system'] ?? system }));
}

/** Nested entries too; an abstract one is a heading and cannot be chosen. */
function expanded(contains: unknown): readonly Concept[] {
  return objectsIn(contains).flatMap((entry) => [
    ...(isTrue(entry['abstract']) || textIn(entry['code']) === undefined ? [] : [entry]),
    ...expanded(entry['contains']),
  ]);
}

/** Whether the item with this value set can be asked follows from what comes back: undefined where it is not here. */
export function readValueSet(
  reference: string,
  reading: Reading,
  above: ReadonlySet<string> = new Set(),
): readonly Concept[] | undefined {
  const valueSet = reference.startsWith('#') ? reading.contained.get(reference.slice(1)) : undefined;
  if (!valueSet || above.has(reference)) return undefined;
  const expansion = valueSet['expansion'] as Loose | undefined;
  const listed = expanded(expansion?.['contains']);
  if (listed.length > 0) return listed;
  const compose = valueSet['compose'] as Loose | undefined;
  const inside = new Set([...above, reference]);
  const parts = objectsIn(compose?.['include']).map((part) => included(part, reading, inside));
  const found = parts.flatMap((part) => part ?? []);
  const excluded = new Set(
    objectsIn(compose?.['exclude']).flatMap((part) => listOf(part['concept'], part['system']).map(keyOf)),
  );
  return found.length === 0 ? undefined : found.filter((concept) => !excluded.has(keyOf(concept)));
}

function included(part: Loose, reading: Reading, above: ReadonlySet<string>): readonly Concept[] | undefined {
  const named = listOf(part['concept'], part['system']);
  if (named.length > 0) return named;
  const [other] = [part['valueSet']].flat();
  if (typeof other === 'string') return readValueSet(other, reading, above);
  const codeSystem = [...reading.contained.values()].find(
    ({ resourceType, url }) => resourceType === 'CodeSystem' && url !== undefined && url === part['system'],
  );
  return codeSystem && listOf(codeSystem['concept'], part['system']);
}
