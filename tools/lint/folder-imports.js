import path from 'node:path';

/**
 * The import rule: which folder of `src` may import what. `all` allows everything of a folder or (`npm:`)
 * package, `npm:package#name` that one name, `types` only what vanishes at run time (`import type`).
 * Each folder may import from itself. Whatever is not listed is refused.
 */
const ELEMENTS = {
  all: ['controllers', 'i18n', 'domain', 'context', 'elements', 'npm:lit', 'npm:@lit/context'],
  types: ['fhir', 'npm:fhir'],
};

export const ALLOWED = {
  domain: { all: [], types: [] },
  // Parsers of rich text; both read text and touch no DOM
  fhir: { all: ['domain', 'npm:htmlparser2', 'npm:marked'], types: ['npm:fhir'] },
  context: {
    all: ['npm:@lit/context#createContext'],
    types: ['domain', 'fhir', 'npm:fhir', 'npm:@lit/context'],
  },
  store: { all: ['context', 'npm:idb'], types: ['fhir', 'npm:fhir'] },
  i18n: { all: ['locales', 'npm:i18next'], types: [] },
  controllers: {
    all: ['context', 'fhir', 'domain', 'i18n', 'npm:lit', 'npm:@lit/context'],
    types: ['npm:fhir'],
  },
  elements: ELEMENTS,
  // It alone builds the stores
  'elements/alliance-provider': { ...ELEMENTS, all: [...ELEMENTS.all, 'store'] },
  'index.ts': {
    all: ['domain', 'fhir', 'store', 'context', 'i18n', 'controllers', 'elements'],
    types: ['npm:fhir'],
  },
  'define.ts': { all: ['elements'], types: [] },
};

/** The folder of a path relative to the repository: `domain`, `define.ts`, `locales`; others by their top folder. */
function folderOf(file) {
  const [top, folder] = file.split('/');
  return top === 'src' ? folder.replace(/\.js$/, '.ts') : top;
}

/** What an import names, in the words of the table. */
function targetOf(file, source) {
  if (source.startsWith('.')) {
    const imported = path.posix.join(path.posix.dirname(file), source);
    return { name: folderOf(imported), defines: /\.define\.[jt]s$/.test(imported) };
  }
  const depth = source.startsWith('@') ? 2 : 1;
  return { name: `npm:${source.split('/').slice(0, depth).join('/')}`, defines: false };
}

function entryFor(file) {
  const provider = 'elements/alliance-provider';
  return file.startsWith(`src/${provider}/`) ? ALLOWED[provider] : ALLOWED[folderOf(file)];
}

/** Why this import is refused, or undefined. `names` are the imported ones, if they are written out. */
export function refusal(file, source, { typesOnly = false, names = [] } = {}) {
  const entry = entryFor(file);
  const folder = folderOf(file);
  if (!entry) return `src/${folder} is no folder of the design: see ${import.meta.url.split('/').at(-1)}`;

  const target = targetOf(file, source);
  if (target.defines && folder !== 'define.ts' && !file.endsWith('.define.ts')) {
    return 'only define.ts and another *.define.ts import a *.define file, so that index.ts registers nothing';
  }
  if (folder === 'define.ts' && target.name === 'index.ts') return undefined; // the bundle offers what the package does
  if (folder === 'define.ts' && !target.defines)
    return 'define.ts imports *.define files and index, nothing else';
  if (target.name === folder || entry.all.includes(target.name)) return undefined;
  if (typesOnly && entry.types.includes(target.name)) return undefined;
  if (names.length > 0 && names.every((name) => entry.all.includes(`${target.name}#${name}`)))
    return undefined;
  if (entry.types.includes(target.name)) return `${folder} may import only types of ${target.name}`;
  return `${folder} may not import ${target.name}`;
}

const nameOf = (node) => node.value ?? node.name;

/** The static start of `import('…')` and of `import(`…${language}…`)`. */
function dynamicSource(node) {
  return node.type === 'TemplateLiteral' ? node.quasis[0].value.raw : node.value;
}

/** @type {import('eslint').Rule.RuleModule} */
export const folderImports = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}} ({{source}})' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (node, source, use) => {
      const reason = refusal(file, source, use);
      if (reason) context.report({ node, messageId: 'refused', data: { reason, source } });
    };
    const checkStatic = (node) => {
      if (!node.source) return;
      const typesOnly = (node.importKind ?? node.exportKind) === 'type';
      const names = (node.specifiers ?? []).map(({ imported }) => (imported ? nameOf(imported) : '*'));
      check(node, node.source.value, { typesOnly, names });
    };
    return {
      ImportDeclaration: checkStatic,
      ExportNamedDeclaration: checkStatic,
      ExportAllDeclaration: checkStatic,
      ImportExpression: (node) => check(node, String(dynamicSource(node.source))),
      TSImportType: (node) =>
        check(node, node.source?.value ?? node.argument.literal.value, { typesOnly: true }),
    };
  },
};
