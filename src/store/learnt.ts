import type { Resource } from '../fhir/resource.js';

interface Newest {
  readonly version: string | undefined;
  /** When the server stored it, in milliseconds since 1970; not a number where it does not say. */
  readonly time: number;
  /** Versions that another has followed. */
  readonly former: Set<string | undefined>;
}

const keyOf = ({ resourceType, id = '' }: Resource): string => `${resourceType}/${id}`;
const versionOf = ({ meta }: Resource): string | undefined => meta?.versionId;
const timeOf = ({ meta }: Resource): number => Date.parse(meta?.lastUpdated ?? '');

/**
 * Which version of each resource is the newest that a store knows. What a version is called says nothing: it is told by
 * when the server stored it and, within its clock's step, by the order in which this store learnt of them.
 */
export class Learnt {
  readonly #newest = new Map<string, Newest>();

  /** A version was saved on this one. */
  follow(base: Resource | undefined): void {
    if (base?.id !== undefined) this.#newest.get(keyOf(base))?.former.add(versionOf(base));
  }

  /** False for a version that is older than one that was learnt before. */
  learn(resource: Resource): boolean {
    const [key, version, time] = [keyOf(resource), versionOf(resource), timeOf(resource)];
    const newest = this.#newest.get(key);
    if (newest?.version === version && newest) return true;
    if (newest && (newest.former.has(version) || time < newest.time)) return false;
    const former = newest?.former ?? new Set();
    if (newest) former.add(newest.version);
    this.#newest.set(key, { version, time, former });
    return true;
  }

  /** After a sign-out nothing is known. */
  clear(): void {
    this.#newest.clear();
  }
}
