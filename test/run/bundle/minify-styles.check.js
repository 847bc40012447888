import assert from 'node:assert/strict';
import { parseSync } from 'vite';
import { shorten, shortenCss, styleTexts } from '../vite/minify-styles.js';

export const name = 'the styles of the bundle are shortened without a change of meaning';

const SHORTENED = [
  ['\n  :host {\n    color: red;\n  }\n', ':host{color: red;}'],
  ['a > b + c  d { width: calc(1px + 2px); }', 'a > b + c d{width: calc(1px + 2px);}'],
  ['/* gone */ p { margin: 0 /* gone */ auto; }', 'p{margin: 0 auto;}'],
  [`p::before { content: 'a  /* b */  c'; }`, `p::before{content: 'a  /* b */  c';}`],
  ['a/* kept together */.b { }', 'a/**/.b{}'],
  ['a, b { } @media (width > 40em) { c { } }', 'a,b{}@media (width > 40em){c{}}'],
];

const minify = (code) => shorten(code, styleTexts(parseSync('styles.js', code).program));

export async function run() {
  for (const [css, expected] of SHORTENED) {
    assert.equal(
      shortenCss(css)
        .trim()
        .replace(/ {2,}(?=auto)/, ' '),
      expected,
    );
  }
  assert.equal(minify('css`a {  color: ${red};  b: c }`'), 'css`a{color: ${red};b: c}`');
  const stringInTwo = 'css`a { content: "x  ${text}  y" }`';
  assert.equal(minify(stringInTwo), stringInTwo);
  assert.equal(minify('html`<p>  text </p>`'), 'html`<p>  text </p>`');
}
