import type { RichText } from '../../domain/instrument/label.js';
import type { Problem } from '../../fhir/questionnaire/problem.js';
import type { ReadRichText, RichNode } from '../../fhir/rich-text/rich-text.js';

/** Parses marked words when they are first shown; the parsers are loaded by an instrument that has some, and only then. */
export class RichTexts {
  readonly #read = new Map<string, ReadRichText>();
  #parse: ((rich: RichText) => ReadRichText) | undefined;
  #loading: Promise<void> | undefined;

  constructor(private readonly onLoaded: () => void) {}

  /** Undefined while the parser is on its way, or where it cannot be loaded: then the plain words are shown. */
  nodesOf(rich: RichText): readonly RichNode[] | undefined {
    const key = `${rich.format} ${rich.source}`;
    const known = this.#read.get(key);
    if (known) return known.nodes;
    if (this.#parse) {
      const read = this.#parse(rich);
      this.#read.set(key, read);
      return read.nodes;
    }
    this.#loading ??= import('../../fhir/rich-text/rich-text.js').then(
      ({ readRichText }) => {
        this.#parse = readRichText;
        this.onLoaded();
      },
      () => undefined, // the plain words are enough
    );
    return undefined;
  }

  /** Marks that were met and not understood. */
  get problems(): readonly Problem[] {
    return [...this.#read.values()].flatMap(({ unsupported }) =>
      unsupported.map((value) => ({ reason: 'unsupported-markup' as const, value })),
    );
  }
}
