/**
 * Shortens the texts of Lit's templates in the bundle: the indentation in html`…` and svg`…`, comments and needless
 * whitespace in css`…`. Nothing else is rewritten, so that what a browser understands cannot change. (The published
 * minifiers for such literals parse and write the HTML anew, and need a newer Node.)
 *
 * @returns {import('vite').Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'post', // TypeScript has become JavaScript by then
    transform(code) {
      if (!/\b(html|svg|css)`/.test(code)) return undefined;
      return { code: shorten(code, this.parse(code)), map: null };
    },
  };
}

/** The same code with shorter templates; `tree` is what a parser made of it. */
export function shorten(code, tree) {
  const texts = templatesOf(tree).flatMap(({ tag, quasi: { quasis } }) => {
    if (tag.name !== 'css') return quasis.map((text) => [text, shortenMarkup]);
    // A template whose texts cut a string in two is left alone
    return quasis.some((text) => cutsString(text.value.raw)) ? [] : quasis.map((text) => [text, shortenCss]);
  });
  // From the end, so that earlier positions stay true
  return texts
    .sort(([one], [other]) => other.start - one.start)
    .reduce(
      (all, [{ start, end }, short]) => all.slice(0, start) + short(all.slice(start, end)) + all.slice(end),
      code,
    );
}

function templatesOf(node, found = []) {
  if (node.type === 'TaggedTemplateExpression' && ['html', 'svg', 'css'].includes(node.tag.name))
    found.push(node);
  for (const child of Object.values(node).flat()) if (child?.type) templatesOf(child, found);
  return found;
}

/** A line break with its indentation means one space in HTML. No element of ours keeps whitespace in its own markup. */
const shortenMarkup = (markup) => markup.replace(/\s*\n\s*/g, ' ');

const STRING = String.raw`"[^"]*"|'[^']*'`;
const COMMENT = String.raw`\/\*[^]*?\*\/`;
const GAP = String.raw`(?:\s|${COMMENT})`;
// The last declaration of a block needs no mark after it
const MARK = `${GAP}*(?:;${GAP}*(?=}))?([{};,])${GAP}*`;
// Before a colon a space has a meaning in selectors, after it in none
const PIECES = new RegExp(`(${STRING})|${MARK}|(:)${GAP}+|${GAP}+`, 'g');

const without = (css, pattern) => css.replace(new RegExp(pattern, 'g'), '');
const cutsString = (css) => /["']/.test(without(without(css, COMMENT), STRING));
const shortGap = (gap) => (without(gap, COMMENT) === '' ? '/**/' : ' ');

/** Strings stay; whitespace and comments go around marks such as `{`, and become one space elsewhere. */
export function shortenCss(css) {
  return css.replace(PIECES, (gap, string, mark, colon) => string ?? mark ?? colon ?? shortGap(gap));
}
