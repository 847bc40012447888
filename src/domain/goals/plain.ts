import { known } from '../plain.js';
import type { Acceptance, Baseline, Goal, GoalState, Level } from './goal.js';
import { sides } from '../side.js';
import type { LevelTexts, Next, SharedGoal, Weight } from './goal.js';
import type { Side } from '../side.js';
import { levelOf } from './shared-goal.js';
import { inTime } from '../time.js';

type PlainLevels = Readonly<Partial<Record<Level, string>>>;

/** A goal as a page reads it: values without FHIR. */
export interface PlainGoal {
  /** Our identifier's value, else the resource's id. */
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  readonly helps?: string;
  readonly state: Exclude<GoalState, 'withdrawn'>;
  readonly accepted: Readonly<Record<Side, Acceptance>>;
  /** The newest of those that the two sides want. */
  readonly proposedChange?: {
    readonly by: Side;
    readonly at: string;
    readonly text?: string;
    readonly levels?: PlainLevels;
    readonly due?: string;
  };
  readonly levels: PlainLevels;
  readonly baseline: Baseline;
  readonly rated: Readonly<Partial<Record<Side, Level>>>;
  readonly importance?: Weight;
  readonly difficulty?: Weight;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly due?: string;
  readonly steps: readonly { readonly id: string; readonly text: string; readonly done: boolean }[];
  readonly setbacks: readonly {
    readonly id: string;
    readonly at?: string;
    readonly happened: string;
    readonly tried?: string;
    readonly wouldHelp?: string;
    readonly next?: Next;
  }[];
  readonly barriers: readonly { readonly id: string; readonly kind?: string; readonly words?: string }[];
  readonly notes: readonly { readonly by?: Side; readonly at?: string; readonly words: string }[];
  /** It was written by another system. */
  readonly foreign: boolean;
}

const plainLevels = (texts: LevelTexts): PlainLevels => Object.fromEntries(texts);

/** The nearest state that this library has; a goal of another system says so by `foreign`. */
const stateOf = ({ state }: Goal): PlainGoal['state'] =>
  typeof state !== 'string' ? 'proposed' : state === 'withdrawn' ? 'let-go' : state;

function changeOf({ changes }: Goal): PlainGoal['proposedChange'] {
  const [newest] = Object.values(changes).sort((one, other) => inTime(other, one));
  return newest && known({ ...newest, levels: newest.levels && plainLevels(newest.levels) });
}

/** The plain value of a goal with all that hangs on it. */
export function plainGoal(shared: SharedGoal): PlainGoal {
  const { id, goal, why, isForeign } = shared;
  const { text, helps, accepted, baseline, importance, difficulty, due } = goal;
  const rated = sides.flatMap((side) => {
    const level = levelOf(shared, side);
    return level === undefined ? [] : [[side, level] as const];
  });
  return known<PlainGoal>({
    ...{ id, text, helps, baseline, importance, difficulty, due },
    why: why?.words,
    state: stateOf(goal),
    accepted: { ...accepted },
    proposedChange: changeOf(goal),
    levels: plainLevels(goal.levels),
    rated: Object.fromEntries(rated),
    steps: shared.steps.map((step) => ({ id: step.id, text: step.text, done: step.isDone })),
    setbacks: shared.setbacks.map(({ id: name, at, happened, tried, wouldHelp, next }) =>
      known({ id: name, at, happened, tried, wouldHelp, next }),
    ),
    barriers: shared.barriers.map(({ id: name, code, words }) => known({ id: name, kind: code, words })),
    notes: goal.notes.map(({ by, at, words }) => known({ by, at, words })),
    foreign: isForeign || typeof goal.state !== 'string',
  });
}
