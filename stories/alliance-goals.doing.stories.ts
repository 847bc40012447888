import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  answer,
  goals,
  goalsIn,
  insideGoals,
  rewrite,
  skipTo,
  worked,
  type GoalsArgs,
} from './support/goals.js';
import { choose, expectFocus, press, type Inside } from './support/inside.js';
import { storeWith } from './support/stores.js';

const meta = {
  title: 'Shared goals/Doing',
  component: 'alliance-goals',
  render: goals,
  args: { resources: [] },
  parameters: {
    docs: {
      description: {
        component:
          'What a person says to a goal, one thought a step. All but the first step can be left out, and what was begun is kept.',
      },
    },
  },
} satisfies Meta<GoalsArgs>;

export default meta;
type Story = StoryObj<GoalsArgs>;

/** Adding a goal, after answers to the first so many questions. */
const adding = (asked: RegExp | string, answers: number): Story => ({
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await press(widget, 'Add a goal');
    const all = ['Cook for my children', 'They miss my soup', 'We eat together on two days a week.'];
    for (const words of all.slice(0, answers)) await answer(widget, words);
    await expect((await widget.findAllByText(asked))[0]).toBeVisible();
  },
});

export const Adding = adding('What do you want to be able to do?', 0);
export const AddingWhy = adding('Why does it matter to you?', 1);
export const AddingNotice = adding('How will you notice it? What do you hope for?', 2);
/** Each level can begin with the words of the one before. */
export const AddingLevel = adding(/^Start with: “We eat together/, 3);

/** Everything once more, before it is suggested or kept as an idea. */
export const AddingChecked: Story = {
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await press(widget, 'Add a goal');
    await answer(widget, 'Cook for my children');
    await skipTo(widget, 'Propose to my therapist');
    await expectFocus(await widget.findByRole('group', { name: 'Look at it once more' }));
  },
};

/** Nothing was written: what is missing, and the way there. */
export const AddingNothing: Story = {
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await press(widget, 'Add a goal');
    await press(widget, 'Next');
    await expectFocus(await widget.findByRole('group', { name: 'There is a problem' }));
  },
};

const saysWhere: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const widget = await insideGoals(canvasElement);
  await press(widget, /^Say where it is now/);
  await choose(widget, 'Where are you now?', /there and back with one rest/);
};

/** In the words of the goal's own levels. */
export const WhereItIs: Story = { args: { resources: worked }, play: saysWhere };

/** Done is said in words, with the way back. */
export const WhereItIsSaved: Story = {
  render: goalsIn(() => storeWith(...worked)),
  play: async (context) => {
    await saysWhere(context);
    const widget = await insideGoals(context.canvasElement);
    await press(widget, 'Save');
    await expect(await widget.findByText('You said where it is now.')).toBeVisible();
    await expect(await widget.findByRole('button', { name: 'Undo' })).toBeEnabled();
  },
};

/** Something got in the way, up to the question after so many answers. */
async function setBack(canvas: HTMLElement, answers: number): Promise<Inside> {
  const widget = await insideGoals(canvas);
  await press(widget, /^Something got in the way/);
  const all = ['It snowed, and I did not go out', 'I walked in the hall', 'Boots that do not slip'];
  for (const words of all.slice(0, answers)) await answer(widget, words);
  return widget;
}

const setback = (asked: string, answers: number): Story => ({
  render: goalsIn(() => storeWith(...worked)),
  play: async ({ canvasElement }) => {
    const widget = await setBack(canvasElement, answers);
    await expect(await widget.findByText(asked)).toBeVisible();
  },
});

export const SetbackHappened = setback('What happened?', 0);
export const SetbackTried = setback('What did you try?', 1);
export const SetbackWouldHelp = setback('What would help?', 2);
export const SetbackNext = setback('How do you want to go on?', 3);

/** A smaller goal is asked of the other side; until then it stays as it is. */
export const SetbackSmaller: Story = {
  render: SetbackNext.render!,
  play: async ({ canvasElement }) => {
    const widget = await setBack(canvasElement, 3);
    await choose(widget, 'How do you want to go on?', 'Make it smaller');
    await press(widget, 'Next');
    await widget.findByText('How would it be smaller?');
    await rewrite(widget, 'Walk to the corner and back');
    await expect(widget.getByText(/^The goal stays as it is until your therapist says yes/)).toBeVisible();
  },
};

export const SetbackSaved: Story = {
  render: SetbackNext.render!,
  play: async ({ canvasElement }) => {
    const widget = await setBack(canvasElement, 3);
    await choose(widget, 'How do you want to go on?', 'Go on as it is');
    await press(widget, 'Save');
    await expect(await widget.findByText(/^A step back is part of it/)).toBeVisible();
  },
};
