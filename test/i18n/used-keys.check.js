import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

export const name =
  'every word in locales is said somewhere in src, and each widget has its words in every language';

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every key of a tree of words, plurals by their stem. */
function keysOf(tree, before) {
  return Object.entries(tree).flatMap(([key, words]) =>
    typeof words === 'string' ? [`${before}.${key.replace(PLURAL, '')}`] : keysOf(words, `${before}.${key}`),
  );
}

async function keysIn(root) {
  const folder = path.join(root, 'locales/en');
  const files = (await readdir(folder)).filter((file) => file !== 'about.json');
  const lists = files.map(async (file) =>
    keysOf(JSON.parse(await readFile(path.join(folder, file), 'utf8')), path.basename(file, '.json')),
  );
  return new Set((await Promise.all(lists)).flat());
}

/** The texts that a type can stand for. */
const textsOf = (type) => (type.isUnion() ? type.types : [type]).map(({ value }) => value);

/** Every key that some call of `word`, `text` or `phrase` can name, as the compiler knows it. */
function keysSaid(root) {
  const read = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const said = new Set();
  const isOfLocalize = (call) => {
    const declared = checker.getResolvedSignature(call)?.declaration;
    return (
      declared?.getSourceFile().fileName.endsWith('controllers/widget/localize.ts') &&
      ['word', 'text', 'phrase'].includes(declared.name?.text)
    );
  };
  const visit = (node) => {
    if (ts.isCallExpression(node) && isOfLocalize(node)) {
      for (const text of textsOf(checker.getTypeAtLocation(node.arguments[0]))) {
        assert.equal(typeof text, 'string', `the keys of ${node.getText()} are known`);
        said.add(text);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && !file.fileName.endsWith('controllers/widget/localize.ts')) visit(file);
  }
  return said;
}

/** The names of files without what follows the first point. */
const namesIn = async (root, folder) =>
  (await readdir(path.join(root, folder))).map((file) => file.split('.')[0]).sort();

const without = (all, others) => [...all].filter((key) => !others.has(key)).sort();

export async function run({ root }) {
  const widgets = await namesIn(root, 'src/i18n/words');
  for (const language of await readdir(path.join(root, 'locales'))) {
    assert.deepEqual(await namesIn(root, `locales/${language}`), ['about', ...widgets].sort(), language);
  }
  const tested = await readFile(path.join(root, 'test/support/vocabularies.ts'), 'utf8');
  for (const widget of widgets) assert.ok(tested.includes(`words/${widget}.js`), `${widget} is tested`);

  const written = await keysIn(root);
  const said = keysSaid(root);
  assert.deepEqual(without(written, said), [], 'words that nobody says');
  assert.deepEqual(without(said, written), [], 'words that are not there');
}
