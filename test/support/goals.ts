import { html, type TemplateResult } from 'lit';
import type { Goal as FhirGoal } from 'fhir/r4.js';
import { noGoal, type Goal } from '../../src/domain/goals/goal.js';
import type { Side } from '../../src/domain/side.js';
import { linkOf } from '../../src/fhir/goal/goal-reader.js';
import { writeGoal } from '../../src/fhir/goal/goal-writer.js';
import { writeGoalEntry } from '../../src/fhir/observation/goal-entry-writer.js';
import { writeStep } from '../../src/fhir/task/step-writer.js';
import type { AllianceGoals, AllianceStore, Resource, Viewer } from '../../src/index.js';
import { press, type } from './browser.js';
import { CLIENT, inCare as widgetInCare, THERAPIST, widgetIn } from './care.js';
import { allByRole, focused, nameOf } from './screen.js';
import { until } from './until.js';

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

/** A button by the words on it, whatever goal it is about. */
const button = (widget: AllianceGoals, words: string): Promise<HTMLElement> =>
  until(
    () =>
      allByRole(widget, 'button').find((one) => nameOf(one).startsWith(words) && !one.matches(':disabled')),
    `a button "${words}"`,
  );

/** Presses a button as a mouse does. */
export async function click(widget: AllianceGoals, words: string): Promise<void> {
  (await button(widget, words)).click();
  await widget.updateComplete;
}

/** Presses a button by the keyboard alone, and finds the focus in the widget afterwards. */
export async function strike(widget: AllianceGoals, words: string): Promise<void> {
  const found = await button(widget, words);
  await reach(found);
  await press('Enter');
  await widget.updateComplete;
  await until(
    () => document.activeElement === widget && focused() !== widget,
    `the focus in the widget after "${words}"`,
  );
}

/** Goes on by Tab until something has the focus. */
export async function reach(wanted: Element): Promise<void> {
  const back = wanted.compareDocumentPosition(focused() ?? document.body) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (let step = 0; focused() !== wanted; step += 1) {
    if (step > 60) throw new Error(`${nameOf(wanted)} is not reached by keyboard`);
    await press(back ? 'Shift+Tab' : 'Tab');
  }
}

export async function fill(widget: AllianceGoals, words: string, index = 0): Promise<void> {
  const field = (await until(() => allByRole(widget, 'textbox')[index], 'a field')) as HTMLTextAreaElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

/** Writes into the first field by the keyboard alone. */
export async function write(widget: AllianceGoals, words: string): Promise<void> {
  const field = await until(() => allByRole(widget, 'textbox')[0], 'a field');
  await reach(field);
  await press('Control+a');
  await type(words);
  await widget.updateComplete;
}

/** Answers all that is asked on the way to the end of a task. */
export async function skipTo(widget: AllianceGoals, words: string, by = click): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    const names = allByRole(widget, 'button').map(nameOf);
    if (names.some((name) => name.startsWith(words))) return;
    await by(widget, names.some((name) => name.startsWith('Skip this')) ? 'Skip this' : 'Next');
  }
  throw new Error(`"${words}" does not come`);
}

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
