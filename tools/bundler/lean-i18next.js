/**
 * What of i18next this library never reaches: no backend, no plugins, no clones, no `$t()` inside words. Methods of a
 * class cannot be shaken off, so they are named here; their bodies go from the bundle.
 */
const UNREACHED = {
  Connector: ['load', 'loadOne', 'loaded', 'prepareLoading', 'queueLoad', 'read', 'reload', 'saveMissing'],
  EventEmitter: ['off', 'once'],
  Formatter: ['add', 'addCached'],
  I18n: [
    ...['cloneInstance', 'dir', 'hasLoadedNamespace', 'hydrate', 'loadLanguages', 'loadNamespaces'],
    ...['reloadResources', 'setDefaultNamespace', 'use'],
  ],
  Interpolator: ['nest'],
  LanguageUtil: ['getBestMatchFromCodes'],
  Logger: ['clone', 'deprecate', 'error', 'forward', 'log', 'once', 'warn'],
  PluralResolver: ['clearCache', 'getPluralFormsOfKey', 'getSuffixes', 'needsPlural'],
  ResourceStore: ['addResource', 'addResources', 'toJSON'],
  Translator: ['exists', 'getUsedParamsDetails'],
};

/** Functions of the module itself: keys are texts here, never selectors, and translator.ts knows its languages. */
const UNREACHED_FUNCTIONS = ['isRefusedLanguageCode', 'keysFromSelector'];

/** Options that translator.ts leaves unset, or unset by default: what is done about them goes too. */
const UNSET = {
  'this.options': [
    ...['appendNamespaceToCIMode', 'appendNamespaceToMissingKey', 'cleanCode', 'detection', 'fallbackNS'],
    ...['ignoreJSONStructure', 'isClone', 'joinArrays', 'lowerCaseLng', 'missingInterpolationHandler'],
    ...['missingKeyNoValueFallbackToKey', 'nonExplicitSupportedLngs', 'parseMissingKeyHandler'],
    ...[
      'partialBundledLanguages',
      'postProcess',
      'preload',
      'returnEmptyString',
      'returnNull',
      'returnObjects',
    ],
    ...['returnedObjectHandler', 'saveMissing', 'supportedLngs', 'updateMissing'],
    ...['userDefinedKeySeparator', 'userDefinedNsSeparator'],
  ],
  // Of one text
  opt: [
    ...['appendNamespaceToCIMode', 'applyPostProcessor', 'context', 'defaultValue', 'fallbackLng'],
    ...[
      'interpolation',
      'joinArrays',
      'keySeparator',
      'lngs',
      'missingKeyNoValueFallbackToKey',
      'nsSeparator',
    ],
    ...['ordinal', 'postProcess', 'replace', 'returnObjects', 'skipInterpolation'],
  ],
  this: ['i18nFormat'],
};

/**
 * Takes four kilobytes out of the bundle that i18next has for others. Fails the build when one of the names is gone, so
 * that a new version of i18next is looked at again.
 *
 * @returns {import('vite').Plugin}
 */
export function leanI18next() {
  return {
    name: 'lean-i18next',
    transform(code, id) {
      if (!id.endsWith('i18next/dist/esm/i18next.js')) return undefined;
      const gone = (what) =>
        this.error(`i18next has no ${what} any more: look at the lists in lean-i18next.js again.`);
      const program = this.parse(code);
      const bodies = unreachedBodies(program.body, gone);
      const isEmptied = (node) => bodies.some(({ start, end }) => start <= node.start && node.end <= end);
      const unset = Object.entries(UNSET).flatMap(([owner, options]) =>
        options.flatMap((option) => {
          const uses = usesOf(program, owner, option);
          return uses.length > 0 ? uses : gone(`${owner}.${option}`);
        }),
      );
      const changes = [
        ...bodies.map((node) => [node, '{}']),
        ...unset.filter((node) => !isEmptied(node)).map((node) => [node, '(void 0)']),
      ];
      // From the end, so that earlier positions stay true
      changes.sort(([one], [other]) => other.start - one.start);
      return {
        code: changes.reduce(
          (all, [{ start, end }, text]) => all.slice(0, start) + text + all.slice(end),
          code,
        ),
        map: null,
      };
    },
  };
}

function unreachedBodies(declared, gone) {
  const find = (kind, nodes, name) =>
    nodes.find((node) => (node.key ?? node.id)?.name === name) ?? gone(`${kind}${name}`);
  const functions = declared.flatMap((node) => node.declarations ?? node);
  return [
    ...Object.entries(UNREACHED).flatMap(([className, methods]) => {
      const { body } = find('class ', declared, className);
      return methods.map((method) => find(`${className}.`, body.body, method).value.body);
    }),
    ...UNREACHED_FUNCTIONS.map((name) => find('function ', functions, name)).map(
      ({ body, init }) => (init ?? { body }).body,
    ),
  ];
}

/** Where `<owner>.<option>` is read. */
function usesOf(node, owner, option, found = []) {
  const isUse = ({ type, object, property }) =>
    type === 'MemberExpression' && property.name === option && nameOf(object) === owner;
  if (isUse(node)) return [...found, node];
  return Object.entries(node)
    .filter(([key]) => !(node.type === 'AssignmentExpression' && key === 'left' && isUse(node.left)))
    .flatMap(([, child]) => [child].flat())
    .reduce((all, one) => (one?.type ? usesOf(one, owner, option, all) : all), found);
}

/** `opt`, `this` or `this.options`, as it is written. */
function nameOf({ type, name, object, property }) {
  if (type === 'ThisExpression') return 'this';
  return type === 'MemberExpression' ? `${nameOf(object)}.${property.name}` : name;
}
