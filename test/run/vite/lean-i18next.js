/**
 * What of i18next this library never reaches: no backend, no plugins, no clones, no `$t()` inside words. Methods of a
 * class cannot be shaken off, so they are named here; their bodies go from the bundle.
 */
const UNREACHED = {
  Connector: ['load', 'loadOne', 'loaded', 'prepareLoading', 'queueLoad', 'read', 'reload', 'saveMissing'],
  I18n: ['cloneInstance', 'dir', 'hasLoadedNamespace', 'hydrate', 'loadLanguages', 'loadNamespaces', 'use'],
  Interpolator: ['nest'],
  Logger: ['clone', 'deprecate', 'error', 'forward', 'log', 'once', 'warn'],
  ResourceStore: ['toJSON'],
  Translator: ['getUsedParamsDetails'],
};

/**
 * Takes the unreached two kilobytes of i18next out of the bundle. Fails the build when one of the names is gone, so
 * that a new version of i18next is looked at again.
 *
 * @returns {import('vite').Plugin}
 */
export function leanI18next() {
  return {
    name: 'lean-i18next',
    transform(code, id) {
      if (!id.endsWith('i18next/dist/esm/i18next.js')) return undefined;
      const bodies = Object.entries(UNREACHED).flatMap(([className, methods]) => {
        const members = this.parse(code).body.find((node) => node.id?.name === className)?.body.body ?? [];
        return methods.map(
          (method) =>
            members.find((member) => member.key?.name === method)?.value.body ??
            this.error(
              `i18next has no ${className}.${method} any more: look at the list in lean-i18next.js again.`,
            ),
        );
      });
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
