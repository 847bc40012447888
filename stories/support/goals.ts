import { html, nothing, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/define.js';
import type { AllianceStore, Resource, Viewer } from '../../src/index.js';
import { noGoal, type Goal, type Level } from '../../src/domain/goals/goal.js';
import type { Side } from '../../src/domain/side.js';
import { linkOf } from '../../src/fhir/goal/goal-reader.js';
import { writeGoal } from '../../src/fhir/goal/goal-writer.js';
import { writeGoalEntry } from '../../src/fhir/observation/goal-entry-writer.js';
import { writeStep } from '../../src/fhir/task/step-writer.js';
import { elementsIn, inside, press, type Inside } from './inside.js';
import { once } from './stores.js';

const parties = { client: 'Patient/ana', therapist: 'Practitioner/kim' };
const at = '2026-03-04T10:00:00.000Z';
const bothAgree = { client: 'agree', therapist: 'agree' } as const;

const about = (identifier: string, by: Side) => ({
  ...{ intent: 'give' as const, at, identifier, subject: parties.client, author: parties[by], by, parties },
  ...{ language: 'en', told: ['therapist', 'supervisor'] },
});

const due = '2027-02';
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
      ...{ accepted: bothAgree, due, helps: 'My sister', startedOn: '2026-03-04', ...part },
    },
    about(identifier, by),
  );

/** A goal that one side has said yes to and the other is asked about. */
export const proposal = (by: Side, part: Partial<Goal> = {}, identifier = 'bakery') =>
  goal(
    {
      ...{ state: 'proposed', proposedBy: by },
      ...{ accepted: { client: 'pending', therapist: 'pending', [by]: 'agree' }, ...part },
    },
    identifier,
    by,
  );

/** What one side wants instead: other words, with all else as it is. */
export const wishOf = (by: Side, text: string) => ({ [by]: { by, at, text, levels, due } });

/** What hangs on it: why it matters, where it is, what got in the way, and the next step. */
function hangingOn(wire: ReturnType<typeof goal>): readonly Resource[] {
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

/** Goals that are worked on. */
export const manyGoals = (count: number): readonly Resource[] =>
  Array.from({ length: count }, (_, index) =>
    goal({ text: `Goal number ${String(index + 1)}` }, `goal-${String(index)}`),
  );

/** A goal that is worked on, with all of that. */
export const worked: readonly Resource[] = [goal(), ...hangingOn(goal())];

export interface GoalsArgs {
  readonly resources: readonly Resource[];
  /** Holds the goals in place of `resources`. */
  readonly store?: AllianceStore;
  readonly viewer?: Viewer;
  readonly support?: 'standard' | 'easy';
  readonly locale?: string;
  readonly source?: 'self' | 'supported' | 'proxy';
  readonly width?: number;
}

/** The goals of a page that keeps them itself, unless it has a store. */
export const goals = ({
  resources,
  store,
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
    .store=${store}
  >
    <alliance-goals
      .resources=${store ? nothing : resources}
      support=${support ?? nothing}
      locale=${locale ?? nothing}
      source=${source ?? nothing}
      .style=${width === undefined ? '' : `inline-size: ${String(width)}px`}
    >
      <a slot="crisis" href="tel:112">Need help now?</a>
    </alliance-goals>
  </alliance-provider>
`;

/** The goals that a store holds; it is made once for each showing. */
export const goalsIn =
  (makeStore: () => AllianceStore) =>
  (args: GoalsArgs): TemplateResult =>
    goals({ ...args, store: once(makeStore) });

export const insideGoals = (canvas: HTMLElement): Promise<Inside> => inside(canvas, 0, 'alliance-goals');

/** Writes into the field on the screen and goes on. */
export async function answer(widget: Inside, words: string, next: RegExp | string = 'Next'): Promise<void> {
  await userEvent.type(await widget.findByRole('textbox'), words);
  await press(widget, next);
}

/** Writes other words in place of those that are there. */
export async function rewrite(widget: Inside, words: string): Promise<void> {
  const field = await widget.findByRole<HTMLTextAreaElement>('textbox');
  const all = { initialSelectionStart: 0, initialSelectionEnd: field.value.length };
  await userEvent.type(field, words, all);
}

/** Leaves out all that is asked on the way to a button. */
export async function skipTo(widget: Inside, wanted: string): Promise<void> {
  const ways = new RegExp(`^(Skip this|Next|${wanted})$`);
  for (;;) {
    const way = await widget.findByRole('button', { name: ways });
    if (way.textContent.trim() === wanted) return;
    await userEvent.click(way);
  }
}

/** Unfolds what is known of one goal, in the order of the list. */
export async function unfold(widget: Inside, index = 0): Promise<void> {
  const folds = await widget.findAllByText('More');
  await userEvent.click(folds[index]!);
  await widget.findByText('How we will notice');
}

/** The other side changes the goal meanwhile, on a page of its own. */
export async function changeElsewhere(canvas: HTMLElement, part: Partial<Goal>): Promise<void> {
  const store = elementsIn(canvas, 'alliance-provider')[0]?.currentStore;
  const [stored] = (await store?.search('Goal', { subject: parties.client })) ?? [];
  if (!store || !stored) throw new Error('The store of this story holds no goal that could be changed.');
  const { id, meta } = stored;
  await store.save({ ...goal(part, 'bakery', 'therapist'), id, meta }, stored);
}
