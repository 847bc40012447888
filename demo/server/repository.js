import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { matchesSearchRequest, notFound, OperationOutcomeError, preconditionFailed } from '@medplum/core';
import { MemoryRepository } from '@medplum/fhir-router';
import { requireSound, requireValid } from './definitions.js';
import { requireKnown, sortedBy, withoutOwnTests } from './search.js';

/**
 * What one server holds: every version of every resource, each kept in a file before it is acknowledged.
 * In place of the memory repository's own keeping, which has no whole-number versions, turns a history round at each
 * reading, does not look at what it writes and cannot take back half a transaction.
 */
export class KeptRepository extends MemoryRepository {
  /** @type {Map<string, object[]>} All versions by `Type/id`, oldest first; a deletion is `undefined`. */
  #versions = new Map();
  /** @type {string | undefined} */
  #file;
  /** @type {object[] | undefined} What an open transaction has written. */
  #pending;

  /** @param {string} [file] a line for each version; without one everything is forgotten with the process */
  constructor(file) {
    super();
    this.#file = file;
    if (file !== undefined && existsSync(file)) this.#load(file);
  }

  clear() {
    this.#versions.clear();
    if (this.#file !== undefined) writeFileSync(this.#file, '');
  }

  /** A line that a crash cut off was never acknowledged: it is dropped. */
  #load(file) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const whole = lines.filter((line) => line.endsWith('}'));
    for (const line of whole) this.#keep(JSON.parse(line));
    if (lines.at(-1) !== '') writeFileSync(file, whole.map((line) => `${line}\n`).join(''));
  }

  #keep({ key, resource }) {
    this.#versions.set(key, [...(this.#versions.get(key) ?? []), resource]);
  }

  #write(key, resource) {
    const line = { key, resource };
    if (this.#pending) this.#pending.push(line);
    else this.#append([line]);
    this.#keep(line);
  }

  #append(lines) {
    if (this.#file === undefined || lines.length === 0) return;
    const descriptor = openSync(this.#file, 'a');
    appendFileSync(descriptor, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    fsyncSync(descriptor);
    closeSync(descriptor);
  }

  #present(resourceType, id) {
    return this.#versions.get(`${resourceType}/${id}`)?.at(-1);
  }

  async createResource(resource) {
    return this.#save({ ...resource, id: resource.id ?? randomUUID() });
  }

  async updateResource(resource, options) {
    const present = this.#present(resource.resourceType, resource.id);
    if (options?.ifMatch && present?.meta.versionId !== options.ifMatch) {
      throw new OperationOutcomeError(preconditionFailed);
    }
    return this.#save(resource);
  }

  #save(resource) {
    const key = `${resource.resourceType}/${resource.id}`;
    const version = (this.#versions.get(key)?.length ?? 0) + 1;
    const meta = { ...resource.meta, versionId: String(version), lastUpdated: new Date().toISOString() };
    const saved = structuredClone({ ...resource, meta });
    requireValid(saved);
    requireSound(saved);
    this.#write(key, saved);
    return structuredClone(saved);
  }

  async readResource(resourceType, id) {
    const present = this.#present(resourceType, id);
    if (!present) throw new OperationOutcomeError(notFound);
    return structuredClone(present);
  }

  async readHistory(resourceType, id, { offset = 0, limit = 100 } = {}) {
    await this.readResource(resourceType, id);
    const versions = this.#versions.get(`${resourceType}/${id}`).filter(Boolean).reverse();
    const entry = versions
      .slice(offset, offset + limit)
      .map((resource) => ({ resource: structuredClone(resource) }));
    return { resourceType: 'Bundle', type: 'history', total: versions.length, entry };
  }

  async readVersion(resourceType, id, versionId) {
    const { entry } = await this.readHistory(resourceType, id, { limit: Infinity });
    const found = entry.find(({ resource }) => resource.meta.versionId === versionId);
    if (!found) throw new OperationOutcomeError(notFound);
    return found.resource;
  }

  async deleteResource(resourceType, id) {
    await this.readResource(resourceType, id);
    this.#write(`${resourceType}/${id}`, undefined);
  }

  async search(request) {
    requireKnown(request);
    const { request: rest, fits } = withoutOwnTests(request);
    const found = [...this.#versions.values()]
      .map((versions) => versions.at(-1))
      .filter((resource) => resource?.resourceType === request.resourceType)
      .filter((resource) => fits(resource) && matchesSearchRequest(resource, rest));
    const offset = request.offset ?? 0;
    const page = sortedBy(found, request.sortRules ?? []).slice(offset, offset + (request.count ?? 20));
    const entry = page.map((resource) => ({
      resource: structuredClone(resource),
      search: { mode: 'match' },
    }));
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      ...(entry.length > 0 && { entry }),
    };
  }

  /** All of it is written, or nothing. */
  async withTransaction(work) {
    const before = new Map(this.#versions);
    this.#pending = [];
    try {
      const result = await work(undefined);
      this.#append(this.#pending);
      return result;
    } catch (error) {
      this.#versions = before;
      throw error;
    } finally {
      this.#pending = undefined;
    }
  }
}
