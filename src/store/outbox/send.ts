import type { AllianceStore, SaveResult } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { takesOver } from '../acts.js';
import { saysTheSame } from '../equality.js';
import { identifierOf, identifiersOf } from '../../domain/identity.js';
import { isNamed } from '../identity.js';
import { isOfSamePerson, requireOwnBase } from '../persons.js';
import { needsOf, versionsOf, withReferenceTo } from '../references.js';
import { failureIn, isPassing } from '../store-error.js';

/** What is sent of a save. */
export interface Sending {
  readonly resource: Resource;
  readonly base?: Resource | undefined;
  readonly derived?: boolean | undefined;
  /** The versions that the saves became which it follows from. */
  readonly follows?: readonly string[] | undefined;
}

/** How it ended; where it is saved, `version` is the one that says what was sent, perhaps not the newest. */
export type Sent = { readonly saved: Resource; readonly version: Resource } | { readonly conflict: Resource };

/** What is known by an identifier; two persons may have the same, and it is one person's that is looked for. */
async function findBy(
  store: AllianceStore,
  type: string,
  identifier: string,
  mine: Resource,
): Promise<Resource | undefined> {
  const found = await store.search(type, { identifier });
  return found.find((one) => identifiersOf(one).includes(identifier) && isOfSamePerson(one, mine));
}

/** What the store holds of a resource now. */
export async function presentOf(
  store: AllianceStore,
  { resource, base }: Sending,
): Promise<Resource | undefined> {
  const id = resource.id ?? base?.id;
  if (id !== undefined) {
    const held = await store.read(resource.resourceType, id);
    requireOwnBase(resource, held);
    return held;
  }
  const identifier = identifierOf(resource);
  return identifier === undefined ? undefined : findBy(store, resource.resourceType, identifier, resource);
}

/** With the ids of all that it refers to by an identifier, as far as the store holds it and can be asked. */
export async function filled(store: AllianceStore, resource: Resource): Promise<Resource> {
  let known = resource;
  for (const key of needsOf(resource)) {
    const [type = '', ...name] = key.split(' ');
    const found = isNamed(type)
      ? await findBy(store, type, name.join(' '), resource).catch((error: unknown) => {
          if (isPassing(failureIn(error))) throw error;
          return undefined;
        })
      : undefined;
    if (found) known = withReferenceTo(known, found);
  }
  return known;
}

/** The version to save on: what waited when it was edited has one by now. */
async function baseOf(
  store: AllianceStore,
  sending: Sending,
): Promise<{ readonly base: Resource | undefined } | { readonly answer: SaveResult }> {
  const { base, resource } = sending;
  if (!base || base.meta?.versionId !== undefined) return { base };
  const present = await presentOf(store, sending);
  if (!present || saysTheSame(present, base)) return { base: present };
  return { answer: saysTheSame(present, resource) ? { saved: present } : { conflict: present } };
}

/**
 * The version that an earlier attempt made, although nobody heard of it and others went on from there: then there is no
 * conflict. Versions that are older than what was edited do not count: a person may have gone back to an earlier answer.
 */
export async function arrivedAs(
  store: AllianceStore,
  { resource, base }: Sending,
  present: Resource,
): Promise<Resource | undefined> {
  if (present.id === undefined) return undefined;
  const versions = await store.history(resource.resourceType, present.id);
  const edited = versions.findIndex((version) => {
    const { versionId } = base?.meta ?? {};
    return versionId === undefined
      ? base !== undefined && saysTheSame(version, base)
      : version.meta?.versionId === versionId;
  });
  const since = edited < 0 ? versions : versions.slice(0, edited);
  return since.findLast((version) => saysTheSame(version, resource));
}

/** What the store holds now of a save that it has taken; undefined where it has not. */
export async function arrived(store: AllianceStore, sending: Sending): Promise<Resource | undefined> {
  const present = await presentOf(store, sending);
  if (!present || saysTheSame(present, sending.resource)) return present;
  return (await arrivedAs(store, sending, present)) && present;
}

/** Whether all that it follows from is stored as it was then; where nobody knows what that was, by their times. */
async function isPresent(
  store: AllianceStore,
  { resource, follows = [] }: Sending,
  theirs: Resource,
): Promise<boolean> {
  if (follows.length === 0) return takesOver(resource, theirs);
  for (const version of follows) {
    const [type = '', id = ''] = version.split('/');
    const present = await store.read(type, id);
    if (!present || !versionsOf(present).includes(version)) return false;
  }
  return true;
}

/**
 * What follows from an answer can be made again, so nobody is asked about it: it is that of the answer which is stored,
 * whatever the clocks of two devices say.
 */
async function settleDerived(store: AllianceStore, sending: Sending, theirs: Resource): Promise<Sent> {
  if (theirs.id === undefined || !(await isPresent(store, sending, theirs)))
    return { saved: theirs, version: theirs };
  const result = await store.save({ ...sending.resource, id: theirs.id }, theirs);
  if ('conflict' in result) return settleDerived(store, sending, result.conflict);
  const saved = 'saved' in result ? result.saved : result.queued;
  return { saved, version: saved };
}

/** Sends one save. Sending it twice saves it once. */
export async function send(store: AllianceStore, sending: Sending): Promise<Sent> {
  const rebased = await baseOf(store, sending);
  const result = 'answer' in rebased ? rebased.answer : await store.save(sending.resource, rebased.base);
  if (!('conflict' in result)) {
    const saved = 'saved' in result ? result.saved : result.queued;
    return { saved, version: saved };
  }
  const { conflict } = result;
  if (sending.derived) return settleDerived(store, sending, conflict);
  const version = await arrivedAs(store, sending, conflict);
  return version ? { saved: conflict, version } : { conflict };
}
