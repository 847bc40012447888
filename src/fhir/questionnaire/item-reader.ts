import type { Group, Item, Note } from '../../domain/instrument/instrument.js';
import { extensionUrls } from '../codes.js';
import { readEnabling } from './condition-reader.js';
import { controlCode, readAids, unknownControl } from './item-control.js';
import { readLabel } from './label-reader.js';
import { extensionValue, isTrue, objectsIn, textIn, wordsOf, type Loose } from '../loose.js';
import { type Problem, type Reading, unknownExtensions } from './reading.js';
import { questionTypeOf, readQuestion } from './question-reader.js';

/** Nobody nests a form deeper; of what lies below only the first words are shown. */
const DEPTH = 500;

/** In a table every scale runs along its row. */
const asRow = (item: Item): Item =>
  item.kind === 'question' ? { ...item, orientation: item.orientation ?? 'horizontal' } : item;

/** Reads one tree of items; keeps the linkIds seen on the way. */
export class ItemReader {
  readonly #seen = new Set<string>();

  constructor(private readonly reading: Reading) {}

  read(items: unknown, depth = 0): readonly Item[] {
    return objectsIn(items).flatMap((item) => this.#readItem(item, depth));
  }

  #note(problem: Problem): void {
    this.reading.problems.push(problem);
  }

  #readItem(item: Loose, depth: number): readonly Item[] {
    const linkId = textIn(item['linkId']);
    if (linkId === undefined) {
      this.#note({ reason: 'missing-link-id', value: textIn(item['text']) ?? '' });
      return [];
    }
    if (this.#seen.has(linkId)) {
      this.#note({ reason: 'duplicate-link-id', linkId });
      return [];
    }
    if (depth > DEPTH) {
      this.#note({ reason: 'too-deep', linkId });
      return [{ ...this.#noteFor(item, linkId), unsupported: 'too-deep' }];
    }
    this.#seen.add(linkId);
    this.#noteUnknown(item, linkId);
    const { enabling, isBroken } = readEnabling(item, linkId, this.reading);
    // What hangs on a condition that is not understood must not be asked at all
    if (isBroken) return [{ ...this.#noteFor(item, linkId), unsupported: 'unsupported-condition' }];
    const isHidden = isTrue(extensionValue(item, extensionUrls.hidden)) || undefined;
    const shown = { ...(enabling && { enabling }), ...(isHidden && { isHidden }) };
    return [{ ...this.#readKind(item, linkId, depth), ...shown }];
  }

  #noteUnknown(item: Loose, linkId: string): void {
    for (const value of unknownExtensions(item))
      this.#note({ reason: 'unsupported-extension', linkId, value });
    const control = unknownControl(item);
    if (control !== undefined) this.#note({ reason: 'unsupported-control', linkId, value: control });
  }

  #noteFor(item: Loose, linkId: string): Note {
    return { kind: 'note', linkId, label: readLabel(item, 'text', this.reading.languages) };
  }

  #readKind(item: Loose, linkId: string, depth: number): Item {
    const { reading } = this;
    const type = questionTypeOf(item);
    if (type !== undefined) {
      const { aids, rest } = readAids(item, reading);
      const items = this.read(rest, depth + 1);
      const question = readQuestion(item, { linkId, type, aids, items }, reading);
      if (type !== 'choice' || question.options.length > 0) return question;
      if (item['answerValueSet'] === undefined) this.#note({ reason: 'no-options', linkId });
      return this.#unsupported(item, linkId, 'no-options', items);
    }
    const items = this.read(item['item'], depth + 1);
    if (item['type'] === 'group') {
      // One round of it is asked; further rounds in a loaded response stay as they are
      if (isTrue(item['repeats'])) this.#note({ reason: 'unsupported-repeats', linkId });
      const control = controlCode(item);
      const group: Group = {
        kind: 'group',
        linkId,
        label: readLabel(item, 'text', reading.languages),
        items,
      };
      if (control === 'table') return { ...group, isTable: true, items: items.map(asRow) };
      return control === 'page' ? { ...group, isPage: true } : group;
    }
    if (item['type'] === 'display') {
      const note = this.#noteFor(item, linkId);
      return items.length > 0 ? { ...note, items } : note;
    }
    const value = wordsOf(item['type']);
    this.#note({ reason: 'unsupported-type', linkId, value });
    return this.#unsupported(item, linkId, 'unsupported-type', items);
  }

  #unsupported(item: Loose, linkId: string, unsupported: string, items: readonly Item[]): Note {
    const note: Note = { ...this.#noteFor(item, linkId), unsupported };
    return items.length > 0 ? { ...note, items } : note;
  }
}
