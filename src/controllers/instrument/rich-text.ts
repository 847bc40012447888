import type { RichText } from '../../domain/instrument/question.js';
import type { Problem } from '../../fhir/questionnaire/reading.js';
import type { ReadRichText, RichNode } from '../../fhir/rich-text/rich-text.js';
import { AwaitedPart, LazyPart } from '../widget/lazy-part.js';

const parsers = new LazyPart(() => import('../../fhir/rich-text/rich-text.js'));

/** Markup longer than this is shown as plain words: no form has it, and parsing takes far longer the longer it is. */
const LONGEST = 5000;

/** What is not parsed; `problems` tells. */
const unread = (format: string, why: string): Read => ({
  nodes: undefined,
  unsupported: [`${format} ${why}`],
});

interface Read extends Pick<ReadRichText, 'unsupported'> {
  readonly nodes: readonly RichNode[] | undefined;
}

function readWith(parse: (rich: RichText) => ReadRichText, rich: RichText): Read {
  const { format, source } = rich;
  if (source.length > LONGEST) return unread(format, `of ${String(source.length)} characters`);
  try {
    return parse(rich);
  } catch {
    return unread(format, 'too deep to be read');
  }
}

/** Parses marked words when they are first shown; the parsers are loaded by an instrument that has some, and only then. */
export class RichTexts {
  readonly #read = new Map<string, Read>();
  readonly #parsers: AwaitedPart<{ readRichText(rich: RichText): ReadRichText }>;

  constructor(onSettled: () => void) {
    this.#parsers = new AwaitedPart(parsers, onSettled);
  }

  /** Undefined while the parser is on its way, or where it cannot be loaded: then the plain words are shown. */
  nodesOf(rich: RichText): readonly RichNode[] | undefined {
    const key = `${rich.format} ${rich.source}`;
    const known = this.#read.get(key);
    if (known) return known.nodes;
    const parsers = this.#parsers.take();
    if (!parsers) return undefined;
    const read = readWith(parsers.readRichText, rich);
    this.#read.set(key, read);
    return read.nodes;
  }

  /** Marks that were met and not understood. */
  get problems(): readonly Problem[] {
    return [...this.#read.values()].flatMap(({ unsupported }) =>
      unsupported.map((value) => ({ reason: 'unsupported-markup' as const, value })),
    );
  }
}
