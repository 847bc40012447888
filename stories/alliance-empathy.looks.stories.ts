import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { elementsIn, expectNothingSticksOut, press } from './support/inside.js';
import { inColoursOfSystem, showAsIn } from './support/media.js';
import { insideMoments, moment, moments, pick, reply, thread, type MomentsArgs } from './support/moments.js';

const felt = moment(
  {
    ...{ kind: 'understood', about: 'family', help: undefined },
    words: 'You asked how my daughter is coping.',
  },
  'family',
);

const meta = {
  title: 'Empathy feedback/Looks',
  component: 'alliance-empathy',
  render: moments,
  args: { resources: [...thread(moment(), 'read', { reply }), felt] },
  parameters: {
    docs: {
      description: {
        component:
          'Widths, languages, directions and colours. The width is that of the box in which the widget stands.',
      },
    },
  },
} satisfies Meta<MomentsArgs>;

export default meta;
type Story = StoryObj<MomentsArgs>;

const first = (canvas: HTMLElement) => elementsIn(canvas, 'alliance-empathy')[0]!;

const fits: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await insideMoments(canvasElement);
  await expectNothingSticksOut(first(canvasElement));
};

/** Larger, with drawings, one question a screen. */
export const Easy: Story = { args: { support: 'easy' }, play: fits };
export const EasySharing: Story = {
  args: { support: 'easy', resources: [] },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, 'Something was missed');
    await expect(await widget.findByText('What was it about?')).toBeVisible();
  },
};
export const Proxy: Story = { args: { source: 'proxy' } };

export const Arabic: Story = {
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    await insideMoments(canvasElement);
    const root = first(canvasElement).renderRoot.querySelector('[part~="root"]');
    await expect(root).toHaveAttribute('dir', 'rtl');
    await expectNothingSticksOut(first(canvasElement));
  },
};
export const Spanish: Story = { globals: { language: 'es' } };

/** The narrowest screen that WCAG asks for: also what 400 % zoom leaves of 1280 px. */
export const Narrow: Story = { args: { width: 288 }, play: fits };
export const NarrowEasy: Story = { args: { width: 288, support: 'easy' }, play: fits };
export const NarrowTherapist: Story = { args: { width: 288, viewer: 'therapist' }, play: fits };

/** In a panel of 360 px beside a video call. */
export const Panel: Story = { args: { width: 328 }, play: fits };

export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkTherapist: Story = { args: { viewer: 'therapist' }, globals: { theme: 'dark' } };

/** In forced colours, those of the system alone: what counts is told by words, marks and borders. */
export const ForcedColours: Story = {
  tags: ['forced-colours'],
  render: (args) => inColoursOfSystem(moments(args)),
  play: async ({ canvasElement }) => {
    showAsIn('(forced-colors: active)', first(canvasElement));
    const widget = await insideMoments(canvasElement);
    const card = (await widget.findByText('Your therapist answered')).closest('li')!;
    await expect(getComputedStyle(card).borderTopWidth).toBe('3px');
  },
};

export const ForcedColoursSharing: Story = {
  tags: ['forced-colours'],
  args: { support: 'easy', resources: [] },
  render: ForcedColours.render!,
  play: async ({ canvasElement }) => {
    showAsIn('(forced-colors: active)', first(canvasElement));
    const widget = await insideMoments(canvasElement);
    await press(widget, 'Something was missed');
    await pick(widget, /My pace/);
  },
};

/** On paper: everything unfolded, and nothing to press. */
export const Print: Story = {
  args: { resources: [...thread(moment(), 'read', { reply }, 'better'), felt] },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    showAsIn('print', first(canvasElement));
    window.dispatchEvent(new Event('beforeprint'));
    await expect(await widget.findByText('You said: it is better now')).toBeVisible();
    await expect(widget.queryByRole('button')).toBeNull();
  },
};
