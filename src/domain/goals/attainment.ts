import type { Rating, SharedGoal } from './goal.js';
import { sides, type Side } from '../side.js';

/** Why there is no number. */
type NoAttainment = 'not-rated' | 'no-weight' | 'rated-once';

/** How far the goals of one side have come; a number that is not defined is absent, with its reason. */
interface Attainment {
  /** T-score: 50 is what was hoped for. */
  readonly t?: number;
  /** Later less earlier T-score, over the goals that were rated twice or more. */
  readonly change?: number;
  readonly reason?: NoAttainment;
}

export type Attainments = Readonly<Partial<Record<Side, Attainment>>>;

/** One goal in a score: its level, −2 to +2, and its weight, 0 or more. */
export interface Weighed {
  readonly level: number;
  readonly weight: number;
}

/** The expected correlation between goals, as Kiresuk and Sherman set it. */
const RHO = 0.3;

/**
 * T = 50 + 10·Σ(w·x) / √((1−ρ)·Σw² + ρ·(Σw)²) (Kiresuk & Sherman 1968, in its corrected form); undefined where all
 * weights are 0 or there is no goal.
 */
export function tScore(goals: readonly Weighed[]): number | undefined {
  const sum = (of: (goal: Weighed) => number): number => goals.reduce((total, goal) => total + of(goal), 0);
  const weights = sum(({ weight }) => weight);
  if (weights === 0) return undefined;
  const spread = (1 - RHO) * sum(({ weight }) => weight ** 2) + RHO * weights ** 2;
  return 50 + (10 * sum(({ weight, level }) => weight * level)) / Math.sqrt(spread);
}

/** Importance × difficulty as they were at the rating; where nobody has weighed a goal, each counts as one. */
const weighed = ({ level, importance = 1, difficulty = 1 }: Rating): Weighed => ({
  level,
  weight: importance * difficulty,
});

/** What nobody works for any more does not count; what another system holds in a state of its own neither. */
const counts = ({ goal: { state } }: SharedGoal): boolean =>
  state === 'agreed' || state === 'on-hold' || state === 'reached';

function ofSide(goals: readonly SharedGoal[], side: Side): Attainment {
  const rated = goals
    .map(({ ratings }) => ratings.filter(({ by }) => by === side))
    .filter((ratings) => ratings.length > 0);
  if (rated.length === 0) return { reason: 'not-rated' };
  const t = tScore(rated.flatMap((ratings) => ratings.slice(-1).map(weighed)));
  if (t === undefined) return { reason: 'no-weight' };
  const twice = rated.filter((ratings) => ratings.length > 1);
  const [first, last] = [0, -1].map((index) =>
    tScore(twice.flatMap((all) => weighed(all.at(index) as Rating))),
  );
  if (first === undefined || last === undefined)
    return { t, reason: twice.length > 0 ? 'no-weight' : 'rated-once' };
  return { t, change: last - first };
}

/** Goal attainment scaling by each side that has rated, apart; the weights are those that held at each rating. */
export function attainmentOf(goals: readonly SharedGoal[]): Attainments {
  const counted = goals.filter(counts);
  const isRatedBy = (side: Side): boolean =>
    counted.some(({ ratings }) => ratings.some(({ by }) => by === side));
  return Object.fromEntries(sides.filter(isRatedBy).map((side) => [side, ofSide(counted, side)]));
}
