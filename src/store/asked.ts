import type { AllianceStore, SaveResult, SearchParams, StoreChange } from '../context/store.js';
import { identifiersOf } from '../domain/identity.js';
import type { Resource } from '../fhir/resource.js';
import { elementsIn } from './meta.js';
import { parametersOf, type Parameter } from './parameters.js';
import { anywhere, isOfSamePerson, requireOwnBase } from './persons.js';
import { withoutVersion, type Plain } from './references.js';
import { testOf } from './search.js';
import { StoreError } from './store-error.js';

/*
 * What a server or a portal's store gives back is compared with what was asked for: servers may ignore parameters that
 * they do not know, and answer with what is somebody else's.
 */

/** As on one server, whose whole addresses name the same as those below it. */
export const plainAt =
  (base: string): Plain =>
  (reference) =>
    withoutVersion(reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference);

/** Whether `_elements` leaves of a resource what a parameter is about. */
function isLeft({ paths }: Parameter, { _elements: elements }: SearchParams): boolean {
  if (elements === undefined) return true;
  const names = ['id', ...String(elements).split(',')];
  return paths.every((path) => names.includes(path.split('.')[0] ?? ''));
}

/** A test for all that a search asks for and R4 has; what only the server knows nobody here can judge. */
function isAskedFor(type: string, params: SearchParams, plain: Plain): (resource: Resource) => boolean {
  const known = parametersOf(type);
  const all = Object.entries(params).flatMap(([name, wanted]) => {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    // When it was stored says nothing about whose it is
    if (!parameter || name === '_lastUpdated' || !isLeft(parameter, params)) return [];
    return [testOf(parameter, wanted, plain)];
  });
  return (resource) => resource.resourceType === type && all.every((test) => test(resource));
}

/** What the console was told already: nothing that a person has entered. */
const told = new Set<string>();

export function tellOnce(what: string): void {
  if (told.has(what)) return;
  told.add(what);
  console.warn(`alliance-elements: ${what}`);
}

/** Of what was found only what was asked for, and only those of its elements. */
export function askedFor<Found extends Resource>(
  type: string,
  params: SearchParams,
  found: readonly Found[],
  plain: Plain,
): Found[] {
  const fitting = found.filter(isAskedFor(type, params, plain));
  if (fitting.length < found.length) {
    const names = Object.keys(params).join(', ');
    tellOnce(
      `a search for ${type} found what was not asked for; it is left out. Does the server know ${names}?`,
    );
  }
  return elementsIn(fitting, params);
}

/** Whether a resource can be what became of another one: of the same type and person, and by none but its names. */
export function isOfSame(given: Resource, sent: Resource, plain = anywhere): boolean {
  if (given.resourceType !== sent.resourceType || !isOfSamePerson(given, sent, plain)) return false;
  const [names, others] = [identifiersOf(sent), identifiersOf(given)];
  return names.length === 0 || names.some((name) => others.includes(name)) || given.id === sent.id;
}

/**
 * What a save was answered with is about what was sent.
 * @throws StoreError `refused`
 */
export function requireAnswer(sent: Resource, result: SaveResult, plain = anywhere): SaveResult {
  const given = 'saved' in result ? result.saved : 'conflict' in result ? result.conflict : result.queued;
  if (isOfSame(given, sent, plain)) return result;
  throw new StoreError(
    'refused',
    `save: the answer was ${given.resourceType}/${given.id ?? ''}, which is not the ${sent.resourceType} that was sent.`,
  );
}

/** A portal's own store, of which nothing is believed that was not asked for. */
export function checked(store: AllianceStore): AllianceStore {
  const isIt = (type: string, id: string, one: Resource | undefined): one is Resource =>
    one?.resourceType === type && one.id === id;
  return {
    async read(type, id) {
      const found = await store.read(type, id);
      return isIt(type, id, found) ? found : undefined;
    },
    async search(type, params) {
      return askedFor(type, params, await store.search(type, params), anywhere);
    },
    async save(resource, base) {
      requireOwnBase(resource, base);
      return requireAnswer(resource, await store.save(resource, base));
    },
    async history(type, id) {
      return (await store.history(type, id)).filter((version) => isIt(type, id, version));
    },
    watch(type, params, onChange, options) {
      const fits = isAskedFor(type, params, anywhere);
      const tell = (change: StoreChange): void => {
        if ('cleared' in change || fits(changed(change))) onChange(change);
      };
      return store.watch(type, params, tell, options);
    },
    clear: (subject) => store.clear(subject),
  };
}

/** What the change is about, for whoever watches. */
const changed = (change: Exclude<StoreChange, { readonly cleared: unknown }>): Resource =>
  'saved' in change ? change.saved : 'failed' in change ? change.failed : change.mine;
