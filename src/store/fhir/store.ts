import { newId } from '../../context/new-id.js';
import type { AllianceStore, SaveResult, SearchParams } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { plainAt, requireAnswer } from '../asked.js';
import { saysTheSame } from '../equality.js';
import { named, namedByItsId } from '../identity.js';
import { requireOwnBase, requirePerson, requireResource } from '../persons.js';
import type { Plain } from '../references.js';
import { StoreError } from '../store-error.js';
import { create, sameOr } from './create.js';
import { Fresh } from './fresh.js';
import { Pages } from './pages.js';
import { refusals } from './late.js';
import { FhirRequests, pathTo, type FhirServer, type Reply } from './request.js';
import { changedBy, readFrom } from './stored.js';
import { FhirWatch } from './watch.js';

export interface FhirStoreOptions extends FhirServer {
  /** Milliseconds between two questions for news. */
  readonly interval?: number | undefined;
  /** Names what is new and has no name. */
  readonly newId?: (() => string) | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** A store on a FHIR server, which can be told that the person has signed in again. */
export interface FhirStore extends AllianceStore {
  retry(): void;
}

const versionOf = (resource: Resource | undefined): string | undefined => resource?.meta?.versionId;

/**
 * Keeps resources on any FHIR R4 server. Two who write at once never overwrite each other: `If-Match` for changes,
 * `If-None-Exist` for what is new; a save that got through although its answer was lost is recognised by what it says.
 */
class ServerStore implements FhirStore {
  readonly #requests: FhirRequests;
  readonly #pages: Pages;
  readonly #watch: FhirWatch;
  readonly #fresh: Fresh;
  readonly #newId: () => string;
  readonly #plain: Plain;
  /** Whether the server heeds `If-Match`: some do not, and a first change shows it. */
  #ifMatch: 'unknown' | 'heeded' | 'ignored' = 'unknown';
  /** Whether the server takes no id but its own. */
  #givesIds = false;
  /** A version of somebody else that our write went over, and the version that this made. */
  readonly #overwrote = new Map<string, string | undefined>();

  constructor(options: FhirStoreOptions) {
    const base = options.base.replace(/\/+$/, '');
    this.#requests = new FhirRequests({ ...options, base });
    this.#pages = new Pages(this.#requests, base);
    this.#watch = new FhirWatch((type, params) => this.search(type, params), options.interval);
    this.#fresh = new Fresh(options.now ?? Date.now);
    this.#newId = options.newId ?? newId;
    this.#plain = plainAt(new URL(base, location.href).href);
  }

  async read(type: string, id: string): Promise<Resource | undefined> {
    const found = this.#fresh.over(type, id, await readFrom(this.#requests, type, id));
    if (found) this.#watch.learn(found);
    return found;
  }

  async search(type: string, params: SearchParams): Promise<Resource[]> {
    return this.#fresh.among(type, params, await this.#pages.search(type, params));
  }

  history(type: string, id: string): Promise<Resource[]> {
    return this.#pages.history(type, id);
  }

  async save(resource: Resource, base?: Resource): Promise<SaveResult> {
    requireResource(resource);
    requirePerson(resource);
    requireOwnBase(resource, base, this.#plain);
    const result = requireAnswer(resource, await this.#save(resource, base), this.#plain);
    if ('saved' in result) {
      this.#fresh.add(result.saved, base);
      this.#watch.learn(result.saved, base);
    }
    return result;
  }

  async #save(resource: Resource, base: Resource | undefined): Promise<SaveResult> {
    if (base?.id !== undefined) return this.#update({ ...resource, id: base.id }, base);
    if (resource.id === undefined) return this.#create(named(resource, this.#newId));
    // A search, because a browser logs the 404 of a read as an error
    const [present] = await this.search(resource.resourceType, { _id: resource.id });
    return present ? sameOr(present, resource) : this.#createWithItsId(resource);
  }

  watch(...args: Parameters<AllianceStore['watch']>): () => void {
    return this.#watch.add(...args);
  }

  /** A sign-out does not delete a record: it ends what is under way and tells the widgets to start afresh. */
  clear(subject?: string): Promise<void> {
    this.#requests.abort();
    this.#overwrote.clear();
    this.#fresh.clear();
    this.#watch.tellCleared(subject);
    return Promise.resolve();
  }

  retry(): void {
    this.#requests.retry();
    this.#watch.retry();
  }

  #create(resource: Resource): Promise<SaveResult> {
    const known = this.#fresh.like(resource);
    if (known) return Promise.resolve(sameOr(known, resource));
    const search = (...args: Parameters<AllianceStore['search']>) => this.search(...args);
    return create(resource, this.#requests, { matching: (...args) => this.#pages.matching(...args), search });
  }

  /** Many servers refuse ids that they have not given: it is then created, and its id becomes its identifier. */
  async #createWithItsId(resource: Resource): Promise<SaveResult> {
    if (this.#givesIds) return this.#create(namedByItsId(resource));
    const reply = await this.#put(resource, undefined, undefined, [400, 404, 405, 422]);
    if (!('status' in reply)) return reply;
    const { status, body } = reply;
    if (status === 404 || status === 405) this.#givesIds = true;
    else if (!(await refusals()).isAboutTheId(body))
      throw await this.#requests.refusal('PUT', pathOf(resource), reply, resource);
    return this.#create(namedByItsId(resource));
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
    const result = await this.#put(resource, base, expected);
    if ('saved' in result && this.#ifMatch === 'unknown' && expected !== undefined) {
      return (await this.#overwritten(result.saved, expected)) ?? result;
    }
    return result;
  }

  /** @param answered statuses that the caller understands: it is given the reply */
  #put(resource: Resource, base: Resource | undefined, expected: string | undefined): Promise<SaveResult>;
  #put(
    resource: Resource,
    base: undefined,
    expected: undefined,
    answered: readonly number[],
  ): Promise<SaveResult | Reply>;
  async #put(
    resource: Resource,
    base: Resource | undefined,
    expected: string | undefined,
    answered: readonly number[] = [],
  ): Promise<SaveResult | Reply> {
    const path = pathOf(resource);
    const headers: Record<string, string> =
      expected === undefined ? {} : { 'If-Match': tagOf(expected, path) };
    // HAPI says 409 where others say 412
    const understood = { body: resource, headers, expected: [404, 409, 410, 412, ...answered] };
    const reply = await this.#requests.send('PUT', path, understood);
    const { status } = reply;
    if (answered.includes(status)) return reply;
    const isGone = status === 404 || status === 410;
    if (status !== 409 && status !== 412 && !isGone)
      return {
        saved: await changedBy(reply, resource, base, { requests: this.#requests, pages: this.#pages }),
      };
    const present = await this.read(resource.resourceType, resource.id ?? '');
    if (present && isGone && !this.#fresh.has(present))
      throw await this.#requests.refusal('PUT', path, reply, resource);
    if (!present && (isGone || expected !== undefined))
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
}

const pathOf = ({ resourceType, id = '' }: Resource): string => pathTo(resourceType, id);

/** @throws StoreError `refused` for a version that no header can carry: it could never be sent */
function tagOf(version: string, path: string): string {
  if (/^[!#-~]+$/.test(version)) return `W/"${version}"`;
  throw new StoreError(
    'refused',
    `PUT ${path}: If-Match cannot carry the version "${version}". Let the server name versions with letters and digits.`,
  );
}

const keyOf = (resource: Resource): string =>
  `${resource.resourceType}/${resource.id ?? ''}/${versionOf(resource) ?? ''}`;

export function createFhirStore(options: FhirStoreOptions): FhirStore {
  return new ServerStore(options);
}
