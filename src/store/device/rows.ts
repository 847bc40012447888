import { spanOf } from '../dates.js';
import { identifiersOf } from '../../domain/identity.js';
import { isObject } from '../loose.js';
import { isKept, mainDateOf, parameterOf, parametersOf } from '../parameters.js';
import { personOf } from '../persons.js';
import { withoutVersion } from '../references.js';
import { valuesOf } from '../search.js';
import type { StoredResource } from '../versions.js';
import type { FormerRow, IndexEntry, ResourceRow } from './schema.js';
import type { Database } from './database.js';

/** Removes the rows of one person, or all, whatever their partition, in one step. */
export function clearRows(
  database: Database,
  names: readonly ('resources' | 'former' | 'drafts' | 'outbox')[],
  subject: string | undefined,
): Promise<void> {
  return database.write(names, async (transaction) => {
    for (const name of names) {
      const store = transaction.objectStore(name);
      if (subject === undefined) {
        await store.clear();
        continue;
      }
      const keys = await store.index('subject').getAllKeys(withoutVersion(subject));
      await Promise.all(keys.map((key) => store.delete(key)));
    }
  });
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
