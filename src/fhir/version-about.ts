import type { Side } from '../domain/side.js';
import type { Told } from '../domain/told.js';
import type { Parties } from './parties.js';

/** What a version of something that both sides write tells beside its value. */
export interface VersionAbout {
  readonly intent: 'keep' | 'give' | 'withdraw';
  /** ISO 8601 instant. */
  readonly at: string;
  readonly identifier: string;
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  /** BCP 47 tag of the words on the screen. */
  readonly language: string;
  readonly told: Told;
  /** Whose side the author is on. */
  readonly by: Side | undefined;
  readonly parties: Parties;
}
