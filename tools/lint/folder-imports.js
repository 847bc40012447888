import path from 'node:path';

/**
 * The import rule: which folder of `src` may import what. `all` allows everything of a folder, file or (`npm:`)
 * package, `npm:package#name` that one name, `types` only what vanishes at run time (`import type`).
 * Each folder may import from itself; the longest name that fits a file is its folder. Whatever is not listed is refused.
 */
const ELEMENTS = {
  all: ['parts', 'controllers', 'i18n', 'domain', 'context', 'elements', 'npm:lit', 'npm:@lit/context'],
  types: ['fhir', 'npm:fhir'],
};

const ALLOWED = {
  domain: { all: [], types: [] },
  // Parsers of rich text; both read text and touch no DOM
  fhir: { all: ['domain', 'npm:htmlparser2', 'npm:marked'], types: ['npm:fhir'] },
  context: {
    all: ['npm:@lit/context#createContext'],
    types: ['domain', 'fhir', 'npm:fhir', 'npm:@lit/context'],
  },
  store: { all: ['context', 'domain/identity', 'npm:idb'], types: ['fhir', 'npm:fhir'] },
  i18n: { all: ['locales', 'npm:i18next'], types: [] },
  // Knows no type of resource
  'controllers/record': {
    all: ['context', 'domain/record', 'domain/identity', 'domain/told', 'npm:lit'],
    types: ['fhir', 'npm:fhir'],
  },
  // Where domain and FHIR meet
  'controllers/kinds': { all: ['controllers/record', 'domain', 'fhir', 'context'], types: ['npm:fhir'] },
  'controllers/widget': {
    all: ['context', 'i18n', 'domain', 'npm:lit', 'npm:@lit/context'],
    types: ['controllers/record', 'fhir'],
  },
  'controllers/instrument': { all: ['controllers/widget', 'domain', 'fhir', 'npm:lit'], types: ['i18n'] },
  parts: { all: ['controllers', 'i18n', 'domain', 'context', 'npm:lit'], types: [] },
  elements: ELEMENTS,
  // It alone builds the stores
  'elements/alliance-provider': { ...ELEMENTS, all: [...ELEMENTS.all, 'store'] },
  index: {
    all: ['common', 'domain', 'fhir', 'store', 'context', 'i18n', 'controllers', 'elements'],
    types: ['npm:fhir'],
  },
  // What of `index` belongs to no single element but the provider
  common: { all: ['fhir', 'domain', 'context', 'i18n', 'controllers', 'elements'], types: [] },
  define: { all: ['elements'], types: [] },
  // What a page loads for one element
  entries: { all: ['common', 'elements'], types: [] },
};

/** Where a file is, in the words of the table: `domain/answer`, `define`; outside of `src` its path: `locales/…`. */
const placeOf = (file) => file.replace(/^src\//, '').replace(/\.[jt]s$/, '');

const isIn = (place, folder) => place === folder || place.startsWith(`${folder}/`);

function folderOf(place) {
  const folders = Object.keys(ALLOWED).filter((folder) => isIn(place, folder));
  return folders.sort((one, other) => other.length - one.length)[0];
}

/** What an import names: a place, or a package. */
function targetOf(file, source) {
  if (source.startsWith('.')) return placeOf(path.posix.join(path.posix.dirname(file), source));
  const depth = source.startsWith('@') ? 2 : 1;
  return `npm:${source.split('/').slice(0, depth).join('/')}`;
}

const isDefining = (place) => place.endsWith('.define');

/** Why this import is refused, or undefined. `names` are the imported ones, if they are written out. */
function refusal(file, source, { typesOnly = false, names = [] } = {}) {
  const place = placeOf(file);
  const folder = folderOf(place);
  if (!folder) return `${file} is in no folder of the design: see the table of the import rule`;

  const target = targetOf(file, source);
  if (isDefining(target) && !['define', 'entries'].includes(folder) && !isDefining(place)) {
    return 'only define.ts, entries and another *.define.ts import a *.define file, so that index.ts registers nothing';
  }
  if (folder === 'define' && target === 'index') return undefined; // the bundle offers what the package does
  if (folder === 'define' && !isDefining(target))
    return 'define.ts imports *.define files and index, nothing else';

  const { all, types } = ALLOWED[folder];
  const isListed = (list) => list.some((allowed) => isIn(target, allowed));
  if (isIn(target, folder) || isListed(all)) return undefined;
  if (names.length > 0 && names.every((name) => all.includes(`${target}#${name}`))) return undefined;
  if (!isListed(types)) return `${folder} may not import ${target}`;
  return typesOnly ? undefined : `${folder} may import only types of ${target}`;
}

const nameOf = (node) => node.value ?? node.name;

/** The static start of `import('…')` and of `import(`…${language}…`)`. */
function dynamicSource(node) {
  return node.type === 'TemplateLiteral' ? node.quasis[0].value.raw : node.value;
}

/** Listens to every way to import: `found(node, source, { typesOnly, names })`. */
export function onImports(found) {
  const foundStatic = (node) => {
    if (!node.source) return;
    const typesOnly = (node.importKind ?? node.exportKind) === 'type';
    const names = (node.specifiers ?? []).map(({ imported }) => (imported ? nameOf(imported) : '*'));
    found(node, node.source.value, { typesOnly, names });
  };
  return {
    ImportDeclaration: foundStatic,
    ExportNamedDeclaration: foundStatic,
    ExportAllDeclaration: foundStatic,
    ImportExpression: (node) => found(node, String(dynamicSource(node.source)), {}),
    TSImportType: (node) =>
      found(node, node.source?.value ?? node.argument.literal.value, { typesOnly: true }),
  };
}

/** @type {import('eslint').Rule.RuleModule} */
export const folderImports = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}} ({{source}})' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    return onImports((node, source, use) => {
      const reason = refusal(file, source, use);
      if (reason) context.report({ node, messageId: 'refused', data: { reason, source } });
    });
  },
};
