import type { AllianceStore, SaveResult, SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { FhirRequests, type FhirServer } from './fhir-request.js';
import { FhirWatch } from './fhir-watch.js';
import { StoreError } from './store-error.js';
import { identifierOf, requireResource, saysTheSame } from './versions.js';

export interface FhirStoreOptions extends FhirServer {
  /** Milliseconds between two questions for news. */
  readonly interval?: number | undefined;
}

/** A store on a FHIR server, which can be told that the person has signed in again. */
export interface FhirStore extends AllianceStore {
  retry(): void;
}

interface Bundle {
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly { readonly resource?: Resource; readonly search?: { readonly mode?: string } }[];
}

const versionOf = (resource: Resource | undefined): string | undefined => resource?.meta?.versionId;

/**
 * Keeps resources on any FHIR R4 server. Two who write at once never overwrite each other: `If-Match` for changes,
 * `If-None-Exist` for what is new; a save that got through although its answer was lost is recognised by what it says.
 */
class ServerStore implements FhirStore {
  readonly #requests: FhirRequests;
  readonly #watch: FhirWatch;
  readonly #origin: string;
  /** Whether the server heeds `If-Match`: some do not, and a first change shows it. */
  #ifMatch: 'unknown' | 'heeded' | 'ignored' = 'unknown';
  /** A version of somebody else that our write went over, and the version that this made. */
  readonly #overwrote = new Map<string, string | undefined>();

  constructor(options: FhirStoreOptions) {
    const base = options.base.replace(/\/+$/, '');
    this.#requests = new FhirRequests({ ...options, base });
    this.#watch = new FhirWatch((type, params) => this.search(type, params), options.interval);
    this.#origin = new URL(base, location.href).origin;
  }

  async read(type: string, id: string): Promise<Resource | undefined> {
    const { body } = await this.#requests.send('GET', `${type}/${encodeURIComponent(id)}`, {
      expected: [404, 410],
    });
    return body?.resourceType === type ? body : undefined;
  }

  async search(type: string, params: SearchParams): Promise<Resource[]> {
    const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
    const most = params['_count'] === undefined ? Infinity : Number(params['_count']);
    return (await this.#pages(`${type}?${query.toString()}`, type, most)).slice(0, most);
  }

  async history(type: string, id: string): Promise<Resource[]> {
    return this.#pages(`${type}/${encodeURIComponent(id)}/_history`, type, Infinity);
  }

  async save(resource: Resource, base?: Resource): Promise<SaveResult> {
    requireResource(resource);
    if (base?.id !== undefined) return this.#update({ ...resource, id: base.id }, base);
    if (resource.id === undefined) return this.#create(resource);
    // A search, because a browser logs the 404 of a read as an error
    const [present] = await this.search(resource.resourceType, { _id: resource.id });
    return present ? sameOr(present, resource) : this.#put(resource);
  }

  watch(...args: Parameters<AllianceStore['watch']>): () => void {
    return this.#watch.add(...args);
  }

  /** A sign-out does not delete a record: it ends what is under way and tells the widgets to start afresh. */
  clear(subject?: string): Promise<void> {
    this.#requests.abort();
    this.#overwrote.clear();
    this.#watch.tellCleared(subject);
    return Promise.resolve();
  }

  retry(): void {
    this.#requests.retry();
    this.#watch.retry();
  }

  async #create(resource: Resource): Promise<SaveResult> {
    const identifier = identifierOf(resource);
    const { resourceType: type } = resource;
    const condition = identifier === undefined ? undefined : `identifier=${encodeURIComponent(identifier)}`;
    const headers = condition === undefined ? {} : { 'If-None-Exist': condition };
    const reply = await this.#requests.send('POST', type, { body: resource, headers, expected: [409, 412] });
    if (reply.status === 409 || reply.status === 412) {
      const [found] = await this.#pages(`${type}?${condition ?? ''}`, type, 1);
      if (found) return sameOr(found, resource);
      throw new StoreError(
        'offline',
        `POST ${type}: the server refused for now, and holds none like it. Try again.`,
      );
    }
    const saved = await this.#represented(reply, type);
    return reply.status === 200 ? sameOr(saved, resource) : { saved };
  }

  async #update(resource: Resource, base: Resource): Promise<SaveResult> {
    const [type, id] = [resource.resourceType, base.id ?? ''];
    const expected = this.#overwrote.get(keyOf(base)) ?? versionOf(base);
    if (this.#ifMatch === 'ignored' || expected === undefined) {
      const present = await this.read(type, id);
      if (!present)
        throw new StoreError('refused', `PUT ${type}/${id}: the server does not hold it any more.`);
      if (versionOf(present) !== expected) return sameOr(present, resource);
    }
    const result = await this.#put(resource, expected);
    if ('saved' in result && this.#ifMatch === 'unknown' && expected !== undefined) {
      return (await this.#overwritten(result.saved, expected)) ?? result;
    }
    return result;
  }

  async #put(resource: Resource, expected?: string): Promise<SaveResult> {
    const headers: Record<string, string> = expected === undefined ? {} : { 'If-Match': `W/"${expected}"` };
    const { resourceType: type, id = '' } = resource;
    const path = `${type}/${encodeURIComponent(id)}`;
    // HAPI says 409 where others say 412
    const reply = await this.#requests.send('PUT', path, { body: resource, headers, expected: [409, 412] });
    if (reply.status !== 409 && reply.status !== 412)
      return { saved: await this.#represented(reply, type, id) };
    const present = await this.read(type, id);
    if (!present && expected !== undefined)
      throw new StoreError('refused', `PUT ${path}: the server does not hold it any more.`);
    // Nobody else wrote: the server was busy with itself
    if (!present || (versionOf(present) === expected && !saysTheSame(present, resource)))
      throw new StoreError('offline', `PUT ${path}: the server refused for now. Try again.`);
    this.#ifMatch = 'heeded';
    return sameOr(present, resource);
  }

  /** What our write went over, where the version before it is not the one that was edited. */
  async #overwritten(saved: Resource, expected: string): Promise<SaveResult | undefined> {
    const versions = await this.history(saved.resourceType, saved.id ?? '').catch(() => []);
    const index = versions.findIndex((version) => versionOf(version) === versionOf(saved));
    const before = index < 0 ? undefined : versions[index + 1];
    if (!before || versionOf(before) === expected) return undefined;
    this.#ifMatch = 'ignored';
    this.#overwrote.set(keyOf(before), versionOf(saved));
    return { conflict: before };
  }

  /** A server may answer without the resource that it saved. */
  async #represented(
    { body, location: at }: { readonly body: Resource | undefined; readonly location: string | undefined },
    type: string,
    knownId?: string,
  ): Promise<Resource> {
    if (body?.resourceType === type) return body;
    const id = knownId ?? at?.split('/_history')[0]?.split('/').at(-1);
    const saved = id === undefined ? undefined : await this.read(type, id);
    if (saved) return saved;
    throw new StoreError('refused', `${type}: the server took it, but does not say where it is.`);
  }

  /** Follows the pages of a Bundle until there are enough. */
  async #pages(path: string, type: string, most: number): Promise<Resource[]> {
    const found: Resource[] = [];
    let next: string | undefined = path;
    while (next !== undefined && found.length < most) {
      const reply = await this.#requests.send('GET', next, { expected: [400, 404, 410] });
      if (reply.status === 400) throw new StoreError('invalid', `GET ${next}: ${JSON.stringify(reply.body)}`);
      const { entry = [], link = [] } = (reply.status === 200 ? reply.body : {}) as Bundle;
      found.push(...entry.flatMap(({ resource }) => (resource?.resourceType === type ? [resource] : [])));
      const following: string | undefined = link.find(({ relation }) => relation === 'next')?.url;
      next = following === undefined || found.length >= most ? undefined : this.#onSameServer(following);
    }
    return found;
  }

  /** The portal's sign-in goes with every request: never to another server. */
  #onSameServer(address: string): string {
    const { origin, href } = new URL(address, location.href);
    if (origin === this.#origin) return href;
    throw new StoreError(
      'refused',
      `The next page is at ${origin}, not at ${this.#origin}. Set fhir-base to that.`,
    );
  }
}

const keyOf = (resource: Resource): string =>
  `${resource.resourceType}/${resource.id ?? ''}/${versionOf(resource) ?? ''}`;

const sameOr = (held: Resource, mine: Resource): SaveResult =>
  saysTheSame(held, mine) ? { saved: held } : { conflict: held };

export function createFhirStore(options: FhirStoreOptions): FhirStore {
  return new ServerStore(options);
}
