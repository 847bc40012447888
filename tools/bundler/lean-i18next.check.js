import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import common from '../../locales/en/common.json' with { type: 'json' };
import instruments from '../../locales/en/instruments.json' with { type: 'json' };
import rating from '../../locales/en/rating.json' with { type: 'json' };
import { leanI18next } from './lean-i18next.js';

export const name = 'every text is the same with what is left of i18next';

const LANGUAGES = ['en', 'es', 'ar', 'cy', 'pt-BR', 'zh-Hant'];
const COUNTS = [undefined, 0, 1, 2, 5, 100, 1.5];
const PARAMS = { minimum: 1000, maximum: 3, number: 3, people: '<a> $t(x)', question: '{{people}}', step: 2 };

/** Our translator with these plugins, as a module of its own. */
async function translatorWith(plugins, { root, file }) {
  const built = await build({
    ...{ root, configFile: false, logLevel: 'silent', plugins },
    build: {
      write: false,
      lib: { entry: 'src/i18n/translator.ts', formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  await writeFile(file, [built].flat()[0].output[0].code);
  return import(pathToFileURL(file).href);
}

const keysIn = (words, before = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? before + key.replace(/_(one|other)$/, '') : keysIn(value, `${before}${key}.`),
  );

/** All that a translator says, after a host has changed words and added languages. */
async function everythingSaid({ addLanguage, loadLanguage, overrideWords, phrase }) {
  await loadLanguage('es');
  await loadLanguage('ar');
  overrideWords('en', {
    rating: { send: { send: 'Share {{number, number}} $t(common.state) {{- people}}' } },
  });
  addLanguage('cy', { rating: { send: { send: 'Anfon' } } }, { status: 'reviewed' });
  addLanguage('pt-BR', { common: { problem: { title: 'Algo' } } }, { status: 'reviewed' });
  await Promise.all(['cy', 'pt-BR'].map(loadLanguage));
  const keys = [...new Set([...keysIn({ common, instruments, rating }), 'rating', 'no.such', 'a:b'])];
  return LANGUAGES.flatMap((language) =>
    keys.flatMap((key) =>
      COUNTS.map((count) => [
        `${language} ${key} ${count}`,
        phrase(key, language, language === 'ar' ? 'ar-EG' : language, {
          ...PARAMS,
          ...(count !== undefined && { count }),
        }),
      ]),
    ),
  );
}

export async function run({ root }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lean-i18next-'));
  try {
    const whole = await translatorWith([], { root, file: path.join(folder, 'whole.mjs') });
    const lean = await translatorWith([leanI18next()], { root, file: path.join(folder, 'lean.mjs') });
    assert.deepEqual(await everythingSaid(lean), await everythingSaid(whole));
  } finally {
    await rm(folder, { recursive: true });
  }
}
