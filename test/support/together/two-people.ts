import { sides, type Side } from '../../../src/domain/side.js';
import { createMemoryDrafts } from '../../../src/store/memory/memory-drafts.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import { TabLocks } from '../../store/faults/page.js';
import type { Schedule } from '../../store/faults/schedule.js';
import { Wire } from './wire.js';

export const parties = { client: 'Patient/1', therapist: 'Practitioner/1' } as const;

/** Whose words they are, by their author. */
export const sideOf = (reference: string | undefined): Side | undefined =>
  sides.find((side) => parties[side] === reference);

/** What of one person's device outlives the page. */
class Device {
  readonly queue = { ...createMemoryQueue(), isLasting: true };
  readonly drafts = { ...createMemoryDrafts(), lasts: 'device' as const };
  readonly locks = new TabLocks();
}

/** A client and a therapist with a device each, one server, and what lies between them. */
export class TwoPeople {
  readonly devices: Readonly<Record<Side, Device>> = { client: new Device(), therapist: new Device() };
  readonly wire: Wire;
  #time = Date.parse('2026-11-26T10:00:00Z');
  #words = 0;
  #ids = 0;

  constructor(
    readonly base: string,
    readonly schedule: Schedule,
    sees?: (request: string) => void,
  ) {
    this.wire = new Wire(schedule, sees);
  }

  /** A later instant at each look. */
  readonly now = (): Date => new Date((this.#time += 1000));

  readonly newId = (): string => `id-${String((this.#ids += 1))}`;

  /** Words that nobody has said before. */
  word(what: string): string {
    return `${what} ${String((this.#words += 1))}`;
  }
}
