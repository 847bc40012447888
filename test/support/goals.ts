import { html, type TemplateResult } from 'lit';
import type { Goal as FhirGoal } from 'fhir/r4.js';
import { noGoal, type Goal } from '../../src/domain/goals/goal.js';
import type { Side } from '../../src/domain/side.js';
import { linkOf } from '../../src/fhir/goal/goal-reader.js';
import { writeGoal } from '../../src/fhir/goal/goal-writer.js';
import { writeGoalEntry } from '../../src/fhir/observation/goal-entry-writer.js';
import { writeStep } from '../../src/fhir/task/step-writer.js';
import type { AllianceGoals, AllianceStore, Resource, Viewer } from '../../src/index.js';
import { CLIENT, inCare as widgetInCare, THERAPIST, widgetIn } from './care.js';

/** The list of goals within a provider, as one of the people sees it. */
export const inCare = (
  store: AllianceStore | undefined,
  viewer?: Viewer,
  widget: TemplateResult = html`<alliance-goals></alliance-goals>`,
): TemplateResult => widgetInCare(store, widget, viewer);

/** Puts a template into the page and gives the list of goals in it, ready and in English. */
export const goals = (
  template: TemplateResult = html`<alliance-goals></alliance-goals>`,
): Promise<AllianceGoals> => widgetIn('alliance-goals', template);

export { click, fill, reach, skipTo, strike, write } from './acting.js';

const parties = { client: CLIENT, therapist: THERAPIST };
const at = '2026-11-20T10:00:00.000Z';

/** A goal as it is stored, with whatever a test is about. */
export const goalWire = (part: Partial<Goal>, identifier = 'g1', by: Side = 'client'): Resource =>
  writeGoal(
    {
      ...noGoal,
      text: 'Walk to the bakery and back on my own',
      accepted: bothAgree,
      state: 'agreed',
      ...part,
    },
    {
      ...{ intent: 'give', at, identifier, subject: CLIENT, author: parties[by], by, parties },
      ...{ language: 'en', told: ['therapist'] },
    },
  );

export const bothAgree = { client: 'agree', therapist: 'agree' } as const;

/** What hangs on the goal with an identifier, as it is stored. */
export function hangingOn(goal: Resource): readonly Resource[] {
  const link = linkOf(goal as FhirGoal);
  const about = (identifier: string) => ({
    ...{
      intent: 'give' as const,
      at,
      identifier,
      subject: CLIENT,
      author: CLIENT,
      by: 'client' as const,
      parties,
    },
    ...{ language: 'en', told: ['therapist'] },
  });
  const own = { goal: link, by: 'client' as const, at };
  return [
    writeGoalEntry({ kind: 'why', ...own, words: 'I want to buy my own bread again.' }, about('why')),
    writeGoalEntry({ kind: 'rating', ...own, level: -1 }, about('rating')),
    writeGoalEntry(
      { kind: 'setback', ...own, happened: 'It rained all week', next: 'go-on' },
      about('setback'),
    ),
    writeStep({ ...own, text: 'Walk to the corner', isDone: false }, about('step')),
  ];
}
