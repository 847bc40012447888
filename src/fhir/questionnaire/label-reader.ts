import type { Label } from '../../domain/instrument/question.js';
import { extensionUrls } from '../codes.js';
import { extensionsOf, extensionValue, objectsIn, textIn, type Loose } from '../loose.js';

/** The language that words are wanted in, and the one that a Questionnaire is written in. */
export interface LabelLanguages {
  readonly wanted: string | undefined;
  readonly own: string | undefined;
}

const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** The `translation` of an element for the wanted language: the same tag, else the same language. */
function translationOf(element: unknown, wanted: string): Label | undefined {
  const found = extensionsOf(element, extensionUrls.translation).flatMap((extension) => {
    const part = (name: string): unknown => {
      const inner = objectsIn(extension['extension']).find(({ url }) => url === name);
      return inner?.['valueCode'] ?? inner?.['valueString'] ?? inner?.['valueMarkdown'];
    };
    const [lang, text] = [textIn(part('lang')), textIn(part('content'))];
    return lang !== undefined && text !== undefined && baseOf(lang) === baseOf(wanted)
      ? [{ lang, text }]
      : [];
  });
  return found.find(({ lang }) => lang.toLowerCase() === wanted.toLowerCase()) ?? found[0];
}

function richTextOf(element: unknown): Label['rich'] {
  const sources = [
    ['markdown', textIn(extensionValue(element, extensionUrls.renderingMarkdown))],
    ['xhtml', textIn(extensionValue(element, extensionUrls.renderingXhtml))],
  ] as const;
  for (const [format, source] of sources) {
    if (source !== undefined) return { format, source };
  }
  return undefined;
}

/** Reads the words in `holder[name]` with what stands about them in `holder[_name]`: translations and rich text. */
export function readLabel(holder: Loose, name: string, languages: LabelLanguages): Label {
  const about = holder[`_${name}`];
  const isForeign = languages.wanted !== undefined && languages.own !== languages.wanted;
  const translated = isForeign ? translationOf(about, languages.wanted) : undefined;
  if (translated) return translated;
  const rich = richTextOf(about);
  const text = textIn(holder[name]) ?? (rich?.format === 'markdown' ? rich.source : '');
  const label: Label = { text, lang: languages.own };
  return rich ? { ...label, rich } : label;
}
