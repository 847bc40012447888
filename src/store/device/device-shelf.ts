import type { Shelf } from '../embedded.js';
import type { StoredResource } from '../versions.js';
import type { Writing } from './database.js';
import { formerRowOf, rowOf } from './rows.js';
import { rangeOf } from './search-plan.js';

/** What the device holds, within one transaction. */
export class DeviceShelf implements Shelf {
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
