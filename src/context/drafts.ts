import type { Resource } from '../fhir/resource.js';

/** What a person keeps for herself: an edit that has not been sent, an idea, a note only for her. */
export interface Draft {
  /** Names this one among all of the person's: the same key is the same draft. */
  readonly key: string;
  /** FHIR reference of the person whose care it is about. */
  readonly subject: string;
  /** FHIR reference of the person who keeps it: nobody else is offered it. Absent where the portal names no author. */
  readonly author?: string | undefined;
  /** Name of the kind of record, such as `response`. */
  readonly kind: string;
  /** As it stands; carries the id and version of the resource that is being changed, if any. */
  readonly resource: Resource;
  /** The stored version that the edit started from. */
  readonly base?: Resource | undefined;
  /** Where the person was in it: a linkId, the name of a step. */
  readonly position?: string | undefined;
  /** ISO 8601 instant. */
  readonly keptAt: string;
}

/** Whose drafts: about whom, and kept by whom. */
type DraftOwner = Pick<Draft, 'subject' | 'author'>;

/** Keeps drafts apart from every store: they are never sent, never wait in an outbox, never part of an export. */
export interface DraftStore {
  /** How long they are kept: on the `device`, or as long as the `page` lives where the portal allows no more. */
  readonly lasts: 'device' | 'page';
  read(key: string): Promise<Draft | undefined>;
  /** All of one author about one person and of one kind, in the order in which they were last kept. */
  list(owner: DraftOwner, kind: string): Promise<readonly Draft[]>;
  write(draft: Draft): Promise<void>;
  remove(key: string): Promise<void>;
  clear(subject?: string): Promise<void>;
}
