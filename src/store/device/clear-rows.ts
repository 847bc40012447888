import { withoutVersion } from '../references.js';
import type { Database } from './database.js';

/** Removes the rows of one person, or all, whatever their partition, in one step. */
export function clearRows(
  database: Database,
  names: readonly ('resources' | 'former' | 'drafts' | 'outbox')[],
  subject: string | undefined,
): Promise<void> {
  return database.write(names, async (transaction) => {
    for (const name of names) {
      const store = transaction.objectStore(name);
      if (subject === undefined) {
        await store.clear();
        continue;
      }
      const keys = await store.index('subject').getAllKeys(withoutVersion(subject));
      await Promise.all(keys.map((key) => store.delete(key)));
    }
  });
}
