import { nothing, type TemplateResult } from 'lit';
import type { GoalDelivery, GoalSender } from '../../../controllers/kinds/goal.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { GoalConflict } from '../../../domain/goals/merge.js';
import type { GoalState, Level } from '../../../domain/goals/goal.js';
import { conflictTemplate } from '../../../parts/conflict.js';
import { ownWords } from '../../../parts/own-words.js';
import type { GoalsView } from '../goals-view.js';
import { levelKey } from './who.js';

function aboutWords({ localize }: GoalsView, { part }: GoalConflict): Words {
  const [, level] = /^level:(-?\d)$/.exec(part) ?? [];
  if (level !== undefined) return localize.text(levelKey(Number(level) as Level, -1));
  return localize.text(`goal-tasks.part.${part as Exclude<GoalConflict['part'], `level:${string}`>}`);
}

/** One side of a contradiction, as a person reads it. */
function saidWords({ localize }: GoalsView, part: string, said: unknown): unknown {
  if (said === undefined || said === '') return localize.text('tasks.nothing-yet');
  if (part === 'due' && typeof said === 'string' && localize.day(said) !== '') return localize.day(said);
  if (part === 'state') return localize.text(`goal-tasks.state.${said as GoalState}`);
  if (part === 'importance' || part === 'difficulty') return localize.text(`goal-tasks.${part}.${said as 0}`);
  return typeof said === 'string' ? ownWords(said) : nothing;
}

/** The same goal changed by both: both versions in plain words, and the person decides. */
export function goalConflictTemplate(
  view: GoalsView,
  sender: GoalSender,
  { items }: Extract<GoalDelivery, { state: 'conflict' }>,
): TemplateResult {
  return conflictTemplate({
    localize: view.localize,
    contradictions: items.map((item) => ({
      about: aboutWords(view, item),
      mine: saidWords(view, item.part, item.mine),
      theirs: saidWords(view, item.part, item.theirs),
    })),
    resolve: (choice) => {
      view.settle(sender, choice);
    },
    canKeepBoth: items.some(({ part }) => part === 'text' || part === 'due' || part.startsWith('level:')),
  });
}
