import type { Link } from '../link.js';
import type { Side } from '../side.js';
import { answeredAt } from '../time.js';
import { isForNext } from './shared-moment.js';
import type {
  ConfirmedOutcome,
  Confirmation,
  Moment,
  Raise,
  Reading,
  Reply,
  SharedMoment,
} from './moment.js';

/*
 * What each side may do to a moment, and what becomes of it: a new value, or a reason why not. Clients share, confirm and
 * take back; therapists read and answer; either may want to bring a moment up next time.
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

export type MomentOutcome<Value> = { readonly value: Value } | { readonly refused: MomentRefusal };

/** Whose part each act is; what is not here is for either. */
const parts: Readonly<Partial<Record<MomentAction, Side>>> = {
  share: 'client',
  confirm: 'client',
  withdraw: 'client',
  read: 'therapist',
  reply: 'therapist',
};

type Who = Pick<Actor, 'by' | 'author'>;

function refusalOfSide(action: MomentAction, { by }: Who): MomentRefusal | undefined {
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

/** Words without blanks around them; undefined where nothing is left. */
const wordsOf = (words: string | undefined): string | undefined => {
  const kept = words?.trim();
  return kept === '' ? undefined : kept;
};

/** Why a moment cannot be shared as it is. */
export function refusalOfSharing({ kind, help, visibility }: Moment, who: Who): MomentRefusal | undefined {
  const refused = refusalOfSide('share', who);
  if (refused) return refused;
  if (kind === undefined) return 'no-kind';
  if (visibility === undefined) return 'not-chosen';
  if (visibility === 'only-me') return 'only-me';
  return help?.kind === 'own' && wordsOf(help.words) === undefined ? 'no-words' : undefined;
}

/** The moment as it is sent. What was kept for oneself is never sent: who may see it is chosen first. */
export function share(moment: Moment, who: Who): MomentOutcome<Moment> {
  const refused = refusalOfSharing(moment, who);
  if (refused) return { refused };
  const { help } = moment;
  return {
    value: {
      ...moment,
      words: wordsOf(moment.words),
      help: help && { ...help, words: wordsOf(help.words) },
    },
  };
}

/** What everything has that is said to a moment: nothing is older than what it answers. */
const saidTo = (
  { link, thread, at: sharedAt }: SharedMoment,
  { by, author, at }: Actor,
): {
  readonly moment: Link;
  readonly by: Side | undefined;
  readonly author: string | undefined;
  readonly at: string;
} => ({
  moment: link,
  by,
  author,
  at: answeredAt(at, [{ at: sharedAt }, ...thread]),
});

export function read(shared: SharedMoment, actor: Actor): MomentOutcome<Reading> {
  const refused = refusalOf(shared, 'read', actor);
  return refused ? { refused } : { value: { kind: 'read', ...saidTo(shared, actor) } };
}

export function reply(shared: SharedMoment, actor: Actor, said: string): MomentOutcome<Reply> {
  const words = wordsOf(said);
  const refused = refusalOf(shared, 'reply', actor) ?? (words === undefined ? 'no-words' : undefined);
  return refused ? { refused } : { value: { kind: 'reply', ...saidTo(shared, actor), words: words ?? '' } };
}

export function confirm(
  shared: SharedMoment,
  actor: Actor,
  outcome: ConfirmedOutcome,
  said?: string,
): MomentOutcome<Confirmation> {
  const words = wordsOf(said);
  const isSame = words === undefined && shared.state === outcome;
  const refused = refusalOf(shared, 'confirm', actor) ?? (isSame ? 'no-change' : undefined);
  return refused
    ? { refused }
    : { value: { kind: 'confirmation', ...saidTo(shared, actor), outcome, words } };
}

/** Wants to bring it up next time, or says that this was done. */
export function raise(shared: SharedMoment, actor: Actor, isDone = false): MomentOutcome<Raise> {
  const isPlanned = shared.raise !== undefined && !shared.raise.isDone;
  const isSame = isDone ? !isForNext(shared) : isPlanned;
  const refused = refusalOf(shared, 'raise', actor) ?? (isSame ? 'no-change' : undefined);
  if (refused) return { refused };
  const { link: moment, raise: former } = shared;
  const { by, author, at } = former ?? actor;
  return { value: { moment, by, author, at, isDone } };
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
