import type { Draft, DraftStore } from '../context/drafts.js';
import type { Database } from './database.js';

/** Keeps unsent edits in the device's database, each under its subject. */
export function createDeviceDrafts(database: Database): DraftStore {
  return {
    read: (key) => database.use(async (open) => (await open.get('drafts', key))?.draft),
    write: (key, draft: Draft) =>
      database.use(async (open) => {
        await open.put('drafts', { key, subject: draft.subject, draft });
      }),
    remove: (key) => database.use((open) => open.delete('drafts', key)),
    clear: (subject) =>
      database.use(async (open) => {
        const transaction = open.transaction('drafts', 'readwrite');
        const keys =
          subject === undefined
            ? await transaction.store.getAllKeys()
            : await transaction.store.index('subject').getAllKeys(subject);
        await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      }),
  };
}
