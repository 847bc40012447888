import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { onImports } from './folder-imports.js';

/**
 * No circles, so that a reader of `src` goes one way: neither files that import each other at run time, nor folders of
 * which each imports the other, types included. `import type` vanishes at run time. A dynamic `import()` counts as any
 * other: what it loads later cannot be understood, moved or bundled without what loads it. (The `no-cycle` rules of the
 * published plugins know nothing of folders, and want a resolver to find the `.ts` behind `./file.js`.)
 *
 * An element with its `views/` and `controls/` is one folder: they draw what it holds.
 */

const isLocal = (source) => source.startsWith('.');

/** The source file that an import of another names, or undefined. */
function fileOf(importer, source) {
  const file = path.resolve(path.dirname(importer), source.replace(/\.js$/, '.ts'));
  return file.endsWith('.ts') && existsSync(file) ? file : undefined;
}

function readImports(file) {
  const found = [];
  const add = (specifier, typesOnly = false) => {
    if (!specifier || !ts.isStringLiteral(specifier) || !isLocal(specifier.text)) return;
    const imported = fileOf(file, specifier.text);
    if (imported) found.push({ imported, typesOnly });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const known = new Map();

/** What a file imports, read again when the file has changed (an editor keeps this process). */
function importsOf(file) {
  const { mtimeMs } = statSync(file);
  if (known.get(file)?.mtimeMs !== mtimeMs) known.set(file, { mtimeMs, imports: readImports(file) });
  return known.get(file).imports;
}

const filesBehind = (file) =>
  importsOf(file)
    .filter(({ typesOnly }) => !typesOnly)
    .map(({ imported }) => imported);

const folderOf = (file) => path.dirname(file).replace(/([/\\]elements[/\\][^/\\]+)[/\\].*$/, '$1');

const foldersBehind = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith('.ts') && folderOf(file) === folder)
    .flatMap(importsOf)
    .map(({ imported }) => folderOf(imported));

/** The shortest way from one to the other, both included, or undefined. */
function wayTo(goal, start, behind) {
  const before = new Map([[start, '']]);
  for (const place of before.keys()) {
    if (place === goal) {
      const way = [];
      for (let step = place; step; step = before.get(step)) way.unshift(step);
      return way;
    }
    for (const next of behind(place)) {
      if (!before.has(next)) before.set(next, place);
    }
  }
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importCircles = {
  meta: { type: 'problem', schema: [], messages: { circle: 'These {{what}} import each other: {{way}}' } },
  create(context) {
    const file = context.filename;
    const folder = folderOf(file);
    const report = (node, what, way) => {
      const names = way.map((place) => path.relative(path.join(context.cwd, 'src'), place) || 'src');
      context.report({ node, messageId: 'circle', data: { what, way: names.join(' → ') } });
    };
    return onImports((node, source, { typesOnly }) => {
      const imported = isLocal(source) && fileOf(file, source);
      if (!imported) return;
      const filesBack = !typesOnly && wayTo(file, imported, filesBehind);
      if (filesBack) report(node, 'files', [file, ...filesBack]);
      const behind = folderOf(imported);
      const foldersBack = behind !== folder && wayTo(folder, behind, foldersBehind);
      if (foldersBack) report(node, 'folders', [folder, ...foldersBack]);
    });
  },
};
