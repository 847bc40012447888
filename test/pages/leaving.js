const { own, unload, ...attributes } = Object.fromEntries(new URLSearchParams(location.search));

/** A portal's own store, as simple as one can be. */
function ownStore() {
  const away = () => Promise.reject(Object.assign(new Error('away'), { reason: 'offline' }));
  const held = [];
  return {
    read: async (type, id) => held.find((one) => one.resourceType === type && one.id === id),
    search: async () => [],
    history: async () => [],
    watch: () => () => undefined,
    clear: async () => void (held.length = 0),
    save: () => fetch('/own/', { method: 'POST' }).then(away, away),
  };
}

// How the page came to be shown, for whoever asks: by an address, or by Back, from the browser's cache or without it
addEventListener('pageshow', ({ persisted }) => {
  const [{ type }] = performance.getEntriesByType('navigation');
  document.documentElement.dataset.arrival = persisted ? 'kept' : type;
});
// A page that wants to know of its end is kept by no browser
if (unload !== undefined) addEventListener('unload', () => undefined);

// The provider as the address sets it, before the widgets begin; without a person they are not there
const provider = document.querySelector('alliance-provider');
for (const [name, value] of Object.entries(attributes)) provider.setAttribute(name, value);
if (own !== undefined) provider.store = ownStore();
if (attributes.subject === undefined) provider.replaceChildren();
