import { isTrue, objectsIn, textIn, wordsOf, type Loose } from '../loose.js';
import type { Reading } from './reading.js';

/** A concept as an option needs it: a Coding, with what else the value set says about it. */
export type Concept = Loose;

/** Nobody sorts codes deeper, or builds a value set out of more, each from the next; what lies below is left out. */
const DEPTH = 100;

const keyOf = (concept: Concept): string =>
  `${textIn(concept['system']) ?? ''}|${textIn(concept['code']) ?? ''}`;

/** Nested entries too; an abstract one is a heading and cannot be chosen. */
function flattened(
  entries: unknown,
  nested: 'contains' | 'concept',
  system: unknown,
  depth = 0,
): readonly Concept[] {
  if (depth > DEPTH) return [];
  return objectsIn(entries).flatMap((entry) => [
    ...(isTrue(entry['abstract']) || textIn(entry['code']) === undefined
      ? []
      : [{ ...entry, system: entry['system'] ?? system }]),
    ...flattened(entry[nested], nested, system, depth + 1),
  ]);
}

/** Every concept once. */
const distinct = (concepts: readonly Concept[]): readonly Concept[] => [
  ...new Map(concepts.map((concept) => [keyOf(concept), concept])).values(),
];

/** What both lists name, in the words of the first. */
function inBoth(some: readonly Concept[], others: readonly Concept[]): readonly Concept[] {
  const keys = new Set(others.map(keyOf));
  return some.filter((concept) => keys.has(keyOf(concept)));
}

/**
 * The concepts of a contained value set, each read once; undefined where it is not here. Parts of it that are not
 * understood are noted.
 */
export function readValueSet(reference: string, reading: Reading, depth = 0): readonly Concept[] | undefined {
  const { contained, valueSets } = reading;
  if (valueSets.has(reference)) return valueSets.get(reference);
  if (depth > DEPTH) return undefined;
  valueSets.set(reference, undefined); // one that includes itself adds nothing
  const valueSet = reference.startsWith('#') ? contained.get(reference.slice(1)) : undefined;
  const concepts = valueSet && conceptsOf(valueSet, reading, depth);
  valueSets.set(reference, concepts);
  return concepts;
}

function conceptsOf(valueSet: Loose, reading: Reading, depth: number): readonly Concept[] | undefined {
  const expansion = valueSet['expansion'] as Loose | null | undefined;
  const listed = flattened(expansion?.['contains'], 'contains', undefined);
  if (listed.length > 0) return distinct(listed);
  const compose = valueSet['compose'] as Loose | null | undefined;
  const includes = objectsIn(compose?.['include']);
  const read = includes.map((part) => included(part, reading, depth));
  const found = distinct(read.flatMap((concepts) => concepts ?? []));
  if (found.length === 0) return undefined;
  const excludes = objectsIn(compose?.['exclude']);
  const left = excludes.map((part) => included(part, reading, depth));
  for (const [index, part] of [...includes, ...excludes].entries()) {
    if ([...read, ...left][index]) continue;
    reading.problems.push({
      reason: 'unsupported-value-set',
      value: textIn(part['system']) ?? wordsOf(part),
    });
  }
  const excluded = new Set(left.flatMap((concepts) => concepts ?? []).map(keyOf));
  return found.filter((concept) => !excluded.has(keyOf(concept)));
}

/** What an `include` or `exclude` names: codes, and of these only what all its value sets have. */
function included(part: Loose, reading: Reading, depth: number): readonly Concept[] | undefined {
  if (objectsIn(part['filter']).length > 0) return undefined;
  const sets = [part['valueSet'] ?? []]
    .flat()
    .map((other) => (typeof other === 'string' ? readValueSet(other, reading, depth + 1) : undefined));
  const known = sets.filter((concepts) => concepts !== undefined);
  if (known.length < sets.length) return undefined;
  const codes = codesOf(part, reading);
  const [first, ...others] = codes ? [codes, ...known] : known;
  const common = first && others.reduce(inBoth, first);
  const system = part['system'];
  return codes || system === undefined ? common : common?.filter((concept) => concept['system'] === system);
}

/** The codes that are named, or all of a contained code system. */
function codesOf(part: Loose, { contained }: Reading): readonly Concept[] | undefined {
  const system = part['system'];
  const named = flattened(part['concept'], 'concept', system);
  if (named.length > 0) return named;
  const codeSystem = [...contained.values()].find(
    ({ resourceType, url }) => resourceType === 'CodeSystem' && url !== undefined && url === system,
  );
  return codeSystem && flattened(codeSystem['concept'], 'concept', system);
}
