import type { Link } from '../link.js';
import type { Side } from '../side.js';
import { answeredAt } from '../answered-at.js';
import { refusalOf, refusalOfSide, type Actor, type MomentRefusal, type Who } from './refusals.js';
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

export type MomentOutcome<Value> = { readonly value: Value } | { readonly refused: MomentRefusal };

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
