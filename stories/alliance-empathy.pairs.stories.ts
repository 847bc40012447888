import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { Resource } from '../src/index.js';
import { press } from './support/inside.js';
import { insideMoments, moments, type MomentsArgs } from './support/moments.js';
import { rated } from './support/pairs.js';
import { once, storeWith } from './support/stores.js';

const meta = {
  title: 'Empathy feedback/Both sides rate',
  component: 'alliance-empathy',
  args: { resources: [], pairs: true },
  render: (args) => moments({ ...args, store: once(() => storeWith(...args.resources)) }),
  parameters: {
    docs: {
      description: {
        component:
          'The same four questions for both, where the portal asks for it. Nothing of what the other said is asked for before one’s own answers are sent.',
      },
    },
  },
} satisfies Meta<MomentsArgs>;

export default meta;
type Story = StoryObj<MomentsArgs>;

const far = [rated('client', 4, 1, 0, 3), rated('therapist', 3, 3, 3, undefined)] as readonly Resource[];
const apart = 'You saw this in different ways. Both count.';

/** Waits for words; where they come, the store was asked. */
const shows =
  (words: RegExp): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await expect(await widget.findByText(words)).toBeVisible();
  };

export const Before: Story = { play: shows(/^Your therapist answers the same questions/) };
export const BeforeTherapistHasAnswered: Story = {
  args: { resources: [rated('therapist', 3, 3, 3, 3)] },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await expect(await widget.findByText(/Your therapist has answered/)).toBeVisible();
    await expect(widget.queryByText('Mostly')).toBeNull();
  },
};

/** What else is to be known is said above the questions. */
export const Answering: Story = {
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await widget.findByText(/^Your therapist answers the same questions/);
    await press(widget, 'Just the questions');
    await expect(await widget.findByRole('button', { name: 'Back' })).toBeVisible();
  },
};
export const Waiting: Story = {
  args: { resources: [rated('client', 4, 1, 0, 3)] },
  play: shows(/Your therapist has not answered yet/),
};
export const Both: Story = {
  args: { resources: far },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await expect(await widget.findAllByText(apart)).toHaveLength(2);
  },
};

/** One degree between two people is no difference to talk about. */
export const CloseTogether: Story = {
  args: { resources: [rated('client', 4, 3, 2, 3), rated('therapist', 3, 3, 3, 4)] },
  play: shows(/close together/),
};

export const Therapist: Story = {
  args: { viewer: 'therapist' },
  play: shows(/^Your client answers the same/),
};
export const TherapistAnswering: Story = {
  args: { viewer: 'therapist' },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, 'Answer the questions');
    await expect(await widget.findByRole('button', { name: 'Back' })).toBeVisible();
  },
};
export const TherapistBoth: Story = {
  args: { viewer: 'therapist', resources: far },
  play: shows(/both answered\.$/),
};

/** The client told somebody else. */
export const TherapistNotTold: Story = {
  args: {
    viewer: 'therapist',
    resources: [
      {
        ...rated('client', 4, 1, 0, 3),
        extension: [
          {
            url: 'https://alliance-elements.org/fhir/StructureDefinition/told-audience',
            valueCode: 'supervisor',
          },
        ],
      } as Resource,
      rated('therapist', 3, 3, 3, 3),
    ],
  },
  play: shows(/^Not shared with you$/),
};

export const Easy: Story = { ...Both, args: { resources: far, support: 'easy' } };
export const Narrow: Story = { ...Both, args: { resources: far, width: 288 } };
export const Dark: Story = { ...Both, globals: { theme: 'dark' } };
export const Arabic: Story = {
  args: { resources: far },
  globals: { language: 'ar' },
  play: shows(/^لقد أجاب كلاكما/),
};
export const Spanish: Story = {
  args: { resources: far },
  globals: { language: 'es' },
  play: shows(/^Los dos han respondido/),
};
