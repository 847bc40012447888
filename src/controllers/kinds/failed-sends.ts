import { leadToSame, type Link } from '../../domain/link.js';
import type { Delivery } from '../record/delivery.js';

/** Something that is being sent, or was not taken. */
export interface Sending {
  readonly edit: { readonly delivery: Delivery; readonly value: unknown; readonly isEnded: boolean };
  retry(): Promise<void>;
}

interface List {
  readonly open: readonly Sending[];
}

/** What hangs on something says so in one of these. */
interface Hanging {
  readonly goal?: Link;
  readonly moment?: Link;
}

const hasFailed = ({ edit }: Sending): boolean => edit.delivery.state === 'failed';

/**
 * What was not taken of one thing of a list, perhaps before a reload: itself, or what hangs on it. The person can send it
 * again.
 */
export function failedOf(own: Sending | undefined, link: Link, lists: readonly List[]): Sending | undefined {
  if (own && hasFailed(own)) return own;
  return lists
    .flatMap(({ open }) => open)
    .find((sending) => {
      const { goal, moment } = sending.edit.value as Hanging;
      const root = goal ?? moment;
      return hasFailed(sending) && root !== undefined && leadToSame(root, link);
    });
}
