import type { Provided } from '../../context/provided.js';
import type { Side } from '../../domain/side.js';

/** References of the two sides, as far as the page names them. */
interface Sides {
  /** Of whoever looks; undefined for a reader. */
  readonly side: Side | undefined;
  readonly parties: { readonly client?: string | undefined; readonly therapist?: string | undefined };
}

/** Who the two sides are: the one who types, and the partner that the page names; the client at least by their record. */
export function partiesOf(provided: Provided | undefined): Sides {
  const { viewer = 'client', subject, author, partner = [] } = provided ?? {};
  const [other] = partner;
  if (viewer === 'client')
    return { side: 'client', parties: { client: author ?? subject, therapist: other } };
  const parties = { client: other ?? subject, therapist: viewer === 'therapist' ? author : undefined };
  return { side: viewer === 'therapist' ? viewer : undefined, parties };
}
