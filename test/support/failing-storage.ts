/** How IndexedDB can fail: at opening, at writing, for want of room, or because another tab is in the way. */
export type StorageFault = 'open' | 'write' | 'quota' | 'blocked';

/** Makes IndexedDB fail in this page until the function that it gives is called. */
export async function failingStorage(fault: StorageFault): Promise<() => Promise<void>> {
  const { open } = IDBFactory.prototype;
  const { put } = IDBObjectStore.prototype;
  let holder: IDBDatabase | undefined;
  if (fault === 'open') {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted in private mode.', 'InvalidStateError');
    };
  } else if (fault === 'blocked') {
    holder = await opened(indexedDB.open('alliance-elements'));
    // A newer version than the one that the holder, like an old tab, does not let go of
    IDBFactory.prototype.open = function (name) {
      return open.call(this, name, 99);
    };
  } else {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException(
        'It cannot be written.',
        fault === 'quota' ? 'QuotaExceededError' : 'UnknownError',
      );
    };
  }
  return async () => {
    IDBFactory.prototype.open = open;
    IDBObjectStore.prototype.put = put;
    holder?.close();
    if (holder) await deleted('alliance-elements');
    holder = undefined;
  };
}

/** Deletes a database, once everybody has let go of it: a connection that is closed ends what it had begun first. */
export function deleted(name: string): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = () => {
      resolve();
    };
  });
}

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('IndexedDB could not be opened for the test.'));
    };
  });
}
