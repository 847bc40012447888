import type { Draft, DraftStore } from '../../context/drafts.js';
import { withoutVersion } from '../references.js';

const isOf = (draft: Draft, subject: string): boolean =>
  withoutVersion(draft.subject) === withoutVersion(subject);

/** Keeps drafts as long as the page lives, where the portal allows no more. */
export function createMemoryDrafts(): DraftStore {
  const drafts = new Map<string, Draft>();
  return {
    lasts: 'page',
    read: (key) => Promise.resolve(structuredClone(drafts.get(key))),
    list: ({ subject, author }, kind) =>
      Promise.resolve(
        structuredClone(
          [...drafts.values()]
            .filter((draft) => isOf(draft, subject) && draft.author === author && draft.kind === kind)
            .sort((one, other) => (one.keptAt < other.keptAt ? -1 : one.keptAt > other.keptAt ? 1 : 0)),
        ),
      ),
    write(draft) {
      drafts.set(draft.key, structuredClone(draft));
      return Promise.resolve();
    },
    remove(key) {
      drafts.delete(key);
      return Promise.resolve();
    },
    clear(subject) {
      for (const [key, draft] of drafts) {
        if (subject === undefined || isOf(draft, subject)) drafts.delete(key);
      }
      return Promise.resolve();
    },
  };
}
