import { nothing, type TemplateResult } from 'lit';
import { goalIdOf } from '../../../controllers/kinds/shared-goals.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { GoalConflict } from '../../../domain/goals/merge.js';
import type { GoalState, Level, Next } from '../../../domain/goals/goal.js';
import type { Link } from '../../../domain/link.js';
import type { Conflict } from '../../../domain/record.js';
import type { Asked } from '../../../controllers/record/delivery.js';
import { conflictTemplate } from '../../../parts/conflict.js';
import { ownWords } from '../../../parts/own-words.js';
import type { GoalsView } from '../goals-view.js';
import { levelKey } from './who.js';

type PartOfGoal = Exclude<GoalConflict['part'], `level:${string}`>;
const partsOfSetback = ['happened', 'tried', 'wouldHelp', 'next'] as const;

/** What is contradicted: a part of a goal, or of what hangs on one. */
function aboutWords({ localize }: GoalsView, part: string, isOfGoal: boolean): Words {
  const [, level] = /^level:(-?\d)$/.exec(part) ?? [];
  if (level !== undefined) return localize.text(levelKey(Number(level) as Level, -1));
  const ofSetback = partsOfSetback.find((one) => one === part);
  if (ofSetback) return localize.text(`goal-tasks.setback.${ofSetback}`);
  return localize.text(isOfGoal ? `goal-tasks.part.${part as PartOfGoal}` : 'goal-tasks.part.said');
}

/** One side of a contradiction, as a person reads it. */
function saidWords({ localize }: GoalsView, part: string, said: unknown): unknown {
  if (said === undefined || said === '') return localize.text('tasks.nothing-yet');
  if (part === 'due' && typeof said === 'string' && localize.day(said) !== '') return localize.day(said);
  if (part === 'next') return localize.text(`goal-tasks.setback.${said as Next}`);
  if (part === 'state') return localize.text(`goal-tasks.state.${said as GoalState}`);
  if (part === 'importance' || part === 'difficulty') return localize.text(`goal-tasks.${part}.${said as 0}`);
  return typeof said === 'string' ? ownWords(said) : nothing;
}

/** The same goal, or what hangs on it, changed in two places: both versions in plain words, and the person decides. */
export function goalConflictTemplate(
  view: GoalsView,
  sender: Asked,
  items: readonly Conflict[],
): TemplateResult {
  const { edit } = sender;
  const resource = edit.toResource();
  const { goal } = edit.value as { readonly goal?: Link };
  const contradictions = items as readonly Conflict<string>[];
  const canKeepBoth = !goal && contradictions.some(({ part }) => /^(text|due|level:.*)$/.test(part));
  return conflictTemplate({
    localize: view.localize,
    contradictions: contradictions.map(({ part, mine, theirs }) => ({
      about: aboutWords(view, part, !goal),
      mine: saidWords(view, part, mine),
      theirs: saidWords(view, part, theirs),
    })),
    resolve: (choice) => {
      view.settle(sender, choice, goal ? view.board.at(goal)?.shared.id : goalIdOf(resource));
    },
    keepBoth: canKeepBoth ? view.localize.text('goal-tasks.do.keep-both') : undefined,
  });
}
