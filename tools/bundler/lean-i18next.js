/**
 * What of i18next this library never reaches: no backend, no plugins, no clones, no `$t()` inside words. Methods of a
 * class cannot be shaken off, so they are named here; their bodies go from the bundle.
 */
const UNREACHED = {
  Connector: ['load', 'loadOne', 'loaded', 'prepareLoading', 'queueLoad', 'read', 'reload', 'saveMissing'],
  Formatter: ['add', 'addCached'],
  I18n: [
    ...['cloneInstance', 'dir', 'hasLoadedNamespace', 'hydrate', 'loadLanguages', 'loadNamespaces'],
    ...['reloadResources', 'setDefaultNamespace', 'use'],
  ],
  Interpolator: ['nest'],
  LanguageUtil: ['getBestMatchFromCodes'],
  Logger: ['clone', 'deprecate', 'error', 'forward', 'log', 'once', 'warn'],
  PluralResolver: ['clearCache', 'getPluralFormsOfKey', 'getSuffixes'],
  ResourceStore: ['addResource', 'addResources', 'toJSON'],
  Translator: ['getUsedParamsDetails'],
};

/** Functions of the module itself: keys are texts here, never selectors. */
const UNREACHED_FUNCTIONS = ['keysFromSelector'];

/**
 * Takes the unreached three kilobytes of i18next out of the bundle. Fails the build when one of the names is gone, so
 * that a new version of i18next is looked at again.
 *
 * @returns {import('vite').Plugin}
 */
export function leanI18next() {
  return {
    name: 'lean-i18next',
    transform(code, id) {
      if (!id.endsWith('i18next/dist/esm/i18next.js')) return undefined;
      const declared = this.parse(code).body;
      const find = (kind, nodes, name) =>
        nodes.find((node) => (node.key ?? node.id)?.name === name) ??
        this.error(`i18next has no ${kind}${name} any more: look at the lists in lean-i18next.js again.`);
      const bodies = [
        ...Object.entries(UNREACHED).flatMap(([className, methods]) => {
          const { body } = find('class ', declared, className);
          return methods.map((method) => find(`${className}.`, body.body, method).value.body);
        }),
        ...UNREACHED_FUNCTIONS.map((name) => find('function ', declared, name).body),
      ];
      const fromTheEnd = bodies.sort((one, other) => other.start - one.start);
      return {
        code: fromTheEnd.reduce(
          (text, { start, end }) => `${text.slice(0, start)}{}${text.slice(end)}`,
          code,
        ),
        map: null,
      };
    },
  };
}
