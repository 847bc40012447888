import { extensionUrls } from '../codes.js';
import { objectsIn, textIn, wordsOf, type Loose } from '../loose.js';

const known: ReadonlySet<unknown> = new Set(Object.values(extensionUrls));

/** The addresses of an element's extensions that are not followed here, each once. */
export function unknownExtensions(element: Loose): readonly string[] {
  const urls = objectsIn(element['extension']).map(({ url }) => textIn(url) ?? wordsOf(url));
  return [...new Set(urls)].filter((url) => !known.has(url));
}

/** The first modifier, anywhere, without which the words would mean something else and that is not followed here. */
export function unknownModifier(element: Loose, depth = 0): string | undefined {
  for (const extension of objectsIn(element['modifierExtension'])) {
    if (extension['url'] !== extensionUrls.criticalExtension) return wordsOf(extension['url']);
    const critical =
      textIn(extension['valueUri']) ?? textIn(extension['valueUrl']) ?? wordsOf(extension['url']);
    if (!known.has(critical)) return critical;
  }
  if (depth > 500) return undefined;
  for (const item of objectsIn(element['item'])) {
    const found = unknownModifier(item, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
