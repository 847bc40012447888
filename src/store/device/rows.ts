import type { Draft } from '../../context/drafts.js';
import { spanOf } from '../dates.js';
import { identifiersOf } from '../identity.js';
import { isObject } from '../loose.js';
import type { QueuedEntry } from '../outbox/queue.js';
import { isKept, mainDateOf, parameterOf, parametersOf } from '../parameters.js';
import { personOf } from '../persons.js';
import { withoutVersion } from '../references.js';
import { valuesOf } from '../search.js';
import type { StoredResource } from '../versions.js';

/**
 * What a resource is found by: a search parameter and a value of it, and when the resource was (milliseconds since 1970,
 * `-Infinity` where that is unknown), so that the newest is found first.
 */
export type IndexEntry = [partition: string, type: string, parameter: string, value: string, time: number];

/** A version that another one has followed. */
export interface FormerRow {
  readonly partition: string;
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly subject: string;
  readonly resource: StoredResource;
}

/** The newest version of a resource. */
export interface ResourceRow extends FormerRow {
  readonly found: readonly IndexEntry[];
}

export interface DraftRow {
  readonly partition: string;
  readonly key: string;
  readonly subject: string;
  readonly kind: string;
  readonly draft: Draft;
}

/** A save on the device: it belongs to the partition that it was meant for, and reaches no other. */
export interface QueuedRow extends QueuedEntry {
  readonly partition: string;
}

/** All references of a resource that can be searched for, and its identifiers. */
function valuesToFind(resource: StoredResource): readonly (readonly [parameter: string, value: string])[] {
  if (!isKept(resource.resourceType)) return []; // of a version that took any type
  const references = Object.entries(parametersOf(resource.resourceType)).flatMap(([name, parameter]) =>
    parameter.kind !== 'reference'
      ? []
      : valuesOf(resource, parameter).flatMap((value) => {
          const reference = isObject(value) ? value['reference'] : undefined;
          if (typeof reference !== 'string') return [];
          return [...new Set([reference, withoutVersion(reference)])].map((one) => [name, one] as const);
        }),
  );
  return [...references, ...identifiersOf(resource).map((token) => ['identifier', token] as const)];
}

function timeOf(resource: StoredResource): number {
  const { resourceType: type } = resource;
  const name = mainDateOf(type);
  const [value] = name === undefined ? [] : valuesOf(resource, parameterOf(type, name));
  return spanOf(value)?.from ?? -Infinity;
}

export function formerRowOf(partition: string, resource: StoredResource): FormerRow {
  return {
    partition,
    type: resource.resourceType,
    id: resource.id,
    version: Number(resource.meta.versionId),
    subject: personOf(resource),
    resource,
  };
}

export function rowOf(partition: string, resource: StoredResource): ResourceRow {
  const time = timeOf(resource);
  return {
    ...formerRowOf(partition, resource),
    found: valuesToFind(resource).map(([parameter, value]): IndexEntry => [
      partition,
      resource.resourceType,
      parameter,
      value,
      time,
    ]),
  };
}
