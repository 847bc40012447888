import type { AllianceStore, Save, SaveResult } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import type { Alone } from '../surroundings.js';
import { keyOf } from '../../domain/identity.js';
import { keysOf } from '../identity.js';
import { needsOf, refersTo, versionsOf, withReferenceTo } from '../references.js';
import { StoreError } from '../store-error.js';
import type { Queue } from './queue.js';
import { filled, send } from './send.js';

interface Unwritten {
  readonly queue: Queue;
  readonly alone: Alone;
  /** The store wants to be asked later. */
  readonly isAway: boolean;
}

/**
 * Sends an act now, one part after the other in their order, and writes nothing down.
 * @param waiting where something may wait that these parts come after: they are then not sent
 * @throws what the store says; `offline` for what needs something that waits
 */
export async function sendNow(
  store: AllianceStore,
  saves: readonly Save[],
  waiting: Unwritten | undefined,
): Promise<readonly SaveResult[]> {
  const versions: Resource[] = [];
  const stopped: { readonly resource: Resource; readonly conflict: Resource }[] = [];
  const results: SaveResult[] = [];
  for (const save of saves) {
    const needs = needsOf(save.resource);
    const root = stopped.find(
      ({ resource }) => save.derived === true || needs.some((need) => keysOf(resource).includes(need)),
    );
    if (root) {
      stopped.push({ resource: save.resource, conflict: root.conflict });
      results.push({ conflict: root.conflict });
      continue;
    }
    const known = versions.reduce(withReferenceTo, save.resource);
    const key = keyOf(known) ?? '';
    const work = async () => {
      if (waiting) await requireNothingBefore([key, ...needsOf(known)], waiting);
      const roots = versions.filter((version) => refersTo(known, version));
      const follows = (roots.length > 0 ? roots : versions.slice(0, 1)).flatMap(versionsOf);
      return send(store, { ...save, resource: await filled(store, known), follows });
    };
    const sent = await (waiting ? waiting.alone(key, work) : work());
    if ('saved' in sent) {
      versions.push(sent.version);
      results.push({ saved: sent.saved });
    } else {
      stopped.push({ resource: save.resource, conflict: sent.conflict });
      results.push(sent);
    }
  }
  return results;
}

async function requireNothingBefore(keys: readonly string[], { queue, isAway }: Unwritten): Promise<void> {
  const rows = await Promise.all(keys.map((key) => queue.of(key)));
  if (!isAway && rows.flat().length === 0) return;
  throw new StoreError('offline', 'saveAll: this would have to wait, and late: false lets nothing wait.');
}
