import { replaceTexts, templateTexts } from './template-texts.js';

/** A line break with its indentation means one space in HTML, as everywhere but in `<pre>` and `<textarea>`. */
export const shortenMarkup = (markup) => markup.replace(/\s*\n\s*/g, ' ');

/**
 * Takes the indentation out of Lit's html`…` and svg`…`. No element of ours keeps whitespace in its own markup.
 *
 * @returns {import('vite').Plugin}
 */
export function minifyMarkup() {
  return {
    name: 'minify-markup',
    enforce: 'post', // TypeScript has become JavaScript by then
    transform(code) {
      if (!/\b(html|svg)`/.test(code)) return undefined;
      return {
        code: replaceTexts(code, templateTexts(this.parse(code), ['html', 'svg']), shortenMarkup),
        map: null,
      };
    },
  };
}
