/** Every element of the library: one line makes its files in `dist`. Its entry is `src/entries/<tag>.ts`. */
export const ELEMENTS = ['alliance-provider', 'alliance-empathy', 'alliance-goals', 'alliance-rating'];

/** Those that list many records of a person: what only they need, no other page loads. */
export const LISTS = ['alliance-empathy', 'alliance-goals'];

/** The entry that registers everything. */
export const EVERYTHING = 'alliance-elements';

/** For pages: what is at `dist/<name>.js`, and the file of `src` that it is made from. */
export const ENTRIES = {
  [EVERYTHING]: 'src/define.ts',
  ...Object.fromEntries(ELEMENTS.map((tag) => [tag, `src/entries/${tag}.ts`])),
};

/** For applications with their own bundler: what `exports` of package.json names, and the file of `src`. */
export const MODULES = Object.fromEntries(
  ['index', 'define', ...ELEMENTS.flatMap(modulesOf)].map((name) => [name, `src/${name}.ts`]),
);

function modulesOf(tag) {
  const module = `elements/${tag}/${tag}`;
  return [module, `${module}.define`];
}

/** The elements that an entry registers: its own, and the provider with each. */
export function elementsOf(entry) {
  return ELEMENTS.filter((tag) => [tag, EVERYTHING].includes(entry) || tag === 'alliance-provider');
}

/** The entries that register an element. */
export function entriesWith(tag) {
  return Object.keys(ENTRIES).filter((entry) => elementsOf(entry).includes(tag));
}
