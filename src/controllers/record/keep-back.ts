import { isOutbox, type ActStore } from '../../context/store.js';
import { sameRecord } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';

/**
 * What a person wants to send no more waits nowhere.
 * @param isAll also what is still on its way; else what was not taken
 * @returns whether it may have arrived all the same; undefined where nothing was to be taken out
 */
export async function keepBack(
  store: ActStore | undefined,
  resource: Resource,
  isAll: boolean,
): Promise<'dropped' | 'maybe-sent' | undefined> {
  if (!isOutbox(store)) return undefined;
  const own = (await store.waiting()).filter((one) => sameRecord(one.resource, resource));
  const isStopped = own.every(({ state }) => state === 'refused' || state === 'expired');
  return own.length > 0 && (isAll || isStopped) ? store.drop(resource, true) : undefined;
}
