import type { SearchParams } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { identifierOf } from '../../domain/identity.js';
import { isOfSame } from '../asked.js';
import { elementsIn } from '../meta.js';
import { lenientMatcherOf, searchIn } from '../search.js';

/** Some services find what was written only seconds later. */
export const LAG = 30_000;

interface Written {
  readonly resource: Resource;
  /** The version that it was made on. */
  readonly former: string | undefined;
  /** From then on what is not found is not there. */
  readonly until: number;
}

const keyOf = ({ resourceType, id = '' }: Resource): string => `${resourceType}/${id}`;
const versionOf = (resource: Resource | undefined): string | undefined => resource?.meta?.versionId;
const timeOf = ({ meta }: Resource): number => Date.parse(meta?.lastUpdated ?? '');

/** What was written here just now: a search or reading that does not know it yet must not make it vanish. */
export class Fresh {
  readonly #written = new Map<string, Written>();

  constructor(private readonly now: () => number) {}

  add(resource: Resource, base: Resource | undefined): void {
    if (resource.id === undefined) return;
    const until = this.now() + LAG;
    this.#written.set(keyOf(resource), { resource, former: versionOf(base), until });
  }

  /** It was written here just now: that the server does not know it says nothing. */
  has(resource: Resource): boolean {
    return this.#current().some((one) => keyOf(one.resource) === keyOf(resource));
  }

  /** What was written here just now and has the same name. */
  like(resource: Resource): Resource | undefined {
    return identifierOf(resource) === undefined
      ? undefined
      : this.#current().find((one) => isOfSame(one.resource, resource))?.resource;
  }

  /** What was read, or what was written here where that is newer. */
  over(type: string, id: string, found: Resource | undefined): Resource | undefined {
    const written = this.#current().find((one) => keyOf(one.resource) === `${type}/${id}`);
    return written && isNewer(written, found) ? written.resource : found;
  }

  /** What was found, with what was written here and would be found. */
  among(type: string, params: SearchParams, found: readonly Resource[]): Resource[] {
    const heldBack = this.#current().filter((written) => {
      const held = found.find((one) => keyOf(one) === keyOf(written.resource));
      return written.resource.resourceType === type && isNewer(written, held);
    });
    if (heldBack.length === 0) return [...found];
    const newer = heldBack.map(({ resource }) => resource);
    const names = new Set(newer.map(keyOf));
    const others = found.filter((one) => !names.has(keyOf(one)));
    const fitting = newer.filter(lenientMatcherOf(type, params));
    // What is not asked for cannot be searched by
    if (params['_elements'] !== undefined) return [...elementsIn(fitting, params), ...others];
    try {
      return searchIn(type, [...others, ...fitting], params);
    } catch {
      return [...fitting, ...others]; // a parameter that only the server knows
    }
  }

  clear(): void {
    this.#written.clear();
  }

  #current(): readonly Written[] {
    for (const [key, { until }] of this.#written) if (until <= this.now()) this.#written.delete(key);
    return [...this.#written.values()];
  }
}

/** Whether a server gave nothing, or what was there before. */
function isNewer({ resource, former }: Written, found: Resource | undefined): boolean {
  if (!found) return true;
  const version = versionOf(found);
  if (version === versionOf(resource)) return false;
  return (version !== undefined && version === former) || timeOf(found) < timeOf(resource);
}
