import type { AllianceStore } from '../context/store.js';
import { writeProvenance } from '../fhir/provenance-writer.js';
import type { Observation } from '../fhir/resource.js';
import { writeScores, type ScoredResponse } from '../fhir/score-writer.js';

/** Amends what the store has of the same identifier; what somebody else wrote meanwhile is looked at once. */
async function saveScores(store: AllianceStore, scores: Observation, mayWrite: () => boolean): Promise<void> {
  const [{ system = '', value = '' } = {}] = scores.identifier ?? [];
  const [former] = await store.search(scores.resourceType, { identifier: `${system}|${value}` });
  if (!mayWrite()) return;
  const result = await store.save(withId(scores, former?.id), former);
  if ('conflict' in result && mayWrite())
    await store.save(withId(scores, result.conflict.id), result.conflict);
}

const withId = (scores: Observation, id: string | undefined): Observation =>
  id === undefined ? scores : { ...scores, id };

/**
 * Saves what follows from a response that a store has confirmed: its scores, and who gave it. It can be made again from
 * the response at any time, so a failure is for the developer to know and not for the person.
 *
 * @param mayWrite false after a sign-out
 */
export async function saveDerived(
  store: AllianceStore,
  scored: ScoredResponse,
  now: Date,
  mayWrite: () => boolean,
): Promise<void> {
  const scores = writeScores(scored);
  const provenance = writeProvenance(scored.response, now.toISOString());
  if (scores && mayWrite()) await saveScores(store, scores, mayWrite);
  if (provenance && mayWrite()) await store.save(provenance);
}
