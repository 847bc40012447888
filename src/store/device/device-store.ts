import type { ActStore, Save, SaveResult, SearchParams, StoreChange } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { prepared, saveIn, saveOne, type Shelf } from '../embedded.js';
import { matcherOf } from '../search.js';
import { browserSurroundings, type Surroundings } from '../surroundings.js';
import { Watchers } from '../watchers.js';
import { clearRows, formerRowOf, rowOf } from './rows.js';
import type { Database, Writing } from './database.js';
import { Notices, type Notice } from './notices.js';
import { searchOnDevice, rangeOf } from './search-plan.js';
import type { StoredResource } from '../versions.js';

/** What the device holds, within one transaction. */
class DeviceShelf implements Shelf {
  constructor(
    private readonly transaction: Writing<'resources' | 'former'>,
    private readonly partition: string,
  ) {}

  async read(type: string, id: string): Promise<StoredResource | undefined> {
    const row = await this.transaction.objectStore('resources').get([this.partition, type, id]);
    return row?.resource;
  }

  async find(
    type: string,
    parameter: 'identifier' | 'target',
    value: string,
  ): Promise<readonly StoredResource[]> {
    const index = this.transaction.objectStore('resources').index('found');
    const rows = await index.getAll(rangeOf(this.partition, type, parameter, value));
    return rows.map(({ resource }) => resource);
  }

  async put(resource: StoredResource, former: StoredResource | undefined): Promise<void> {
    const puts = [this.transaction.objectStore('resources').put(rowOf(this.partition, resource))];
    if (former) await this.transaction.objectStore('former').put(formerRowOf(this.partition, former));
    await Promise.all(puts);
  }
}

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
