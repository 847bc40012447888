import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  goal,
  goals,
  insideGoals,
  manyGoals,
  proposal,
  unfold,
  worked,
  type GoalsArgs,
} from './support/goals.js';
import { elementsIn, expectNothingSticksOut, press } from './support/inside.js';
import { inColoursOfSystem, showAsIn } from './support/media.js';

const waiting = proposal('therapist', { text: 'Cook a meal for my children' }, 'cook');

const meta = {
  title: 'Shared goals/Looks',
  component: 'alliance-goals',
  render: goals,
  args: { resources: [waiting, ...worked] },
  parameters: {
    docs: {
      description: {
        component:
          'Widths, languages, directions and colours. The width is that of the box in which the widget stands.',
      },
    },
  },
} satisfies Meta<GoalsArgs>;

export default meta;
type Story = StoryObj<GoalsArgs>;

const first = (canvas: HTMLElement) => elementsIn(canvas, 'alliance-goals')[0]!;

const unfolded: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await unfold(await insideGoals(canvasElement), 1);
  await expectNothingSticksOut(first(canvasElement));
};

/** Larger, with drawings, one question a screen. */
export const Easy: Story = { args: { support: 'easy' } };
export const EasyAdding: Story = {
  args: { support: 'easy', resources: [] },
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await press(widget, 'Add a goal');
    await expect(await widget.findByText('What do you want to be able to do?')).toBeVisible();
  },
};

export const Arabic: Story = {
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    await insideGoals(canvasElement);
    await expect(first(canvasElement).renderRoot.querySelector('[part~="root"]')).toHaveAttribute(
      'dir',
      'rtl',
    );
  },
};

export const Spanish: Story = { globals: { language: 'es' } };

/** The narrowest screen that WCAG asks for: also what 400 % zoom leaves of 1280 px. */
export const Narrow: Story = { args: { width: 288 }, play: unfolded };
export const NarrowEasy: Story = { args: { width: 288, support: 'easy' }, play: unfolded };

/** What is not laid out yet takes no more room either. */
export const NarrowMany: Story = {
  args: { width: 288, resources: manyGoals(20) },
  play: async ({ canvasElement }) => {
    await insideGoals(canvasElement);
    await expectNothingSticksOut(first(canvasElement));
  },
};

/** In a panel of 360 px beside a video call. */
export const Panel: Story = { args: { width: 328 }, play: unfolded };

const surface = (canvas: HTMLElement): string =>
  getComputedStyle(first(canvas).renderRoot.querySelector('[part~="root"]')!).backgroundColor;

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    await unfold(await insideGoals(canvasElement), 1);
    await expect(surface(canvasElement)).not.toBe('rgb(255, 254, 252)');
  },
};
export const DarkEasy: Story = { args: { support: 'easy' }, globals: { theme: 'dark' } };

/** In forced colours, those of the system alone: what counts is told by words, marks and borders. */
export const ForcedColours: Story = {
  tags: ['forced-colours'],
  render: (args) => inColoursOfSystem(goals(args)),
  play: async ({ canvasElement }) => {
    showAsIn('(forced-colors: active)', first(canvasElement));
    const widget = await insideGoals(canvasElement);
    await unfold(widget, 1);
    const [yes] = await widget.findAllByRole('button', { name: /^Yes, this is right/ });
    await expect(getComputedStyle(yes!).borderTopWidth).toBe('3px');
    const present = widget.getByText('Seen here by: You').closest('li')!;
    await expect(getComputedStyle(present).borderTopWidth).toBe('3px');
  },
};

/** On paper: everything unfolded, and nothing to press. */
export const Print: Story = {
  args: { resources: [...worked, goal({ state: 'reached', text: 'Get dressed on my own' }, 'dress')] },
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await unfold(widget); // what is folded is loaded when somebody comes to the widget
    showAsIn('print', first(canvasElement));
    window.dispatchEvent(new Event('beforeprint'));
    await expect(widget.getByText('Get dressed on my own')).toBeVisible();
    await expect(widget.getAllByText('What got in the way')[0]).toBeVisible();
    await expect(widget.queryByRole('button')).toBeNull();
  },
};
