import { replaceTexts, templatesOf } from './template-texts.js';

/**
 * Shortens the styles of the bundle: comments and needless whitespace in Lit's css`…` go. Nothing else is
 * rewritten, so that what a browser understands cannot change. (The published minifiers for such literals
 * rewrite the HTML as well and need a newer Node.)
 *
 * @returns {import('vite').Plugin}
 */
export function minifyStyles() {
  return {
    name: 'minify-styles',
    enforce: 'post', // TypeScript has become JavaScript by then
    transform(code) {
      if (!code.includes('css`')) return undefined;
      return { code: shorten(code, styleTexts(this.parse(code))), map: null };
    },
  };
}

/** Where the static texts of every css`…` are. A template whose texts cut a string in two is left alone. */
export function styleTexts(node) {
  return templatesOf(node, ['css'])
    .filter((texts) => texts.every((text) => !cutsString(text.value.raw)))
    .flat();
}

const STRING = String.raw`"[^"]*"|'[^']*'`;
const COMMENT = String.raw`\/\*[^]*?\*\/`;
const GAP = String.raw`(?:\s|${COMMENT})`;
const PIECES = new RegExp(`(${STRING})|${GAP}*([{};,])${GAP}*|${GAP}+`, 'g');

const without = (css, pattern) => css.replace(new RegExp(pattern, 'g'), '');
const cutsString = (css) => /["']/.test(without(without(css, COMMENT), STRING));
const shortGap = (gap) => (without(gap, COMMENT) === '' ? '/**/' : ' ');

/** Strings stay; whitespace and comments go around marks such as `{`, and become one space elsewhere. */
export function shortenCss(css) {
  return css.replace(PIECES, (gap, string, mark) => string ?? mark ?? shortGap(gap));
}

export const shorten = (code, texts) => replaceTexts(code, texts, shortenCss);
