import type { List } from 'fhir/r4.js';
import { isObject, objectsIn, textIn } from '../loose.js';

/** What a person has looked at in a list of goals, and in which order; it is kept among their drafts and never sent. */
export interface Looked {
  /** Ids of goals in the order in which the person put them. */
  readonly order: readonly string[];
  /** Of each goal the name of the version that was looked at. */
  readonly seen: ReadonlyMap<string, string>;
}

interface Kept extends Looked {
  readonly subject: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** An R4 List with an entry for each goal; its flag names the version that was looked at. */
export function writeLooked({ subject, at, order, seen }: Kept): List {
  const ids = new Set([...order, ...seen.keys()]);
  return {
    resourceType: 'List',
    status: 'current',
    mode: 'working',
    subject: { reference: subject },
    date: at,
    entry: [...ids].map((id) => {
      const version = seen.get(id);
      const item = { type: 'Goal', identifier: { value: id } };
      return version === undefined ? { item } : { item, flag: { text: version } };
    }),
  };
}

export function readLooked(list: object): Looked {
  const entries = objectsIn((list as { readonly entry?: unknown }).entry).flatMap(({ item, flag }) => {
    const id =
      isObject(item) && isObject(item['identifier']) ? textIn(item['identifier']['value']) : undefined;
    return id === undefined ? [] : { id, version: isObject(flag) ? textIn(flag['text']) : undefined };
  });
  return {
    order: entries.map(({ id }) => id),
    seen: new Map(
      entries.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version] as const])),
    ),
  };
}
