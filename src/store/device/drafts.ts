import type { Draft, DraftStore } from '../../context/drafts.js';
import { withoutVersion } from '../references.js';
import { clearRows } from './rows.js';
import type { Database } from './database.js';
import { UNKNOWN_PARTITION } from './schema.js';

/** Keeps unsent edits in the device's database, each under its partition and person. */
export function createDeviceDrafts(database: Database, partition: string): DraftStore {
  return {
    lasts: 'device',
    read: (key) =>
      database
        .use(async (open) => {
          const own = await open.get('drafts', [partition, key]);
          return own?.draft;
        })
        .then((draft) => draft ?? takeOver(key)),
    list: ({ subject, author = '' }, kind) =>
      database.use(async (open) => {
        const owner = [partition, withoutVersion(subject), author, kind];
        const rows = await open.getAllFromIndex('drafts', 'owner', IDBKeyRange.bound(owner, [...owner, []]));
        return rows.map(({ draft }) => draft);
      }),
    write: (draft) =>
      database.use(async (open) => {
        const { key, kind, author = '' } = draft;
        const subject = withoutVersion(draft.subject);
        await open.put('drafts', { partition, key, subject, author, kind, draft });
      }),
    remove: (key) => database.use((open) => open.delete('drafts', [partition, key])),
    clear: (subject) => clearRows(database, ['drafts'], subject),
  };

  /** A draft of before partitions were known. */
  function takeOver(key: string): Promise<Draft | undefined> {
    return database.write(['drafts'], async (transaction) => {
      const store = transaction.objectStore('drafts');
      const [own, old] = await Promise.all([
        store.get([partition, key]),
        store.get([UNKNOWN_PARTITION, key]),
      ]);
      if (!own && old)
        await Promise.all([store.put({ ...old, partition }), store.delete([UNKNOWN_PARTITION, key])]);
      return (own ?? old)?.draft;
    });
  }
}
