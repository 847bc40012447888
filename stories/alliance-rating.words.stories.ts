import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { addLanguage, overrideWords } from '../src/index.js';
import { inside } from './support/inside.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';

const meta = {
  title: 'Rating scale/Words of the portal',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'Who can see the answers, where to find help, and the portal’s own words for any string of the widget.',
      },
    },
  },
  render: (args) => rating(args),
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

const showing =
  (words: RegExp | string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(words)).toBeVisible();
  };

/** The portal has not told who can see the answers. */
export const AudienceUnknown: Story = { play: showing('Ask your clinic who can see this.') };

export const SeenByTheTherapist: Story = {
  args: { audience: 'therapist' },
  play: showing('What you share here can be seen by your therapist.'),
};

export const SeenByAll: Story = {
  args: { audience: 'therapist team supervisor' },
  play: showing(/your therapist, your care team,? and your therapist’s supervisor/),
};

/** The portal's own sentence about privacy, instead of the one from `audience`. */
export const OwnPrivacyWords: Story = {
  args: { audience: 'therapist' },
  render: (args) =>
    rating(
      args,
      {},
      html`<span slot="privacy">Only Dr Okafor reads this. <a href="#privacy">How we keep it safe</a></span>`,
    ),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('link', { name: 'How we keep it safe' })).toBeVisible();
    const [slot] = canvasElement.querySelectorAll('[slot="privacy"]');
    await expect(slot?.assignedSlot?.name).toBe('privacy');
  },
};

/** Help stands first, so that it is one key away. */
export const CrisisHelp: Story = {
  args: { audience: 'therapist' },
  render: (args) =>
    rating(
      args,
      {},
      html`<div slot="crisis">Do you need help now? <a href="#crisis">Call or write to us</a></div>`,
    ),
  play: async ({ canvas }) => {
    const link = await canvas.findByRole('link', { name: 'Call or write to us' });
    await expect(link).toBeVisible();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.tab();
    await expect(link).toHaveFocus();
  },
};

/** A language of its own for these words, so that no other story reads them. */
const HARBOUR = 'en-x-harbour';

/** `overrideWords` replaces single strings, here the button and the thanks. */
export const OwnWords: Story = {
  args: { locale: HARBOUR },
  beforeEach: () => {
    addLanguage(HARBOUR, {}, { status: 'machine-draft' });
    overrideWords(HARBOUR, {
      common: { send: { send: 'Share with my team' } },
      instruments: { 'session-alliance': { title: 'Looking back at our session' } },
    });
  },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByRole('button', { name: 'Share with my team' })).toBeVisible();
    await expect(widget.getByRole('heading', { name: 'Looking back at our session' })).toBeVisible();
  },
};
