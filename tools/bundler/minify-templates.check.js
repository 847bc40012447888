import assert from 'node:assert/strict';
import { parseSync } from 'vite';
import { shorten, shortenCss } from './minify-templates.js';

export const name = 'templates are shortened without a change of meaning';

const SHORTENED = [
  ['\n  :host {\n    color: red;\n  }\n', ':host{color:red}'],
  ['a > b + c  d { width: calc(1px + 2px); }', 'a > b + c d{width:calc(1px + 2px)}'],
  ['/* gone */ p { margin: 0 /* gone */ auto; }', 'p{margin:0 auto}'],
  [`p::before { content: 'a  /* b */  c'; }`, `p::before{content:'a  /* b */  c'}`],
  ['a/* kept together */.b { }', 'a/**/.b{}'],
  ['a :is(b, c) :hover { --d: 1; }', 'a :is(b,c) :hover{--d:1}'],
  ['a, b { } @media (width > 40em) { c { } }', 'a,b{}@media (width > 40em){c{}}'],
];

const minify = (code) => shorten(code, parseSync('templates.js', code).program);

export async function run() {
  for (const [css, expected] of SHORTENED) {
    assert.equal(
      shortenCss(css)
        .trim()
        .replace(/ {2,}(?=auto)/, ' '),
      expected,
    );
  }
  assert.equal(minify('css`a {  color: ${red};  b: c }`'), 'css`a{color:${red};b:c}`');
  const stringInTwo = 'css`a { content: "x  ${text}  y" }`';
  assert.equal(minify(stringInTwo), stringInTwo);
  assert.equal(minify('html`<p>  text </p>`'), 'html`<p>  text </p>`');
  assert.equal(minify('html`\n  <p>${text}\n    more\n  </p>\n`'), 'html` <p>${text} more </p> `');
  assert.equal(minify('other`\n  <p>\n`'), 'other`\n  <p>\n`');
}
