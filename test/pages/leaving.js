import '../../dist/alliance-elements.js';

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
    save: () => fetch('/own', { method: 'POST' }).then(away, away),
  };
}

/** The provider with the attributes that the address names, and every widget in it. */
const attributes = Object.fromEntries(new URLSearchParams(location.search));
const provider = document.createElement('alliance-provider');
for (const [name, value] of Object.entries(attributes))
  if (name !== 'own') provider.setAttribute(name, value);
if ('own' in attributes) provider.store = ownStore();
provider.innerHTML = `<form><alliance-rating name="rating"></alliance-rating></form>
  <alliance-goals></alliance-goals><alliance-empathy></alliance-empathy>`;
if (provider.subject) document.body.append(provider);
else document.body.append(document.createElement('alliance-provider'));
