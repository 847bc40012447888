import type { Known, Link } from '../link.js';
import type { Side } from '../side.js';

/*
 * What client and therapist work for: a goal in words, what both have said to it, and what hangs on it.
 */

/** Goal attainment scaling: 0 is what is hoped for, +1 and +2 are more, −1 and −2 less. */
export type Level = -2 | -1 | 0 | 1 | 2;

/** From the most to the least, as a ladder is read. */
export const levels: readonly Level[] = [2, 1, 0, -1, -2];

/** What each level looks like, in words; a level without words is absent. */
export type LevelTexts = ReadonlyMap<Level, string>;

/** Where a person stands when they begin. */
export type Baseline = -1 | -2;

/** How important, or how hard: 0 not at all, 3 very. */
export type Weight = 0 | 1 | 2 | 3;

/** `withdrawn`: taken back by whoever proposed it; it is listed nowhere. */
export type GoalState = 'proposed' | 'agreed' | 'on-hold' | 'reached' | 'let-go' | 'withdrawn';

/** What one side has said to the terms as they are. */
export type Acceptance = 'agree' | 'disagree' | 'pending';

/** What an acceptance holds for, and for nothing else; but for the baseline, which only says where to begin. */
export interface Terms {
  /** The goal in the words of whoever proposed it; '' where another system has none. */
  readonly text: string;
  readonly levels: LevelTexts;
  readonly baseline: Baseline;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly due?: string | undefined;
}

/**
 * Other terms that one side wants; they hold when the other side accepts them. With words it is whole: a level or date that
 * is absent is wanted to be none. Without words, as another system may write it, what is absent stays.
 */
export interface ProposedChange {
  readonly by: Side;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly text?: string | undefined;
  /** All levels as they would be. */
  readonly levels?: LevelTexts | undefined;
  readonly due?: string | undefined;
}

/** Words for the next session; never changed once they are there. */
export interface Note {
  /** Undefined for a note of another system: it is known again by what it says. */
  readonly id?: string | undefined;
  /** Undefined where it is not known. */
  readonly by?: Side | undefined;
  readonly at?: string | undefined;
  readonly words: string;
}

/** What is kept in one FHIR Goal. */
export interface Goal extends Terms {
  /** A state of another system that has no word here, in its own word; such a goal is shown and not changed. */
  readonly state: GoalState | { readonly foreign: string };
  readonly proposedBy: Side;
  readonly accepted: Readonly<Record<Side, Acceptance>>;
  /** What each side wants changed, one at most. */
  readonly changes: Readonly<Partial<Record<Side, ProposedChange>>>;
  /** Who or what helps. */
  readonly helps?: string | undefined;
  readonly importance?: Weight | undefined;
  readonly difficulty?: Weight | undefined;
  /** `YYYY-MM-DD`: when both had agreed. */
  readonly startedOn?: string | undefined;
  readonly notes: readonly Note[];
  /** Who wrote this version, where it is known. */
  readonly writtenBy?: Side | undefined;
}

/** Before anything was entered. */
export const noGoal: Goal = {
  text: '',
  levels: new Map(),
  baseline: -1,
  state: 'proposed',
  proposedBy: 'client',
  accepted: { client: 'pending', therapist: 'pending' },
  changes: {},
  notes: [],
};

/** What everything has that hangs on a goal. */
interface Hanging {
  readonly goal: Link;
  readonly by?: Side | undefined;
  /** ISO 8601 instant. */
  readonly at?: string | undefined;
}

/** Where one side saw the goal at some time, with the weights as they were then. */
export interface Rating extends Hanging {
  readonly kind: 'rating';
  readonly level: Level;
  readonly importance?: Weight | undefined;
  readonly difficulty?: Weight | undefined;
}

/** What a person wants to do after something got in the way. */
export type Next = 'go-on' | 'smaller' | 'pause' | 'change' | 'later';

/** Something got in the way; a step back is part of it. */
export interface Setback extends Hanging {
  readonly kind: 'setback';
  readonly happened: string;
  readonly tried?: string | undefined;
  readonly wouldHelp?: string | undefined;
  readonly next?: Next | undefined;
}

/** What stands in the way for longer; `code` is of our own list or another's, `words` are the person's. */
interface Barrier extends Hanging {
  readonly kind: 'barrier';
  readonly code?: string | undefined;
  readonly words?: string | undefined;
}

/** Why the goal matters to the client. */
interface Reason extends Hanging {
  readonly kind: 'why';
  readonly words: string;
}

/** What is kept in a FHIR Observation that has the goal as its focus. */
export type GoalEntry = Rating | Setback | Barrier | Reason;

/** A small step on the way, kept in a FHIR Task. */
export interface Step extends Hanging {
  readonly text: string;
  readonly isDone: boolean;
}

/** A goal with all that hangs on it, as it is shown. */
export interface SharedGoal {
  /** Value of our identifier, else the id of the resource: delivery never changes it. */
  readonly id: string;
  readonly goal: Goal;
  /** It was written by another system. */
  readonly isForeign: boolean;
  readonly why: Known<Reason> | undefined;
  /** Each in the order in which they were made. */
  readonly ratings: readonly Known<Rating>[];
  readonly setbacks: readonly Known<Setback>[];
  readonly barriers: readonly Known<Barrier>[];
  readonly steps: readonly Known<Step>[];
}
