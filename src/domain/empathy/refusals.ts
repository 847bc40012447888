import type { Side } from '../side.js';
import type { SharedMoment } from './moment.js';

/*
 * What each side may do to a moment, and why not.
 */

/** Who does something, and when. */
export interface Actor {
  /** Undefined for somebody who only reads. */
  readonly by: Side | undefined;
  /** FHIR reference. */
  readonly author?: string | undefined;
  /** ISO 8601 instant. */
  readonly at: string;
}

export type MomentAction = 'share' | 'read' | 'reply' | 'confirm' | 'withdraw' | 'raise';

export const momentRefusals = [
  'reader',
  'not-yours',
  'no-kind',
  'not-chosen',
  'only-me',
  'no-words',
  'already-read',
  'not-answered',
  'already-answered',
  'no-change',
] as const;

/** Why something cannot be done to a moment; each has words of its own. */
export type MomentRefusal = (typeof momentRefusals)[number];

/** Whose part each act is; what is not here is for either. */
const parts: Readonly<Partial<Record<MomentAction, Side>>> = {
  share: 'client',
  confirm: 'client',
  withdraw: 'client',
  read: 'therapist',
  reply: 'therapist',
};

export type Who = Pick<Actor, 'by' | 'author'>;

export function refusalOfSide(action: MomentAction, { by }: Who): MomentRefusal | undefined {
  if (by === undefined) return 'reader';
  return (parts[action] ?? by) === by ? undefined : 'not-yours';
}

/** Why one cannot do something to a moment that was shared; undefined where they can. */
export function refusalOf(
  { thread }: SharedMoment,
  action: Exclude<MomentAction, 'share'>,
  who: Who,
): MomentRefusal | undefined {
  const refused = refusalOfSide(action, who);
  if (refused) return refused;
  const isRead = thread.some(
    ({ kind, author, by }) => kind === 'read' && (author ?? by) === (who.author ?? who.by),
  );
  if (action === 'read' && isRead) return 'already-read';
  const isAnswered = thread.some(({ kind, by }) => kind === 'reply' && by !== 'client');
  return action === 'confirm' && !isAnswered ? 'not-answered' : undefined;
}

/** Why one cannot take back what they said to a moment: it is somebody else's, or there is an answer to it. */
export function refusalOfTakingBack(
  { thread }: SharedMoment,
  id: string,
  { by, author }: Who,
): MomentRefusal | undefined {
  if (by === undefined) return 'reader';
  const place = thread.findIndex((entry) => entry.id === id);
  const entry = thread[place];
  if (entry?.by !== by || (entry.author !== undefined && entry.author !== author)) return 'not-yours';
  const isAnswered = thread.slice(place).some((later) => later.kind !== 'read' && later.by !== by);
  return isAnswered ? 'already-answered' : undefined;
}
