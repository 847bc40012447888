import type { RichText } from '../../domain/instrument/question.js';
import type { Problem } from '../../fhir/questionnaire/reading.js';
import type { ReadRichText, RichNode } from '../../fhir/rich-text/rich-text.js';
import { AwaitedPart, LazyPart } from '../widget/lazy-part.js';

const parsers = new LazyPart(() => import('../../fhir/rich-text/rich-text.js'));

/** Parses marked words when they are first shown; the parsers are loaded by an instrument that has some, and only then. */
export class RichTexts {
  readonly #read = new Map<string, ReadRichText>();
  readonly #parsers: AwaitedPart<{ readRichText(rich: RichText): ReadRichText }>;

  constructor(onSettled: () => void) {
    this.#parsers = new AwaitedPart(parsers, onSettled);
  }

  /** Undefined while the parser is on its way, or where it cannot be loaded: then the plain words are shown. */
  nodesOf(rich: RichText): readonly RichNode[] | undefined {
    const key = `${rich.format} ${rich.source}`;
    const known = this.#read.get(key);
    if (known) return known.nodes;
    const read = this.#parsers.take()?.readRichText(rich);
    if (read) this.#read.set(key, read);
    return read?.nodes;
  }

  /** Marks that were met and not understood. */
  get problems(): readonly Problem[] {
    return [...this.#read.values()].flatMap(({ unsupported }) =>
      unsupported.map((value) => ({ reason: 'unsupported-markup' as const, value })),
    );
  }
}
