import { readAudience, type Audience } from '../../domain/told.js';

/** A token of `audience` that tells nobody anything. */
export interface AudienceProblem {
  readonly reason: 'unknown-audience';
  readonly value: string;
}

/** Whom the page says that a person is sharing with. */
export interface Sharing {
  readonly told: readonly Audience[];
  readonly problems: readonly AudienceProblem[];
}

/** What the console was told already: every element of a page has the same audience. */
const known = new Set<string>();

export function sharingOf(audience: string): Sharing {
  const { told, unknown } = readAudience(audience);
  for (const token of unknown.filter((one) => !known.has(one))) {
    known.add(token);
    console.warn(
      `alliance-elements: audience "${token}" is not known, so nobody is told of it. Use therapist, team, supervisor.`,
    );
  }
  return { told, problems: unknown.map((value) => ({ reason: 'unknown-audience', value })) };
}
