import type { LabelLanguages } from './label-reader.js';
import { type Loose, objectsIn, textIn, wordsOf } from '../loose.js';
import { extensionUrls } from '../codes.js';

const known: ReadonlySet<unknown> = new Set(Object.values(extensionUrls));

/** The addresses of an element's extensions that are not followed here, each once. */
export function unknownExtensions(element: Loose): readonly string[] {
  const urls = objectsIn(element['extension']).map(({ url }) => textIn(url) ?? wordsOf(url));
  return [...new Set(urls)].filter((url) => !known.has(url));
}

/** The first modifier, anywhere, without which the words would mean something else and that is not followed here. */
export function unknownModifier(element: Loose, depth = 0): string | undefined {
  for (const extension of objectsIn(element['modifierExtension'])) {
    if (extension['url'] !== extensionUrls.criticalExtension) return wordsOf(extension['url']);
    const critical =
      textIn(extension['valueUri']) ?? textIn(extension['valueUrl']) ?? wordsOf(extension['url']);
    if (!known.has(critical)) return critical;
  }
  if (depth > 500) return undefined;
  for (const item of objectsIn(element['item'])) {
    const found = unknownModifier(item, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What of a Questionnaire was not understood, where, and what was done instead. */
export interface Problem {
  readonly reason:
    | 'not-a-questionnaire'
    | 'broken-json'
    | 'other-version'
    | 'unsupported-type'
    | 'unsupported-extension'
    | 'unsupported-control'
    | 'unsupported-option'
    | 'unsupported-value-set'
    | 'unsupported-condition'
    | 'unsupported-expression'
    | 'unsupported-repeats'
    | 'unsupported-markup'
    | 'duplicate-link-id'
    | 'missing-link-id'
    | 'unknown-question'
    | 'no-options'
    | 'wrong-value'
    | 'too-deep';
  readonly linkId?: string;
  /** The value that caused it. */
  readonly value?: string;
}

/** What every part of reading one Questionnaire needs to know, and where problems are noted. */
export interface Reading {
  readonly languages: LabelLanguages;
  /** The host works out expressions. */
  readonly canEvaluate: boolean;
  /** Contained resources by id. */
  readonly contained: ReadonlyMap<string, Loose>;
  /** Value sets that were read, by reference. */
  readonly valueSets: Map<string, readonly Loose[] | undefined>;
  readonly problems: Problem[];
}
