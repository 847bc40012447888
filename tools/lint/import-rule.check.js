import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { folderImports } from './folder-imports.js';

export const name = 'the import rule reports the planted imports that it refuses, and no other';

const REFUSED = [
  ['src/domain/answer.ts', `import { html } from 'lit'`],
  ['src/domain/answer.ts', `import type { Questionnaire } from 'fhir/r4'`],
  ['src/domain/answer.ts', `export * from '../fhir/reader.js'`],
  ['src/fhir/reader.ts', `import { memory } from '../store/memory.js'`],
  ['src/context/keys.ts', `import { read } from '../fhir/reader.js'`],
  ['src/context/keys.ts', `import { ContextProvider } from '@lit/context'`],
  ['src/store/memory.ts', `import { write } from '../fhir/writer.js'`],
  ['src/i18n/words.ts', `import type { Answer } from '../domain/answer.js'`],
  ['src/controllers/draft.ts', `import { draft } from '../store/draft.js'`],
  ['src/controllers/draft.ts', `import words from '../../locales/en/rating.json'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { memory } from '../../store/memory.js'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { read } from '../../fhir/reader.js'`],
  [
    'src/elements/alliance-rating/alliance-rating.ts',
    `const words = import(\`../../../locales/\${tag}.json\`)`,
  ],
  ['src/elements/alliance-rating/alliance-rating.ts', `import './alliance-rating.define.js'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { AllianceGoals } from '../../index.js'`],
  ['src/index.ts', `import './define.js'`],
  ['src/define.ts', `import './elements/alliance-rating/alliance-rating.js'`],
  ['src/utils/strings.ts', `import { read } from '../fhir/reader.js'`],
];

const ALLOWED = [
  ['src/domain/goal.ts', `import { answered } from './answer.js'`],
  [
    'src/fhir/reader.ts',
    `import type { Questionnaire } from 'fhir/r4'; import { answered } from '../domain/answer.js'`,
  ],
  [
    'src/context/keys.ts',
    `import { createContext } from '@lit/context'; import type { Goal } from '../domain/goal.js'`,
  ],
  [
    'src/store/device.ts',
    `import { openDB } from 'idb'; import type { Resource } from '../fhir/resource.js'`,
  ],
  [
    'src/i18n/words.ts',
    `import i18next from 'i18next'; const words = import(\`../../locales/\${tag}/rating.json\`)`,
  ],
  ['src/controllers/draft.ts', `import { read } from '../fhir/reader.js'; import { nothing } from 'lit'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { property } from 'lit/decorators.js'`],
  [
    'src/elements/alliance-rating/alliance-rating.ts',
    `import type { Resource } from '../../fhir/resource.js'`,
  ],
  ['src/elements/alliance-provider/alliance-provider.ts', `import { memory } from '../../store/memory.js'`],
  [
    'src/elements/alliance-rating/alliance-rating.define.ts',
    `import '../alliance-item/alliance-item.define.js'`,
  ],
  ['src/index.ts', `export { memory } from './store/memory.js'`],
  ['src/define.ts', `import './elements/alliance-rating/alliance-rating.define.js'`],
];

/** Plants every import through ESLint. */
export async function run({ root }) {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true, // the import rule alone: the planted files do not exist, so they have no types
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { alliance: { rules: { 'folder-imports': folderImports } } },
      rules: { 'alliance/folder-imports': 'error' },
    },
  });
  const problems = [];
  const plant = async ([file, code], expected) => {
    const [{ messages }] = await eslint.lintText(code, { filePath: path.join(root, file) });
    const reported = messages.filter(({ ruleId }) => ruleId === 'alliance/folder-imports').length;
    const parsed = messages.length === reported;
    if (!parsed || reported > 0 !== expected) {
      problems.push(`${file}: ${code}\n    ${expected ? 'should be refused' : 'should be allowed'}`);
    }
  };
  for (const example of REFUSED) await plant(example, true);
  for (const example of ALLOWED) await plant(example, false);
  assert.deepEqual(problems, []);
}
