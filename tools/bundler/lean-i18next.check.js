import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import arabic from '../../locales/ar/common.json' with { type: 'json' };
import common from '../../locales/en/common.json' with { type: 'json' };
import rating from '../../locales/en/rating.json' with { type: 'json' };
import spanish from '../../locales/es/common.json' with { type: 'json' };
import { leanI18next } from './lean-i18next.js';

export const name = 'every text is the same with what is left of i18next';

const LANGUAGES = ['en', 'es', 'ar', 'cy', 'pt-BR', 'zh-Hant'];
const COUNTS = [undefined, 0, 1, 2, 5, 100, 1.5];
const PARAMS = { minimum: 1000, maximum: 3, number: 3, people: '<a> $t(x)', question: '{{people}}', step: 2 };
const NAMESPACE = 'alliance';

/** i18next with these plugins, as a module of its own. */
async function i18nextWith(plugins, { root, file }) {
  const built = await build({
    ...{ root, configFile: false, logLevel: 'silent', plugins },
    build: { write: false, lib: { entry: 'node_modules/i18next/dist/esm/i18next.js', formats: ['es'] } },
  });
  await writeFile(file, [built].flat()[0].output[0].code);
  return import(pathToFileURL(file).href);
}

/** Used as `src/i18n/translator.ts` uses it, with words that a portal adds, replaces and takes back. */
function translator({ createInstance }) {
  const instance = createInstance();
  void instance.init({
    ...{ initAsync: false, lng: 'en', fallbackLng: 'en', ns: [NAMESPACE], defaultNS: NAMESPACE },
    resources: { en: { [NAMESPACE]: structuredClone({ common, rating }) } },
    interpolation: { escapeValue: false },
  });
  const add = (language, words) => instance.addResourceBundle(language, NAMESPACE, words, true, true);
  add('es', { common: spanish });
  add('ar', { common: arabic });
  add('en', { rating: { send: { send: 'Share {{number, number}} $t(common.state) {{- people}}' } } });
  add('cy', { common: { problem: { title: 'Rhywbeth' } } });
  add('pt-BR', { common: { problem: { title: 'Algo' } } });
  instance.removeResourceBundle('cy', NAMESPACE);
  add('cy', { rating: { send: { send: 'Anfon' } } });
  return instance;
}

const keysIn = (words, before = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? before + key.replace(/_(one|other)$/, '') : keysIn(value, `${before}${key}.`),
  );

function everythingSaid(instance) {
  const keys = [...new Set([...keysIn({ common, rating }), 'rating', 'no.such', 'a:b'])];
  return LANGUAGES.flatMap((language) => {
    const locale = language === 'ar' ? 'ar-EG' : language;
    return keys.flatMap((key) =>
      COUNTS.map((count) => {
        const params = { ...PARAMS, ...(count !== undefined && { count }), locale };
        const said = instance.getFixedT(language)(key, { ...params, nest: false, returnDetails: true });
        return [`${language} ${key} ${count}`, said.res, said.usedLng];
      }),
    );
  });
}

export async function run({ root }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lean-i18next-'));
  try {
    const whole = await i18nextWith([], { root, file: path.join(folder, 'whole.mjs') });
    const lean = await i18nextWith([leanI18next()], { root, file: path.join(folder, 'lean.mjs') });
    assert.deepEqual(everythingSaid(translator(lean)), everythingSaid(translator(whole)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
