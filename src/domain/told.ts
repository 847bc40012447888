/*
 * Who a person was told can see what they give. Where something was told, it holds for everyone who looks; where nothing
 * was told, the rules of the portal hold.
 */

export type Viewer = 'client' | 'therapist' | 'supervisor';

/** Whom a person can be told of. */
export type Audience = 'therapist' | 'team' | 'supervisor';

/** Tokens; empty where nothing was told. Those of other systems are kept, and open nothing to anybody here. */
export type Told = readonly string[];

export const audiences: readonly Audience[] = ['therapist', 'team', 'supervisor'];

/** Two told of different people, and what they gave was brought together: an empty list would open it to all. */
export const NOBODY = 'nobody';

/** Something was told that cannot be read here. */
export const UNREADABLE = 'unknown';

const isAudience = (token: string): token is Audience => (audiences as readonly string[]).includes(token);

/** Tokens of another system that nobody here knows. */
export const foreignIn = (told: Told): Told => told.filter((token) => !isAudience(token) && token !== NOBODY);

/** What an attribute such as `therapist team` tells, and what of it is no token. */
export function readAudience(text: string): { readonly told: readonly Audience[]; readonly unknown: Told } {
  const tokens = text.split(/\s+/).filter((token) => token !== '');
  return {
    told: audiences.filter((audience) => tokens.includes(audience)),
    unknown: tokens.filter((token) => !isAudience(token)),
  };
}

/** Which tokens open a record to whom; the therapist is one of the team. */
const opens: Readonly<Record<Exclude<Viewer, 'client'>, readonly Audience[]>> = {
  therapist: ['therapist', 'team'],
  supervisor: ['supervisor'],
};

/**
 * Whether one may see what was given, as far as the person was told. The person always may; so may a page that does not
 * say who looks, since nothing but the person's own widget stands alone.
 */
export function maySee(viewer: string | undefined, told: Told): boolean {
  if (told.length === 0 || viewer === undefined || viewer === 'client') return true;
  return Object.entries(opens).some(
    ([who, tokens]) => who === viewer && tokens.some((token) => told.includes(token)),
  );
}

/**
 * What a new version tells. Only the person's own page tells anything; everybody else leaves what was told as it is, and
 * so does a page that tells nothing: it must not open to all what was given to few.
 * @param here what the page tells
 * @param former what the version tells that is changed
 */
export function toldBy(viewer: string | undefined, here: Told, former: Told): Told {
  if ((viewer !== undefined && viewer !== 'client') || here.length === 0) return former;
  return [...here, ...foreignIn(former).filter((token) => !here.includes(token))];
}

/** What holds for two versions that come together: those who were told of in both; the therapist is one of the team. */
export function toldOfBoth(one: Told, other: Told): Told {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const both = one.filter((token) => other.includes(token));
  const isTherapistIn = [one, other].every((told) => maySee('therapist', told));
  if (isTherapistIn && (both.length === 0 || !maySee('therapist', both))) return ['therapist', ...both];
  return both.length > 0 ? both : [NOBODY];
}
