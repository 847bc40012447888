import type { Moment, SharedMoment, ThreadEntry } from '../../../src/domain/empathy/moment.js';
import { stateOf } from '../../../src/domain/empathy/shared-moment.js';
import type { Known } from '../../../src/domain/link.js';

/*
 * Moments and what was said to them, as tests need them.
 */

export const at = '2026-11-26T10:00:00.000Z';
export const client = { by: 'client', author: 'Patient/1', at } as const;
export const therapist = { by: 'therapist', author: 'Practitioner/1', at } as const;
export const reader = { by: undefined, author: 'Practitioner/2', at } as const;

const moment = { identifier: { system: 'https://example.org/moments', value: 'm1' } };

export const missed = { kind: 'missed', about: 'pace', words: 'Too fast', visibility: 'now' } as const;

export const sharedAs = (thread: readonly Known<ThreadEntry>[], of: Moment = missed): SharedMoment => ({
  ...{ id: 'm1', link: moment, moment: { ...of, kind: of.kind ?? 'missed' }, ...client },
  ...{ thread, state: stateOf(thread) },
});

/** At so many minutes past ten. */
export const minute = (minutes: number): string =>
  `2026-11-26T10:${String(minutes).padStart(2, '0')}:00.000Z`;

const hanging = (minutes: number) => ({ moment, at: minute(minutes), id: `e${String(minutes)}` });

export const readAt = (minutes: number, who: object = therapist): Known<ThreadEntry> => ({
  ...who,
  ...hanging(minutes),
  kind: 'read',
});
export const replyAt = (minutes: number, who: object = therapist): Known<ThreadEntry> => ({
  ...who,
  ...hanging(minutes),
  kind: 'reply',
  words: 'Thank you',
});
export const confirmedAt = (
  minutes: number,
  outcome: 'better' | 'same' | 'not-yet',
  who: object = client,
): Known<ThreadEntry> => ({ ...who, ...hanging(minutes), kind: 'confirmation', outcome });
