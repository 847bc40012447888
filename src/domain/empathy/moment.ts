import type { Known, Link } from '../link.js';
import type { Side } from '../side.js';

/*
 * A moment in which a client felt understood, or was missed: what they say of it, who may see that, and what is said to it.
 */

export const momentKinds = ['understood', 'missed'] as const;
export type MomentKind = (typeof momentKinds)[number];

/** What a moment was about; `unknown`: the person does not know. */
// prettier-ignore
export const momentTopics = ['pain', 'pace', 'goals', 'family', 'culture', 'how-said', 'unsaid', 'unknown'] as const;
export type MomentTopic = (typeof momentTopics)[number];

/** What would help: to be asked, more time, another explanation, to leave it, or what the person's own words say. */
export const helpKinds = ['ask', 'slow', 'explain', 'leave', 'own'] as const;
type HelpKind = (typeof helpKinds)[number];

export interface WantedHelp {
  readonly kind: HelpKind;
  readonly words?: string | undefined;
}

/** When the therapist is shown what was shared with them. */
export type ShowAt = 'now' | 'next';

/** Who may see it, and when: the therapist now or in the next session, or nobody but the person. */
export type Visibility = ShowAt | 'only-me';

/** What a client says of a moment; all of it is absent until it was chosen or said. */
export interface Moment {
  readonly kind?: MomentKind | undefined;
  readonly about?: MomentTopic | undefined;
  readonly words?: string | undefined;
  readonly help?: WantedHelp | undefined;
  readonly visibility?: Visibility | undefined;
}

/** Before anything was entered. */
export const noMoment: Moment = {};

/** How it is after an answer; `not-yet` asks anew. */
export const outcomes = ['better', 'same', 'not-yet'] as const;
export type ConfirmedOutcome = (typeof outcomes)[number];

/** Who said something, and when. */
export interface Origin {
  /** Undefined where it is not known. */
  readonly by?: Side | undefined;
  /** FHIR reference. */
  readonly author?: string | undefined;
  /** ISO 8601 instant. */
  readonly at?: string | undefined;
}

/** What everything has that hangs on a moment. */
interface Hanging extends Origin {
  readonly moment: Link;
}

/** Somebody has read it. */
export interface Reading extends Hanging {
  readonly kind: 'read';
}

/** What the therapist answers; or what another system wrote into the thread, whoever said it. */
export interface Reply extends Hanging {
  readonly kind: 'reply';
  readonly words: string;
}

/** What the client says to the answer. */
export interface Confirmation extends Hanging {
  readonly kind: 'confirmation';
  readonly outcome: ConfirmedOutcome;
  readonly words?: string | undefined;
}

export type ThreadEntry = Reading | Reply | Confirmation;

/** Something to bring up next time, and whether that was done. */
export interface Raise extends Hanging {
  readonly isDone: boolean;
}

/** Where a moment stands. */
export type MomentState = 'sent' | 'read' | 'answered' | ConfirmedOutcome;

/** A moment that was shared, with all that hangs on it. */
export interface SharedMoment extends Origin {
  /** Value of our identifier, else the id of the resource: delivery never changes it. */
  readonly id: string;
  readonly link: Link;
  readonly moment: Moment & { readonly kind: MomentKind };
  /** FHIR reference of the session in which it was noted. */
  readonly encounter?: string | undefined;
  /** BCP 47 tag of the person's words. */
  readonly language?: string | undefined;
  /** In the order in which it was said; one reading a reader. */
  readonly thread: readonly Known<ThreadEntry>[];
  readonly raise?: Known<Raise> | undefined;
  readonly state: MomentState;
}
