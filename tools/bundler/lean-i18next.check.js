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

const LANGUAGES = [
  'en',
  'es',
  'ar',
  'cy',
  'de-CH',
  'pt-BR',
  'sr-Latn-RS',
  'zh-Hant',
  'zh-Hant-TW',
  'en-u-nu-deva',
];
const COUNTS = [undefined, 0, 1, 2, 3, 5, 6, 11, 100, 1.5, 1_000_000];
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

/** What a portal may write besides what our own words have. */
const ODD = {
  zero_zero: 'none',
  zero_one: 'one',
  zero_other: '{{count, number}} of {{count}}',
  empty: '',
  nothing: '{{}} {{ }} {{missing}} {{toString}} {{people.length}} {{a.b}} {{missing, number}} {{ people }}',
  formats:
    '{{step, number(minimumFractionDigits: 2)}} {{step, number(style: percent; minimumFractionDigits: 1)}}',
  unknown:
    '{{step, shout}} {{people, number}} {{step, number, number}} {{step,}} {{step, number(style: none)}}',
  raw: '{{- people}} {{-people}} {{- step, number}} {{people}} {{question}} $t(common.state.open) }} {{',
};

/** Used as `src/i18n/translator.ts` uses it, with words that a portal adds, replaces and takes back. */
function translator({ createInstance }) {
  const instance = createInstance();
  void instance.init({
    ...{ initAsync: false, lng: 'en', fallbackLng: 'en', ns: [NAMESPACE], defaultNS: NAMESPACE },
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false },
  });
  const add = (language, words) => instance.addResourceBundle(language, NAMESPACE, words, true, true);
  instance.removeResourceBundle('en', NAMESPACE);
  add('en', { common, rating, odd: ODD });
  add('es', { common: spanish });
  add('ar', { common: arabic, odd: { zero_few: 'few {{count, number}}', empty: 'full' } });
  add('en', { rating: { send: { change: 'Share {{number, number}} $t(common.state) {{- people}}' } } });
  add('en', {
    rating: { label: { text: 'A group in place of a word' }, step: 'A word in place of a group' },
  });
  add('cy', { common: { problem: { title: 'Rhywbeth' } } });
  add('pt-BR', { common: { problem: { title: 'Algo' } } });
  add('de', { common: { problem: { title: 'Etwas' } }, odd: { zero_other: 'viele' } });
  add('de-CH', { common: { step: { next: 'Weiter' } } });
  add('zh-Hant', { common: { step: { next: '下一步' } } });
  add('zh', { common: { step: { next: '下一步', back: '返回' } } });
  add('sr-Latn', { odd: { zero_one: '{{count}} jedan', zero_few: '{{count}} nekoliko' } });
  instance.removeResourceBundle('cy', NAMESPACE);
  add('cy', { rating: { send: { change: 'Anfon' } }, odd: { zero_two: 'dau', zero_many: 'llawer' } });
  return instance;
}

const keysIn = (words, before = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? before + key.replace(/_(zero|one|other)$/, '')
      : keysIn(value, `${before}${key}.`),
  );

function everythingSaid(instance) {
  const keys = [
    ...new Set([...keysIn({ common, rating, odd: ODD }), 'rating', 'no.such', 'a:b', 'odd.toString']),
  ];
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
