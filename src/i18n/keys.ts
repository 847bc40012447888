import type { en } from './words/en.js';

/** `key` without its plural suffix (JSON v4 of i18next). */
type Stem<Key extends string> =
  Key extends `${infer Name}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Name : Key;

type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Stem<Key> : `${Stem<Key>}.${PathsOf<Tree[Key]>}`;
}[keyof Tree & string];

/** Every key of `locales/en`, as `file.group.key`: a key that does not exist does not compile. */
export type WordKey = PathsOf<typeof en>;
