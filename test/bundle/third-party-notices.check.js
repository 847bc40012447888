import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ENTRIES } from '../../tools/bundler/entries.js';

export const name = 'the licence text of every package in the bundle travels with it';

/** What every licence of these kinds grants or disclaims, in its own words. */
const LICENCE_WORDS = /permission (to use|is hereby granted)|redistribution and use/i;

/** The packages whose code the bundle really holds, by the modules of all its chunks. */
async function bundledPackages(root) {
  const built = await build({
    ...{ root, configFile: false, logLevel: 'silent' },
    build: { write: false, minify: false, lib: { entry: ENTRIES, formats: ['es'] } },
  });
  const { output } = [built].flat()[0];
  const ids = output.flatMap(({ type, modules }) => (type === 'chunk' ? Object.keys(modules) : []));
  const names = ids.map((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]);
  return new Set(names.filter((one) => one !== undefined));
}

export async function run({ root }) {
  const notices = await readFile(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  // Each begins with a heading such as "## lit - 3.3.3 (BSD-3-Clause)"; licences may have headings of their own
  const texts = new Map(
    [...notices.matchAll(/^## (\S+) - \d\S* \([^)]+\)\n([^]*?)(?=^## \S+ - \d|(?![^]))/gm)].map(
      ([, one, text]) => [one, text],
    ),
  );
  const packages = await bundledPackages(root);
  assert.ok(packages.size > 0);
  for (const one of packages) assert.match(texts.get(one) ?? '', LICENCE_WORDS, `${one} has no licence text`);
}
