import type { LabelLanguages } from './label-reader.js';
import type { Loose } from '../loose.js';
import type { Problem } from './problem.js';

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
