import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { folderImports } from './folder-imports.js';
import { importCircles } from './import-circles.js';

export const name = 'the import rules report what was planted for them, and nothing else';

const REFUSED = [
  ['src/domain/answer.ts', `import { html } from 'lit'`],
  ['src/domain/answer.ts', `import type { Questionnaire } from 'fhir/r4'`],
  ['src/domain/answer.ts', `export * from '../fhir/reader.js'`],
  ['src/fhir/reader.ts', `import { memory } from '../store/memory.js'`],
  ['src/context/keys.ts', `import { read } from '../fhir/reader.js'`],
  ['src/context/keys.ts', `import { ContextProvider } from '@lit/context'`],
  ['src/store/memory.ts', `import { write } from '../fhir/writer.js'`],
  ['src/i18n/words.ts', `import type { Answer } from '../domain/answer.js'`],
  ['src/controllers/record/draft.ts', `import { draft } from '../../store/draft.js'`],
  ['src/controllers/record/draft.ts', `import words from '../../../locales/en/rating.json'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { memory } from '../../store/memory.js'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { read } from '../../fhir/reader.js'`],
  [
    'src/elements/alliance-rating/alliance-rating.ts',
    `const words = import(\`../../../locales/\${tag}.json\`)`,
  ],
  ['src/elements/alliance-rating/alliance-rating.ts', `import './alliance-rating.define.js'`],
  ['src/elements/alliance-rating/alliance-rating.ts', `import { AllianceGoals } from '../../index.js'`],
  ['src/index.ts', `import './define.js'`],
  ['src/common.ts', `import './elements/alliance-provider/alliance-provider.define.js'`],
  ['src/elements/alliance-rating/rating.ts', `export * from '../../common.js'`],
  ['src/entries/alliance-rating.ts', `export * from '../index.js'`],
  ['src/define.ts', `import './elements/alliance-rating/alliance-rating.js'`],
  ['src/utils/strings.ts', `import { read } from '../fhir/reader.js'`],
  ['src/controllers/record/edit.ts', `import { read } from '../../fhir/response/reader.js'`],
  ['src/controllers/record/edit.ts', `import { merge } from '../../domain/goals/merge.js'`],
  ['src/controllers/record/edit.ts', `import { goal } from '../kinds/goal.js'`],
  ['src/controllers/record/edit.ts', `import type { Localize } from '../widget/localize.js'`],
  ['src/controllers/kinds/goal.ts', `import { steps } from '../widget/steps.js'`],
  ['src/controllers/kinds/goal.ts', `import { nothing } from 'lit'`],
  ['src/controllers/widget/steps.ts', `import { read } from '../../fhir/response/reader.js'`],
  ['src/controllers/widget/steps.ts', `import { RecordEdit } from '../record/edit.js'`],
  ['src/parts/privacy.ts', `import type { Goal } from '../fhir/goal/reader.js'`],
  ['src/parts/privacy.ts', `import { memory } from '../store/memory.js'`],
  ['src/parts/privacy.ts', `import { look } from '../elements/alliance-rating/rating-look.js'`],
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
  [
    'src/controllers/instrument/reader.ts',
    `import { read } from '../../fhir/reader.js'; import { nothing } from 'lit'`,
  ],
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
  [
    'src/controllers/record/edit.ts',
    `import { merge } from '../../domain/record.js'; import type { Resource } from '../../fhir/resource.js'`,
  ],
  [
    'src/controllers/kinds/goal.ts',
    `import { key } from '../record/key.js'; import { read } from '../../fhir/goal/reader.js'`,
  ],
  ['src/controllers/widget/steps.ts', `import { direction } from '../../i18n/direction.js'`],
  [
    'src/parts/privacy.ts',
    `import { html } from 'lit'; import { steps } from '../controllers/widget/steps.js'`,
  ],
  ['src/elements/alliance-goals/alliance-goals.ts', `import { privacy } from '../../parts/privacy.js'`],
  ['src/index.ts', `export { memory } from './store/memory.js'`],
  ['src/define.ts', `import './elements/alliance-rating/alliance-rating.define.js'`],
  ['src/entries/alliance-rating.ts', `import '../elements/alliance-rating/alliance-rating.define.js'`],
  ['src/entries/alliance-rating.ts', `export * from '../common.js'`],
];

/** Files of a tree that holds every kind of circle, and what closes one. */
const TREE = {
  'src/domain/one.ts': `import { two } from './two.js'`,
  'src/domain/two.ts': `export { three } from './deep/three.js'`,
  'src/domain/deep/three.ts': `export const three = 3`,
  'src/store/start.ts': `import { next } from './next.js'`,
  'src/store/next.ts': `export * from './last.js'`,
  'src/store/last.ts': `import type { start } from './start.js'`,
  'src/context/keys.ts': `import type { Word } from '../i18n/words.js'`,
  'src/i18n/words.ts': `export type Word = string`,
  'src/elements/note/screen.ts': `import { draw } from './views/whole.js'`,
  'src/elements/note/views/whole.ts': `import type { Screen } from '../screen.js'`,
  'src/elements/page/page.ts': `import type { Screen } from '../note/screen.js'`,
};
const CIRCLES = [
  ['src/domain/two.ts', `import { one } from './one.js'`],
  ['src/domain/two.ts', `const later = () => import('./one.js')`],
  ['src/store/last.ts', `export { start } from './start.js'`],
  ['src/domain/deep/three.ts', `import type { one } from '../one.js'`],
  ['src/i18n/deep.ts', `import type { Key } from '../context/keys.js'`],
  ['src/elements/note/views/whole.ts', `import { screen } from '../screen.js'`],
  ['src/elements/note/views/whole.ts', `import type { Page } from '../../page/page.js'`],
];
const STRAIGHT = [
  ...Object.entries(TREE),
  ['src/domain/two.ts', `import type { one } from './one.js'`],
  ['src/store/last.ts', `type Start = import('./start.js').Start`],
  ['src/domain/deep/three.ts', `import { four } from './four.js'`],
];

/** One rule alone, since what is planted has no types. Answers whether it reports something in the code. */
function linter(cwd, name, rule) {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { alliance: { rules: { [name]: rule } } },
      rules: { [`alliance/${name}`]: 'error' },
    },
  });
  return async (file, code) => {
    const [{ messages }] = await eslint.lintText(code, { filePath: path.join(cwd, file) });
    assert.ok(
      messages.every(({ ruleId }) => ruleId === `alliance/${name}`),
      `${file}: ${code} cannot be read`,
    );
    return messages.length > 0;
  };
}

async function plant(refuses, refused, allowed) {
  for (const [file, code] of refused) assert.ok(await refuses(file, code), `refuse ${file}: ${code}`);
  for (const [file, code] of allowed) assert.ok(!(await refuses(file, code)), `allow ${file}: ${code}`);
}

export async function run({ root }) {
  await plant(linter(root, 'folder-imports', folderImports), REFUSED, ALLOWED);

  const tree = await mkdtemp(path.join(tmpdir(), 'circles-'));
  try {
    for (const [file, code] of Object.entries(TREE)) {
      await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
      await writeFile(path.join(tree, file), code);
    }
    await plant(linter(tree, 'import-circles', importCircles), CIRCLES, STRAIGHT);
  } finally {
    await rm(tree, { recursive: true });
  }
}
