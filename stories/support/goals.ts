import { html, nothing, type TemplateResult } from 'lit';
import '../../src/define.js';
import type { Resource, Viewer } from '../../src/index.js';
import { noGoal, type Goal, type Level } from '../../src/domain/goals/goal.js';
import type { Side } from '../../src/domain/side.js';
import { linkOf } from '../../src/fhir/goal/goal-reader.js';
import { writeGoal } from '../../src/fhir/goal/goal-writer.js';
import { writeGoalEntry } from '../../src/fhir/observation/goal-entry-writer.js';
import { writeStep } from '../../src/fhir/task/step-writer.js';

const parties = { client: 'Patient/ana', therapist: 'Practitioner/kim' };
export const at = '2026-03-04T10:00:00.000Z';
const bothAgree = { client: 'agree', therapist: 'agree' } as const;

const about = (identifier: string, by: Side) => ({
  ...{ intent: 'give' as const, at, identifier, subject: parties.client, author: parties[by], by, parties },
  ...{ language: 'en', told: ['therapist'] },
});

const levels = new Map<Level, string>([
  [2, 'I carry the bread for a neighbour, too.'],
  [1, 'I walk there and back without a rest.'],
  [0, 'I walk there and back with one rest.'],
  [-1, 'I walk to the corner.'],
  [-2, 'I walk in the flat.'],
]);

/** A goal as it is stored. */
export const goal = (part: Partial<Goal> = {}, identifier = 'bakery', by: Side = 'client') =>
  writeGoal(
    {
      ...{ ...noGoal, text: 'Walk to the bakery and back on my own', levels, state: 'agreed' },
      ...{ accepted: bothAgree, due: '2027-02', helps: 'My sister', startedOn: '2026-03-04', ...part },
    },
    about(identifier, by),
  );

/** What hangs on it: why it matters, where it is, what got in the way, and the next step. */
export function hangingOn(wire: ReturnType<typeof goal>): readonly Resource[] {
  const own = { goal: linkOf(wire), by: 'client' as const, at };
  return [
    writeGoalEntry(
      { kind: 'why', ...own, words: 'I want to buy my own bread again.' },
      about('why', 'client'),
    ),
    writeGoalEntry({ kind: 'rating', ...own, level: -1 }, about('rating', 'client')),
    writeGoalEntry(
      { kind: 'setback', ...own, happened: 'It rained all week', wouldHelp: 'A good coat', next: 'go-on' },
      about('setback', 'client'),
    ),
    writeStep({ ...own, text: 'Walk to the corner on Monday', isDone: false }, about('step', 'client')),
  ];
}

export interface GoalsArgs {
  readonly resources: readonly Resource[];
  readonly viewer?: Viewer;
  readonly support?: 'standard' | 'easy';
  readonly locale?: string;
  readonly source?: 'self' | 'supported' | 'proxy';
  readonly width?: number;
}

/** The goals of a page that keeps them itself. */
export const goals = ({
  resources,
  viewer = 'client',
  support,
  locale,
  source,
  width,
}: GoalsArgs): TemplateResult => html`
  <alliance-provider
    viewer=${viewer}
    subject=${parties.client}
    author=${viewer === 'client' ? parties.client : viewer === 'therapist' ? parties.therapist : 'Practitioner/sam'}
    partner=${viewer === 'client' ? parties.therapist : parties.client}
    audience="therapist supervisor"
  >
    <alliance-goals
      .resources=${resources}
      support=${support ?? nothing}
      locale=${locale ?? nothing}
      source=${source ?? nothing}
      .style=${width === undefined ? '' : `inline-size: ${String(width)}px`}
    >
      <a slot="crisis" href="tel:112">Need help now?</a>
    </alliance-goals>
  </alliance-provider>
`;
