import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { Act, News, Offer } from './delivery.js';
import type { Conflicted } from './unmet.js';
import type { EditHost } from './writing.js';

/** What a sender asks of what shows its edit. */
export interface SendHost<Value, Wire extends Resource, Contradiction extends Conflict> extends EditHost<
  Value,
  Wire,
  Contradiction
> {
  /** Shows an act to the page before anything is saved. */
  offer(act: Act<Wire>, value: Value): Offer;
  tell(news: News<Wire>): void;
  /** A person hears of faults of ours from `tell`; else they are thrown. */
  readonly tellsFaults?: true;
  /** The edit was closed, and is in conflict, or (without a change) was not taken: the person is still to be asked. */
  left?(change?: Conflicted): void;
  /** The edit was closed, and this is what has become of what was on its way. */
  arrived?(news: News<Wire>): void;
}
