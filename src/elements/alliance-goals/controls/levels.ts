import { levels, type Baseline, type Level, type LevelTexts } from '../../../domain/goals/goal.js';
import { levelKey } from '../views/who.js';
import type { GoalsDesk } from '../goals-desk.js';
import type { TaskPage, TextAsk } from '../../../parts/task.js';

/** In which order they are thought of: what is hoped for first, then its neighbours. */
const order: readonly Level[] = [0, 1, 2, -1, -2];

/** The level before it, whose words are offered as a start. */
const neighbour: Readonly<Record<Level, Level>> = { 0: 0, 1: 0, 2: 1, '-1': 0, '-2': -1 };

export interface LevelsAsked {
  readonly texts: LevelTexts;
  readonly baseline: Baseline;
  readonly change: (texts: LevelTexts) => void;
}

const askedKey = (level: Level, baseline: Baseline) =>
  level === 0
    ? ('goal-tasks.ask.hope' as const)
    : level === baseline
      ? ('goal-tasks.ask.now' as const)
      : levelKey(level, baseline);

function levelAsk({ localize }: GoalsDesk, { texts, baseline, change }: LevelsAsked, level: Level): TextAsk {
  const text = texts.get(level) ?? '';
  const start = texts.get(neighbour[level]) ?? '';
  return {
    kind: 'text',
    id: `level${String(level)}`,
    words: localize.text(askedKey(level, baseline)),
    hints: level === 0 ? [localize.text('goal-tasks.ask.hope-hint')] : [],
    text,
    starts:
      text === '' && start !== '' && level !== 0
        ? [{ words: localize.text('goal-tasks.ask.start-from', { text: start }), text: start }]
        : [],
    type: (typed) => {
      const next = new Map(texts);
      if (typed.trim() === '') next.delete(level);
      else next.set(level, typed);
      change(new Map(levels.flatMap((one) => (next.has(one) ? [[one, next.get(one) ?? ''] as const] : []))));
    },
  };
}

/** How one will notice: what is hoped for alone, then the others; each alone in easy mode. */
export function levelPages(desk: GoalsDesk, asked: LevelsAsked): readonly TaskPage[] {
  const [hope, ...others] = order.map((level) => levelAsk(desk, asked, level));
  const rest = desk.isEasy ? others.map((ask) => [ask]) : [others];
  return [[hope], ...rest].map((asks) => ({
    key: asks.map((ask) => ask?.id).join(' '),
    asks: asks.flatMap((ask) => ask ?? []),
  }));
}
