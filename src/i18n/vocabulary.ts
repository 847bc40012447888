/** Words by key, as in `locales/en`; another language may lack some. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** `key` without its plural suffix (JSON v4 of i18next). */
type Stem<Key extends string> =
  Key extends `${infer Name}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Name : Key;

type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Stem<Key> : `${Stem<Key>}.${PathsOf<Tree[Key]>}`;
}[keyof Tree & string];

/** What one widget says: English at once, other languages when a page needs them. */
export interface Vocabulary<Key extends string = string> {
  /** The file in `locales/<language>`, and the first part of every key. */
  readonly name: string;
  readonly english: WordTree;
  /** By language, each a lazy chunk of the bundle. */
  readonly others: Readonly<Record<string, () => Promise<{ readonly default: WordTree }>>>;
  /** Never there: carries the keys to the compiler, so that one that does not exist does not compile. */
  readonly key?: Key;
}

export type KeyOf<Words> = Words extends Vocabulary<infer Key> ? Key : never;

/** The words of `locales/<language>/<name>.json`; its keys are `name.group.key`. */
export function vocabulary<const Name extends string, English extends WordTree>(
  name: Name,
  english: English,
  others: Vocabulary['others'],
): Vocabulary<`${Name}.${PathsOf<English>}`> {
  return { name, english, others };
}
