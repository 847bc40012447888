import type { SearchParams } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { askedFor, plainAt } from '../asked.js';
import type { Plain } from '../references.js';
import { StoreError } from '../store-error.js';
import { refusals } from './late.js';
import { pathTo, type FhirRequests } from './request.js';

interface Bundle {
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly { readonly resource?: Resource }[];
}

/** How many entries a page is asked for where the caller names no number: a thousand goals are five requests. */
const PAGE = '_count=200';
/** More than an archive of a lifetime has. */
const MOST_PAGES = 1000;

/** Reads the Bundles of a server, page by page. */
export class Pages {
  readonly #base: string;
  readonly #plain: Plain;

  constructor(
    private readonly requests: FhirRequests,
    base: string,
  ) {
    this.#base = new URL(base, location.href).href;
    this.#plain = plainAt(this.#base);
  }

  async search(type: string, params: SearchParams): Promise<Resource[]> {
    const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
    const count = params['_count'];
    const most = count === undefined ? Infinity : Number(count);
    const asked = [query.toString(), count === undefined ? PAGE : ''].filter((part) => part !== '');
    const found = await this.#follow(`${type}?${asked.join('&')}`, type, most);
    return askedFor(type, params, found.slice(0, most), this.#plain);
  }

  async history(type: string, id: string): Promise<Resource[]> {
    const versions = await this.#follow(`${pathTo(type, id)}/_history?${PAGE}`, type, Infinity);
    return versions.filter((version) => version.id === id);
  }

  /** What a condition of a create finds. */
  matching(type: string, condition: string): Promise<Resource[]> {
    return this.#follow(`${type}?${condition}&${PAGE}`, type, Infinity);
  }

  /** Follows the pages until there are enough entries. */
  async #follow(path: string, type: string, most: number): Promise<Resource[]> {
    const found: Resource[] = [];
    const asked = new Set<string>();
    let next: string | undefined = path;
    while (next !== undefined && found.length < most) {
      asked.add(next);
      const reply = await this.requests.send('GET', next, { expected: [400, 404, 410] });
      if (reply.status === 400) {
        const { diagnosticsOf } = await refusals();
        throw new StoreError('invalid', `GET ${next}: ${diagnosticsOf(reply.body)}`);
      }
      const { entry = [], link = [] }: Bundle = reply.status === 200 ? bundleIn(reply.body, next) : {};
      found.push(...entry.flatMap(({ resource }) => (resource?.resourceType === type ? [resource] : [])));
      const following: string | undefined = link.find(({ relation }) => relation === 'next')?.url;
      next = following === undefined || found.length >= most ? undefined : this.#onServer(following);
      if (next !== undefined && (asked.has(next) || asked.size >= MOST_PAGES))
        throw new StoreError('refused', `${type}: the pages of the server have no end (${next}).`);
    }
    return found;
  }

  /** The portal's sign-in goes with every request: never to another server, nor to anything else beside this one. */
  #onServer(address: string): string {
    const { href } = new URL(address, `${this.#base}/`);
    if (href.startsWith(`${this.#base}/`) || href.startsWith(`${this.#base}?`)) return href;
    throw new StoreError(
      'refused',
      `The next page is at ${href}, not below ${this.#base}. Set fhir-base to that.`,
    );
  }
}

/** @throws StoreError `offline`: what tells of an error does not say that there is nothing */
function bundleIn(body: Resource | undefined, path: string): Bundle {
  if (body?.resourceType !== 'OperationOutcome') return body as object;
  throw new StoreError('offline', `GET ${path}: the answer is no Bundle. Check fhir-base.`);
}
