import type { AllianceStore, SaveResult, StoreChange, StoreFailure } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';

const refusal = (message: string): StoreFailure =>
  Object.assign(new Error(message), { reason: 'invalid' as const });

/** JSON of our own, whatever object of a framework the portal keeps it in. */
function plain<Given>(name: string, given: Given): Given {
  if (given === undefined) return given;
  try {
    return JSON.parse(JSON.stringify(given)) as Given;
  } catch {
    throw refusal(`${name}: the store gave no JSON. Give plain FHIR resources: no circles, no BigInt.`);
  }
}

function plainList(name: string, given: unknown): Resource[] {
  if (!Array.isArray(given)) throw refusal(`${name}: the store gave no list. Give an array of resources.`);
  return (given as (Resource | null | undefined)[]).flatMap((one) => {
    try {
      return one ? plain(name, one) : [];
    } catch (cause) {
      console.error(`alliance-elements: ${(cause as Error).message}`);
      return []; // the others can be read
    }
  });
}

/** The portal's own store, of which nothing is taken but JSON: neither the device nor a copy bears a reactive object. */
export function plainStore(over: AllianceStore): AllianceStore {
  return {
    read: async (...args) => plain('read', (await over.read(...args)) ?? undefined),
    search: async (...args) => plainList('search', await over.search(...args)),
    save: async (...args): Promise<SaveResult> => plain('save', await over.save(...args)),
    history: async (...args) => plainList('history', await over.history(...args)),
    clear: (...args) => over.clear(...args),
    watch: (type, params, onChange, options) =>
      over.watch(
        type,
        params,
        (change: StoreChange) => {
          onChange(plain('watch', change));
        },
        options,
      ),
    ...(over.saveAll && {
      saveAll: async (...args) => plain('saveAll', (await over.saveAll?.(...args)) ?? []),
    }),
  };
}
