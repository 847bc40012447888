import { FIXED, NEVER } from './unused-of-i18next.js';

/**
 * Takes most of i18next out of the bundle: all that it has for others, by the lists in unused-of-i18next.js. Fails the
 * build when something in them is gone, so that a new version of i18next is looked at again.
 *
 * @returns {import('vite').Plugin}
 */
export function leanI18next() {
  return {
    name: 'lean-i18next',
    transform(code, id) {
      if (!id.endsWith('i18next/dist/esm/i18next.js')) return undefined;
      const { changes, unmet } = changesOf(this.parse(code), code);
      if (unmet.length > 0)
        this.error(`i18next has no ${unmet.join(', ')} any more: look at unused-of-i18next.js again.`);
      return { code: applied(changes, code), map: null };
    },
  };
}

/** What becomes of which part of the code, in its order, and what of the lists is nowhere. */
function changesOf(program, code) {
  const changes = [];
  const unmet = new Set([...namesIn(NEVER), ...namesIn(FIXED)]);
  const visit = (node, around) => {
    const places = placesOf(node, around);
    const change = changeOf(node, places, code);
    if (change) {
      unmet.delete(change.name);
      changes.push(change);
      return;
    }
    for (const child of childrenOf(node)) visit(child, places);
  };
  visit(program, []);
  return { changes, unmet: [...unmet] };
}

const namesIn = (lists) =>
  Object.entries(lists).flatMap(([place, list]) =>
    (Array.isArray(list) ? list : Object.keys(list)).map((what) => nameOf(place, what)),
  );

const nameOf = (place, what) => `${what} (${place})`;

/** Where a node stands: the names of all that it stands in, such as `anywhere`, `Translator`, `Translator.resolve`. */
function placesOf({ type, id, key }, around) {
  if (type === 'Program') return ['anywhere'];
  if (type === 'MethodDefinition') return [...around, `${around.at(-1)}.${key.name}`];
  const isNamed = ['ClassDeclaration', 'FunctionDeclaration', 'VariableDeclarator'].includes(type);
  return isNamed && around.length === 1 && id.name ? [...around, id.name] : around;
}

/** What the lists say of a node; undefined where they say nothing. */
function changeOf({ type, start, end }, places, code) {
  const isPart = /(Statement|Declaration|Definition|^Property)$/.test(type);
  const text = code.slice(start, end);
  for (const place of places) {
    const never = isPart && NEVER[place]?.find((beginning) => text.startsWith(beginning));
    if (never) return { ...{ start, name: nameOf(place, never) }, ...withoutPart(type, end, code) };
    const fixed = FIXED[place];
    const expression = text.length < 200 && text.replace(/\s+/g, ' ');
    if (!isPart && fixed && Object.hasOwn(fixed, expression))
      return { start, end, name: nameOf(place, expression), text: `(${fixed[expression]})` };
  }
  return undefined;
}

/** An entry of an object goes with the comma after it; in place of a statement stays an empty one. */
function withoutPart(type, end, code) {
  if (type === 'Property') return { end: end + (code[end] === ',' ? 1 : 0), text: '' };
  return { end, text: type === 'MethodDefinition' ? '' : ';' };
}

/** What a node is made of, less names that only look like expressions, and what is assigned to. */
const childrenOf = (node) =>
  Object.entries(node).flatMap(([key, child]) => {
    const parts = [child].flat().filter((one) => one?.type);
    if (key === 'id' || (!node.computed && ['property', 'key'].includes(key))) return [];
    if (key === 'params') return parts.flatMap(({ right }) => right ?? []);
    const isSet = key === 'left' && node.type.startsWith('Assignment');
    return isSet ? parts.flatMap((left) => childrenOf(left)) : parts;
  });

/** From the end, so that earlier positions stay true. */
const applied = (changes, code) =>
  changes
    .toSorted((one, other) => other.start - one.start)
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), code);
