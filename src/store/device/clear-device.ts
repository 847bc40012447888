import { Database } from './database.js';
import { clearRows } from './rows.js';

/** Whether this origin keeps anything of ours; where a browser does not tell, it is opened to look. */
async function isThere(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === Database.NAME);
}

/**
 * A sign-out removes what is kept on the device about one person, or about all, whatever partition it is in and whatever
 * the page that signs out keeps itself.
 */
export async function clearDevice(subject: string | undefined): Promise<void> {
  if (!(await isThere())) return;
  const database = new Database();
  try {
    await clearRows(database, ['resources', 'former', 'drafts', 'outbox'], subject);
  } finally {
    database.close();
  }
}
