import litPlugin from 'eslint-plugin-lit';
import a11yPlugin from 'eslint-plugin-lit-a11y';
import wcPlugin from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { folderImports } from './tools/lint/folder-imports.js';
import { importCircles } from './tools/lint/import-circles.js';

const typescript = ['**/*.ts'];

/** What Storybook and the tools themselves want as a default export. */
const defaultExporters = ['**/*.stories.ts', '.storybook/**', '*.config.{js,ts}'];

const noEnum = { selector: 'TSEnumDeclaration', message: 'A union of string literals instead of an enum.' };
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'A named export, so that a thing has one name everywhere.',
};

/** Time, chance and the outside enter `domain` and `fhir` as arguments. */
const outside = ['fetch', 'document', 'window', 'crypto', 'navigator', 'localStorage', 'performance'];
const noOutside = outside.map((name) => ({ name, message: 'Pure code: pass it in as an argument.' }));
const noClock = { name: 'Date', message: 'Time enters the domain as an argument (a string or a number).' };
const noChance = [
  { object: 'Math', property: 'random', message: 'Chance enters as an argument.' },
  { object: 'Date', property: 'now', message: 'Time enters as an argument.' },
];

const noRandomUuid = {
  object: 'crypto',
  property: 'randomUUID',
  message: 'It is missing on plain-http pages. Use newId of context/new-id.',
};

export default defineConfig(
  { ignores: ['dist/', 'storybook-static/', '.results/'] },

  {
    files: ['**/*.{ts,js}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: 'tsconfig.tools.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-restricted-syntax': ['error', noEnum, noDefaultExport],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A name in quotes is how an index signature is read: TypeScript asks for it
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Lit calls @click=${this.press} with the element as `this`
      '@typescript-eslint/unbound-method': 'off',
      // `const { left, ...kept } = all` is how a key is left out
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },

  { files: defaultExporters, rules: { 'no-restricted-syntax': ['error', noEnum] } },

  {
    // The scripts around the tests are plain JavaScript, which carries few types: what needs them is off
    files: ['**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },

  {
    files: ['{src,stories,test}/**/*.ts'],
    extends: [litPlugin.configs['flat/recommended'], wcPlugin.configs['flat/recommended']],
    plugins: { 'lit-a11y': a11yPlugin },
    rules: a11yPlugin.configs.recommended.rules,
  },

  {
    files: ['src/**/*.ts'],
    plugins: {
      alliance: { rules: { 'folder-imports': folderImports, 'import-circles': importCircles } },
    },
    rules: {
      'alliance/folder-imports': 'error',
      'alliance/import-circles': 'error',
      'max-lines': ['error', 250],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-properties': ['error', noRandomUuid],
    },
  },

  {
    files: ['src/{domain,fhir}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noOutside],
      'no-restricted-properties': ['error', ...noChance],
    },
  },

  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...noOutside, noClock] },
  },

  {
    // expect(x).to.be.true is how chai asserts
    files: typescript.map((glob) => `test/${glob}`).concat('stories/**/*.ts'),
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Open Web Components gives expect(…).to.equal(…) the type of a promise, which it is not
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['Equal', 'equal'] }],
      // A test knows which element or event it has
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'wc/guard-super-call': 'off',
    },
  },
);
