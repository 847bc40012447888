import { expect } from '@open-wc/testing';
import { writeStep } from '../../../src/fhir/task/step-writer.js';
import { linkOf } from '../../../src/fhir/goal/goal-reader.js';
import type { AllianceGoals, AllianceStore, Resource } from '../../../src/index.js';
import type { Goal, Task } from 'fhir/r4.js';
import { CLIENT, shown, storeWith, THERAPIST } from '../../support/care.js';
import { bothAgree, goals, goalWire, inCare, reach, strike } from '../../support/goals.js';
import { press } from '../../support/browser.js';
import { allByRole, byRole, focused, nameOf, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const stepOf = (goal: Resource, text: string): Resource =>
  writeStep(
    { goal: linkOf(goal as Goal), by: 'client', at: '2026-11-20T10:00:00.000Z', text, isDone: false },
    {
      ...{ intent: 'give', at: '2026-11-20T10:00:00.000Z', identifier: text, language: 'en', told: [] },
      ...{ subject: CLIENT, author: CLIENT, by: 'client' },
      parties: { client: CLIENT, therapist: THERAPIST },
    },
  );

/** A goal with two steps, unfolded, in a page with room to scroll. */
async function unfolded(): Promise<AllianceGoals> {
  const goal = goalWire({});
  const store = await storeWith(goal, stepOf(goal, 'Walk to the corner'), stepOf(goal, 'Ask the way'));
  const widget = await goals(inCare(store));
  widget.shadowRoot!.querySelector('summary')!.click();
  await until(() => allByRole(widget, 'checkbox', 'Ask the way').length === 1, 'the steps');
  return widget;
}

/** Where each control is in the widget, down to the last step: the page itself may still scroll to the focus. */
const places = (widget: AllianceGoals): readonly (readonly [name: string, y: number])[] =>
  (['checkbox', 'button'] as const)
    .flatMap((role) => allByRole(widget, role))
    // What is told of it, with its way back, comes below the steps
    .filter(
      (one) =>
        one.compareDocumentPosition(byRole(widget, 'checkbox', 'Ask the way')) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    )
    .map((one) => [nameOf(one), one.getBoundingClientRect().y - widget.getBoundingClientRect().y] as const);

/** The widget over a store that takes no steps until it is mended. */
async function refusing(store: AllianceStore) {
  let isWell = false;
  const save: AllianceStore['save'] = (...given) =>
    isWell || given[0].resourceType !== 'Task'
      ? store.save(...given)
      : Promise.reject(Object.assign(new Error('Not taken.'), { reason: 'refused' }));
  const widget = await goals(inCare({ ...store, save }));
  return { widget, mend: () => (isWell = true) };
}

describe('alliance-goals: ticking the steps of a goal', () => {
  it('keeps the focus on the step, moves nothing above it, and can be taken back', async () => {
    const widget = await unfolded();
    for (const step of ['Walk to the corner', 'Ask the way']) {
      const box = byRole(widget, 'checkbox', step) as HTMLInputElement;
      await reach(box);
      const before = places(widget);
      await press('Space');
      await shown(widget, 'The step is saved');
      await until(() => box.checked, 'a step that is done');
      expect(nameOf(focused()!)).to.equal(step);
      // A line in bold may be a fraction of a pixel higher
      places(widget).forEach(([name, y], index) => {
        expect(name).to.equal(before[index]![0]);
        expect(y, name).to.be.closeTo(before[index]![1], 2);
      });
    }
    expect(textOf(widget)).to.contain('Every step is done.');

    byRole(widget, 'button', 'Undo').click();
    await until(() => textOf(widget).includes('Next step: Ask the way'), 'the step to be done again');
  });

  it('shows each tick as it was made where it was not taken, beside another try', async () => {
    const [one, other] = [goalWire({}, 'g1'), goalWire({ text: 'Swim' }, 'g2')];
    const store = await storeWith(one, other, stepOf(one, 'Ask the way'), stepOf(other, 'Find a pool'));
    const { widget, mend } = await refusing(store);
    for (const fold of widget.shadowRoot!.querySelectorAll('summary')) fold.click();
    const box = (step: string) => byRole(widget, 'checkbox', step) as HTMLInputElement;
    await until(() => allByRole(widget, 'checkbox', 'Find a pool').length === 1, 'the steps');
    const problems = () => allByRole(widget, 'heading', 'There is a problem');
    for (const [index, step] of ['Ask the way', 'Find a pool'].entries()) {
      box(step).click();
      await until(() => problems().length === index + 1, 'the problem');
      expect(box(step).checked, step).to.equal(true);
    }
    // Each names its own frame
    expect(new Set(problems().map(({ id }) => id)).size).to.equal(2);
    mend();
    allByRole(widget, 'button', 'Try again')[0]!.click();
    await until(() => problems().length === 1, 'one that was taken');
    expect([box('Ask the way').checked, box('Find a pool').checked]).to.deep.equal([true, true]);
  });

  it('keeps what was not taken, and another try, where the goal is taken back meanwhile', async () => {
    const goal = goalWire({ text: 'Swim', proposedBy: 'therapist' }, 'g1');
    const store = await storeWith(goal, stepOf(goal, 'Find a pool'));
    const { widget, mend } = await refusing(store);
    for (const fold of widget.shadowRoot!.querySelectorAll('summary')) fold.click();
    await until(() => allByRole(widget, 'checkbox', 'Find a pool').length === 1, 'the step');
    (byRole(widget, 'checkbox', 'Find a pool') as HTMLInputElement).click();
    await shown(widget, 'There is a problem');
    const [held] = await store.search('Goal', {});
    await store.save({ ...held!, lifecycleStatus: 'entered-in-error' } as Resource, held);
    await until(() => allByRole(widget, 'heading', 'Waiting for you').length === 1, 'it is for the person');
    expect(textOf(widget)).to.contain('Taken back');
    for (const words of ['Yes, this is right', 'Put it differently', 'Not now'])
      expect(allByRole(widget, 'button', words), words).to.deep.equal([]);
    mend();
    await strike(widget, 'Try again');
    await until(() => !textOf(widget).includes('Swim'), 'it is gone');
    await until(async () => {
      const [step] = (await store.search('Task', {})) as Task[];
      return step?.status === 'completed';
    }, 'the step that was not taken');
  });

  it('goes on offering what was not taken after something else was done to the goal', async () => {
    const goal = goalWire({ text: 'Swim', state: 'agreed', accepted: bothAgree }, 'g1');
    const store = await storeWith(goal, stepOf(goal, 'Find a pool'));
    const { widget } = await refusing(store);
    for (const fold of widget.shadowRoot!.querySelectorAll('summary')) fold.click();
    await until(() => allByRole(widget, 'checkbox', 'Find a pool').length === 1, 'the step');
    (byRole(widget, 'checkbox', 'Find a pool') as HTMLInputElement).click();
    await shown(widget, 'There is a problem');
    await strike(widget, 'Put on hold');
    await shown(widget, 'It is on hold now.');
    expect(allByRole(widget, 'button', 'Try again')).to.have.length(1);
  });
});
