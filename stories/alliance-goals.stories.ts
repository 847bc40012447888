import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { at, goal, goals, hangingOn, type GoalsArgs } from './support/goals.js';
import { inside, press } from './support/inside.js';

const meta = {
  title: 'Shared goals/States',
  component: 'alliance-goals',
  render: goals,
  args: { resources: [] },
  parameters: {
    docs: {
      description: {
        component:
          'One list with two sides, by whose turn it is: what waits for you, what you work on together, what the other side is asked, and what is over.',
      },
    },
  },
} satisfies Meta<GoalsArgs>;

export default meta;
type Story = StoryObj<GoalsArgs>;

const proposal = (by: 'client' | 'therapist') =>
  goal(
    {
      ...{ state: 'proposed', proposedBy: by },
      accepted: { client: 'pending', therapist: 'pending', [by]: 'agree' },
    },
    'bakery',
    by,
  );
const worked = goal();
const all = [worked, ...hangingOn(worked)];

export const None: Story = {};
export const WaitingForMe: Story = { args: { resources: [proposal('therapist')] } };
export const WaitingForThem: Story = { args: { resources: [proposal('client')] } };
export const OtherWords: Story = {
  args: {
    resources: [
      goal({ changes: { therapist: { by: 'therapist', at, text: 'Walk to the bakery with a friend' } } }),
    ],
  },
};
export const Agreed: Story = { args: { resources: all } };
export const Disagreed: Story = {
  args: { resources: [goal({ state: 'proposed', accepted: { client: 'agree', therapist: 'disagree' } })] },
};
export const OnHold: Story = { args: { resources: [goal({ state: 'on-hold' })] } };
export const Reached: Story = { args: { resources: [goal({ state: 'reached' })] } };
export const LetGo: Story = { args: { resources: [goal({ state: 'let-go' })] } };
const planned = { ...goal(), lifecycleStatus: 'planned', identifier: [], id: 'other' };
export const OfAnotherSystem: Story = { args: { resources: [planned] } };

/** Everything else about a goal is one tap further. */
export const Unfolded: Story = {
  args: { resources: all },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, 0, 'alliance-goals');
    await userEvent.click(await widget.findByText('More'));
    await expect(await widget.findByText('How we will notice')).toBeVisible();
  },
};

export const Adding: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, 0, 'alliance-goals');
    await press(widget, 'Add a goal');
    await userEvent.type(await widget.findByRole('textbox'), 'Cook for my children');
    await press(widget, 'Next');
    await expect(await widget.findByText('Why does it matter to you?')).toBeVisible();
  },
};

export const Setback: Story = {
  args: { resources: all },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement, 0, 'alliance-goals');
    await press(widget, /^Something got in the way/);
    await expect(await widget.findByText('What happened?')).toBeVisible();
  },
};

export const Therapist: Story = { args: { resources: all, viewer: 'therapist' } };
export const Supervisor: Story = { args: { resources: all, viewer: 'supervisor' } };
export const Easy: Story = { args: { resources: all, support: 'easy' } };
export const Proxy: Story = { args: { resources: all, source: 'proxy' } };
export const Arabic: Story = { args: { resources: all, locale: 'ar' } };
export const Narrow: Story = { args: { resources: all, width: 288 } };
export const Panel: Story = { args: { resources: all, width: 328 } };
export const Many: Story = {
  args: {
    resources: Array.from({ length: 1000 }, (_, index) =>
      goal({ text: `Goal number ${String(index + 1)}` }, `goal-${String(index)}`),
    ),
  },
};
