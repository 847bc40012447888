import type { AllianceStore, StoreChange } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import type { DraftStore } from '../context/drafts.js';
import { Database, type AllianceDatabase } from './database.js';
import { createDeviceDrafts } from './draft.js';
import { createDeviceQueue, type Queue } from './outbox-queue.js';
import { searchIn } from './search.js';
import { subjectOf } from './subject.js';
import { browserSurroundings, identifierOf, nextVersion, requireResource } from './versions.js';
import type { StoredResource, Surroundings } from './versions.js';
import { Watchers } from './watchers.js';

/** What tabs tell each other: which resource changed, never what it says. */
type Notice = { readonly type: string; readonly id: string } | { readonly cleared: string | undefined };

const CHANNEL = 'alliance-elements';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly resource: StoredResource;
}

/** The newest version of each resource among rows of one type. */
function newestOf(rows: readonly Row[]): StoredResource[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const before = newest.get(row.id);
    if (!before || before.version < row.version) newest.set(row.id, row);
  }
  return [...newest.values()].map(({ resource }) => resource);
}

/** Keeps resources in IndexedDB, each row under its subject, and tells other tabs what changed. */
export class DeviceStore implements AllianceStore {
  readonly #watchers = new Watchers();
  #channel: BroadcastChannel | undefined;

  constructor(
    private readonly database: Database,
    private readonly surroundings: Surroundings = browserSurroundings,
  ) {}

  async read(type: string, id: string): Promise<Resource | undefined> {
    const [newest] = await this.history(type, id);
    return newest;
  }

  search(type: string, params: Readonly<Record<string, string | number>>): Promise<Resource[]> {
    return this.database.use(async (database) => {
      const subject = params['subject'];
      const rows =
        subject === undefined
          ? await database.getAllFromIndex('versions', 'type', type)
          : await database.getAllFromIndex('versions', 'subject', String(subject));
      return searchIn(newestOf(rows.filter((row) => row.type === type)), params);
    });
  }

  async save(resource: Resource, base?: Resource): ReturnType<AllianceStore['save']> {
    requireResource(resource);
    const result = await this.database.use((database) => this.#write(database, resource, base));
    if ('saved' in result && result.isNew)
      this.#tell({ type: result.saved.resourceType, id: result.saved.id });
    return 'saved' in result ? { saved: result.saved } : result;
  }

  history(type: string, id: string): Promise<Resource[]> {
    return this.database.use(async (database) => {
      const rows = await database.getAll('versions', IDBKeyRange.bound([type, id], [type, id, []]));
      return rows.reverse().map(({ resource }) => resource);
    });
  }

  watch(
    type: string,
    params: Readonly<Record<string, string | number>>,
    onChange: (change: StoreChange) => void,
  ): () => void {
    const stop = this.#watchers.add(type, params, onChange);
    this.#channel ??= this.#listen();
    return () => {
      stop();
      if (!this.#watchers.isEmpty) return;
      this.#channel?.close();
      this.#channel = undefined;
    };
  }

  async clear(subject?: string): Promise<void> {
    await this.database.use(async (database) => {
      const transaction = database.transaction('versions', 'readwrite');
      const rows =
        subject === undefined
          ? await transaction.store.getAllKeys()
          : await transaction.store.index('subject').getAllKeys(subject);
      await Promise.all([...rows.map((key) => transaction.store.delete(key)), transaction.done]);
    });
    this.#tell({ cleared: subject });
  }

  /** Reads and writes in one transaction, so that two tabs cannot both win. */
  async #write(
    database: AllianceDatabase,
    resource: Resource,
    base: Resource | undefined,
  ): Promise<{ saved: StoredResource; isNew: boolean } | { conflict: Resource }> {
    const transaction = database.transaction('versions', 'readwrite');
    const rows = await transaction.store.index('type').getAll(resource.resourceType);
    const identifier = identifierOf(resource);
    const held = newestOf(rows).find(
      (candidate) =>
        candidate.id === resource.id || (identifier !== undefined && identifierOf(candidate) === identifier),
    );
    const next = nextVersion(resource, held, base, this.surroundings);
    if ('answer' in next) {
      await transaction.done;
      return 'saved' in next.answer
        ? { saved: next.answer.saved as StoredResource, isNew: false }
        : (next.answer as { conflict: Resource });
    }
    const { write } = next;
    const row = {
      type: write.resourceType,
      id: write.id,
      version: Number(write.meta.versionId),
      subject: subjectOf(write),
      resource: write,
    };
    await Promise.all([transaction.store.put(row), transaction.done]);
    return { saved: write, isNew: true };
  }

  #listen(): BroadcastChannel {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Notice>) => {
      void this.#pass(data);
    };
    return channel;
  }

  async #pass(notice: Notice): Promise<void> {
    if ('cleared' in notice) {
      this.#watchers.tell(notice);
      return;
    }
    const resource = await this.read(notice.type, notice.id).catch(() => undefined);
    if (resource) this.#watchers.tell({ saved: resource });
  }

  /** Tells this tab's watchers and, through a channel of its own, all other stores of this origin. */
  #tell(notice: Notice): void {
    void this.#pass(notice);
    const channel = this.#channel ?? new BroadcastChannel(CHANNEL);
    channel.postMessage(notice);
    if (channel !== this.#channel) channel.close();
  }
}

/** The device's store, its drafts and what waits to be sent, on one connection. */
export function openDevice(): {
  readonly store: AllianceStore;
  readonly drafts: DraftStore;
  /** What waits for one target. */
  readonly queueFor: (target: string) => Queue;
} {
  const database = new Database();
  return {
    store: new DeviceStore(database),
    drafts: createDeviceDrafts(database),
    queueFor: (target) => createDeviceQueue(database, target),
  };
}
