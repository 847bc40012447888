/*
 * Where words of a person can be left. These run in the page.
 */

/** Everything that the device keeps, whatever keeps it. */
export async function keptOnDevice() {
  const kept = [
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
    ]),
  ];
  for (const { name: database } of await indexedDB.databases()) {
    const asked = indexedDB.open(database);
    const open = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    for (const store of open.objectStoreNames) {
      const all = open.transaction(store).objectStore(store).getAll();
      kept.push(JSON.stringify(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)))));
    }
    open.close();
  }
  for (const cache of await caches.keys()) kept.push(cache);
  return kept.join('\n');
}

/** Where a page shows words, holds them in a control, gives them to scripts, or puts them into a form. */
export function shownOn(words) {
  const parts = [];
  const tell = ({ localName }, what, text = '') => {
    if (text.includes(words)) parts.push(`${localName} ${what}`);
  };
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if ('value' in element) tell(element, 'value', String(element.value));
      for (const property of ['answers', 'response', 'resources', 'goals', 'moments', 'scores'])
        if (element.localName.startsWith('alliance-'))
          tell(element, property, JSON.stringify(element[property]));
    }
    tell(root.host ?? document.body, 'text', (root.body ?? root).textContent);
  };
  look(document);
  for (const form of document.forms) tell(form, 'data', JSON.stringify([...new FormData(form)]));
  return parts;
}
