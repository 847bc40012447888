import { spanOf } from '../dates.js';
import { identifiersOf, relativeReference } from '../../domain/identity.js';
import { isObject } from '../loose.js';
import type { QueuedSave } from '../outbox/queue.js';
import { isKept, mainDateOf, parameterOf, parametersOf } from '../parameters.js';
import { personOf } from '../persons.js';
import { withoutVersion } from '../references.js';
import { tokensIn, valuesOf } from '../search.js';
import type { StoredResource } from '../versions.js';
import { kinds, ofKind, type FormerRow, type IndexEntry, type ResourceRow } from './schema.js';
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

type Findable = readonly (readonly [parameter: string, value: string])[];

/**
 * All references of a resource that can be searched for, its identifiers, and what is whose of which kind; the index
 * takes what is there twice once.
 */
function valuesToFind(resource: StoredResource): Findable {
  if (!isKept(resource.resourceType)) return []; // of a version that took any type
  const references = Object.entries(parametersOf(resource.resourceType)).flatMap(([name, parameter]) =>
    parameter.kind !== 'reference'
      ? []
      : valuesOf(resource, parameter).flatMap((value) => {
          const reference = isObject(value) ? value['reference'] : undefined;
          if (typeof reference !== 'string') return [];
          return [reference, withoutVersion(reference)].map((one) => [name, one] as const);
        }),
  );
  const identifiers = identifiersOf(resource).map((token) => ['identifier', token] as const);
  return [...references, ...identifiers, ...kindsIn(resource)];
}

/** Of one person only those of a kind: the newest answers to one instrument, however many there are to others. */
function kindsIn(resource: StoredResource): Findable {
  const person = personOf(resource);
  const known = parametersOf(resource.resourceType);
  return kinds.flatMap((name) => {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    const values = parameter ? valuesOf(resource, parameter) : [];
    return values.flatMap(kindsOf).map((kind) => [ofKind(name), `${person} ${kind}`] as const);
  });
}

/** A canonical address without its version, or codes with their systems. */
const kindsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value.split('|')[0] ?? '']
    : tokensIn(value).flatMap(({ system, code }) =>
        typeof system === 'string' && typeof code === 'string' ? [`${system}|${code}`] : [],
      );

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

/** A save as it waits; the database gives it its place where it has none yet. */
export const queuedRowOf = <Saved extends QueuedSave>(partition: string, save: Saved) => ({
  ...save,
  partition,
  person: relativeReference(save.subject),
  counted: save.derived ? '' : save.resource.resourceType,
});
