/** A run of text; `strong` marks the key words that easy mode shows bold. */
interface Segment {
  readonly text: string;
  readonly strong: boolean;
}

/** Words as a person reads them, with the language they are in where that is known. */
export interface Label {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly segments?: readonly Segment[] | undefined;
  /** The same words with marks in them; drawn from an allow-list, never as markup. */
  readonly rich?: RichText | undefined;
}

/** Marked words as a Questionnaire carries them, not yet parsed. */
export interface RichText {
  readonly format: 'markdown' | 'xhtml';
  readonly source: string;
}

/** Reads our own notation, in which `**` stands round key words: `I felt **safe** today.` */
export function labelWithKeyWords(marked: string, lang?: string): Label {
  const segments = marked
    .split('**')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');
  const text = segments.map((segment) => segment.text).join('');
  return { text, lang, segments };
}
