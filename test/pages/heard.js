import { provideAlliance } from '../../dist/alliance-elements.js';

/** The store of a page that is listened to: what is there already, and what becomes of what it is given. */

const METHODS = ['read', 'search', 'save', 'history', 'watch', 'clear'];

/** A store whose `save` is another one. */
function saving(store, save) {
  const methods = Object.fromEntries(METHODS.map((name) => [name, (...given) => store[name](...given)]));
  return { ...methods, save };
}

const failing = (store) =>
  saving(store, async () => {
    throw Object.assign(new Error('This store refuses all.'), { name: 'StoreError', reason: 'refused' });
  });

/** What was chosen here, and elsewhere: a degree, what a moment was about, and what became of a goal. */
const ELSEWHERE = [
  ['"code":"0"', '"code":"4"'],
  ['No, not at all', 'Yes, fully'],
  ['"code":"pain"', '"code":"pace"'],
  ['"lifecycleStatus":"active"', '"lifecycleStatus":"cancelled"'],
];

const conflicting = (store) =>
  saving(store, async (resource) => {
    const text = ELSEWHERE.reduce(
      (said, [here, there]) => said.replaceAll(here, there),
      JSON.stringify(resource),
    );
    return { conflict: { ...JSON.parse(text), id: 'elsewhere', meta: { versionId: '2' } } };
  });

const ways = { taking: (store) => store, failing, conflicting };

/** The store that the address of the page asks for, with resources in it. */
export async function storeWith(...resources) {
  const way = new URLSearchParams(location.search).get('store') ?? 'taking';
  const { store } = provideAlliance(document.createElement('div'), { storage: 'memory' });
  for (const resource of resources) await store.save(resource);
  return ways[way](store);
}
