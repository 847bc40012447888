import type { DrawnGoal } from '../../../controllers/kinds/shared-goals.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { Baseline, Level } from '../../../domain/goals/goal.js';
import type { Side } from '../../../domain/side.js';
import type { GoalsView } from '../goals-view.js';

/** How a side is called by the one who looks. */
export function whoKey({ side }: Pick<GoalsView, 'side'>, who: Side) {
  if (side === who) return 'goals.who.you' as const;
  return side === undefined ? (`goals.who.${who}` as const) : (`goals.who.your-${who}` as const);
}

/** Somebody, and when as far as that is known: words of a sentence. */
export function signed(
  view: GoalsView,
  by: Side | undefined,
  at: string | undefined,
  as: 'day' | 'time' = 'day',
): string {
  const { localize } = view;
  const who = localize.word(by ? whoKey(view, by) : 'goals.who.someone');
  const date = localize[as](at);
  return date === '' ? who : localize.word(as === 'day' ? 'goals.who.on' : 'goals.who.at', { who, date });
}

/** Who said what when, in one line. */
export function byWords(view: GoalsView, { shared, wire }: DrawnGoal): Words {
  const { localize } = view;
  const { goal } = shared;
  const dates = [goal.startedOn, wire.statusDate, wire.startDate, wire.meta?.lastUpdated];
  const date = dates.reduce<string>((known, since) => (known === '' ? localize.day(since) : known), '');
  const said = (key: 'proposed' | 'agreed' | 'under-way' | 'on-hold' | 'reached' | 'let-go'): Words =>
    localize.text(date === '' ? `goals.said.${key}` : `goals.said.${key}-on`, {
      date,
      who: localize.word(whoKey(view, goal.proposedBy)),
    });
  if (typeof goal.state !== 'string')
    return localize.text('goals.said.foreign', { state: goal.state.foreign });
  if (goal.state === 'withdrawn') return localize.text('common.state.taken-back-once');
  // Another system does not say who has agreed
  return said(goal.state === 'agreed' && shared.isForeign ? 'under-way' : goal.state);
}

/** A level under its name in the words of this library. */
export const levelKey = (level: Level, baseline: Baseline) =>
  level === baseline ? (`goals.level.now` as const) : (`goals.level.${level}` as const);
