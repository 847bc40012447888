import type { DBSchema } from 'idb';
import type { Draft } from '../../context/drafts.js';
import type { Standing } from '../../context/store.js';
import type { QueuedEntry } from '../outbox/queue.js';
import type { StoredResource } from '../versions.js';

/**
 * What a resource is found by: a search parameter and a value of it, and when the resource was (milliseconds since 1970,
 * `-Infinity` where that is unknown), so that the newest is found first.
 */
export type IndexEntry = [partition: string, type: string, parameter: string, value: string, time: number];

/** Search parameters by which what a person has of one type is of different kinds. */
export const kinds = ['questionnaire', 'code', 'category'] as const;

/** The name under which a person and a kind are one index entry. */
export const ofKind = (name: string): string => `subject ${name}`;

/** Drafts of which nobody noted whose server they were for: the first that asks for one has it. */
export const UNKNOWN_PARTITION = '*';

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
  /** '' where the portal names no author. */
  readonly author: string;
  readonly kind: string;
  readonly draft: Draft;
}

/** A save on the device: it belongs to the partition that it was meant for, and reaches no other. */
export interface QueuedRow extends QueuedEntry {
  readonly partition: string;
  /** The person that it is about, however their reference was written. */
  readonly person: string;
  /** Type of the resource; '' of what follows from another one and travels with it. */
  readonly counted: string;
}

/** Everything that the library keeps on a device, each row under the partition and the person that it belongs to. */
export interface AllianceSchema extends DBSchema {
  /** The newest version of every resource. */
  resources: {
    key: [partition: string, type: string, id: string];
    value: ResourceRow;
    indexes: {
      type: [partition: string, type: string];
      /** Many for each row. */
      found: IndexEntry;
      subject: string;
    };
  };
  /** Versions that another one has followed. */
  former: {
    key: [partition: string, type: string, id: string, version: number];
    value: FormerRow;
    indexes: { subject: string };
  };
  drafts: {
    key: [partition: string, key: string];
    value: DraftRow;
    indexes: {
      /** In the order in which they were last kept. */
      owner: [partition: string, subject: string, author: string, kind: string, keptAt: string];
      subject: string;
    };
  };
  /** Saves that have not been confirmed, in the order in which they came. */
  outbox: {
    key: number;
    value: QueuedRow;
    indexes: {
      partition: string;
      lane: [partition: string, lane: string];
      key: [partition: string, key: string];
      /** What waits of one person, or of a type of one person, is counted without reading it. */
      person: [partition: string, person: string, state: Standing['state'], counted: string];
      subject: string;
    };
  };
}
