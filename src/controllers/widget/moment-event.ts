import type { MomentAction } from '../../domain/empathy/refusals.js';
import type { PlainMoment } from '../../domain/empathy/plain.js';
import type { Resource } from '../../fhir/resource.js';
import { AllianceActEvent } from './events.js';

/** Something is about to be done to a moment, or said to it. */
export class AllianceMomentEvent extends AllianceActEvent {
  constructor(
    resource: Resource,
    resources: readonly Resource[],
    readonly action: MomentAction,
    /** As it is after the act. */
    readonly moment: PlainMoment,
  ) {
    super('alliance-moment', resource, resources);
  }
}

declare global {
  interface HTMLElementEventMap {
    'alliance-moment': AllianceMomentEvent;
  }
}
