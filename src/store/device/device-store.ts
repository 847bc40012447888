import type { ActStore, Save, SaveResult, SearchParams, StoreChange } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { prepared, saveIn, saveOne } from '../embedded.js';
import { matcherOf } from '../search.js';
import { browserSurroundings, type Surroundings } from '../surroundings.js';
import { Watchers } from '../watchers.js';
import { clearRows } from './clear-rows.js';
import type { Database } from './database.js';
import { DeviceShelf } from './device-shelf.js';
import { Notices, type Notice } from './notices.js';
import { searchOnDevice } from './search-plan.js';

/** Keeps resources in IndexedDB, and tells other tabs what changed. */
export class DeviceStore implements ActStore {
  readonly #watchers = new Watchers();
  readonly #notices = new Notices((notice) => this.#hear(notice));

  constructor(
    private readonly database: Database,
    private readonly partition: string,
    private readonly surroundings: Surroundings = browserSurroundings,
  ) {}

  read(type: string, id: string): Promise<Resource | undefined> {
    return this.database.use(async (open) => {
      const row = await open.get('resources', [this.partition, type, id]);
      return row?.resource;
    });
  }

  async search(type: string, params: SearchParams): Promise<Resource[]> {
    matcherOf(type, params); // refuses what it cannot do, also where nothing is held
    return this.database.use((open) => searchOnDevice(open, this.partition, type, params));
  }

  save(resource: Resource, base?: Resource): Promise<SaveResult> {
    return saveOne((saves) => this.saveAll(saves), resource, base);
  }

  async saveAll(given: readonly Save[]): Promise<SaveResult[]> {
    const saves = prepared(given, this.surroundings.newId);
    // Reads and writes in one transaction, so that two tabs cannot both win
    const { results, written } = await this.database.write(['resources', 'former'], (transaction) =>
      saveIn(new DeviceShelf(transaction, this.partition), saves, this.surroundings),
    );
    for (const saved of written) this.#tellHere({ saved: structuredClone(saved) });
    this.#notices.tell(
      written.map(({ resourceType: type, id }) => ({ partition: this.partition, type, id })),
    );
    return structuredClone([...results]);
  }

  history(type: string, id: string): Promise<Resource[]> {
    return this.database.use(async (open) => {
      const key = [this.partition, type, id] as const;
      const [newest, former] = await Promise.all([
        open.get('resources', [...key]),
        open.getAll('former', IDBKeyRange.bound(key, [...key, []])),
      ]);
      return [newest ?? [], former.reverse()].flat().map(({ resource }) => resource);
    });
  }

  watch(type: string, params: SearchParams, onChange: (change: StoreChange) => void): () => void {
    const stop = this.#watchers.add(type, params, onChange);
    this.#notices.listen();
    return () => {
      stop();
      if (this.#watchers.isEmpty) this.#notices.stop();
    };
  }

  async clear(subject?: string): Promise<void> {
    await clearRows(this.database, ['resources', 'former'], subject);
    this.#tellHere({ cleared: subject });
    this.#notices.tell([{ partition: '*', cleared: subject ?? null }]);
  }

  async #hear(notice: Notice): Promise<void> {
    if ('cleared' in notice) {
      this.#watchers.tell({ cleared: notice.cleared ?? undefined });
    } else if (notice.partition === this.partition && this.#watchers.has(notice.type)) {
      const saved = await this.read(notice.type, notice.id);
      if (saved) this.#watchers.tell({ saved });
    }
  }

  #tellHere(change: StoreChange): void {
    queueMicrotask(() => {
      this.#watchers.tell(change);
    });
  }
}
