import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import type { QuestionnaireResponse } from '../src/index.js';
import { inside } from './support/inside.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';
import { allDegrees, responseWith } from './support/responses.js';
import { once, storeWith, unreachableStore } from './support/stores.js';

const meta = {
  title: 'Rating scale/For the therapist',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'With `viewer="therapist"` the widget shows the newest answers of the client in words, and one prompt for the conversation. It shows no sum and no judgement.',
      },
    },
  },
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

const subject = 'Patient/ana';

const seenByTherapist =
  (...responses: QuestionnaireResponse[]) =>
  (args: RatingArgs): TemplateResult =>
    html`<alliance-provider
      viewer="therapist"
      subject=${subject}
      .store=${once(() => storeWith(...responses))}
      >${rating(args)}</alliance-provider
    >`;

/** The client wrote something: the prompt asks about it. */
export const WithOwnWords: Story = {
  render: seenByTherapist(
    responseWith({
      subject,
      degrees: allDegrees,
      open: 'I was tired.\nA shorter talk, and more time to practise on the stairs.',
    }),
  ),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/A shorter talk/)).toBeVisible();
    await expect(widget.getByRole('complementary', { name: 'To talk about together' })).toHaveTextContent(
      'Can you tell me more about this?',
    );
    await expect(widget.queryByRole('radio')).toBeNull();
    await expect(widget.queryByText('13')).toBeNull();
  },
};

/** What the client left open, did not know or would rather not say; and somebody helped. */
export const WithGaps: Story = {
  render: seenByTherapist(
    responseWith({
      subject,
      degrees: { person: 3, 'same-goal': 4 },
      declined: ['trust'],
      unknown: ['why'],
      completion: 'supported',
    }),
  ),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Would rather not say')).toBeVisible();
    await expect(widget.getByText('Doesn’t know')).toBeVisible();
    await expect(widget.getByText(/With help from someone/)).toBeVisible();
    await expect(widget.getByText(/Some questions were left open/)).toBeVisible();
  },
};

/** Every scale answered, nothing written. */
export const AllAnswered: Story = {
  render: seenByTherapist(responseWith({ subject, degrees: allDegrees, amount: 'about-right' })),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/Which answer could you talk about together/)).toBeVisible();
  },
};

export const NothingYet: Story = {
  render: seenByTherapist(),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('There are no answers yet.')).toBeVisible();
  },
};

/** The server cannot be reached: it is not said that there are no answers. */
export const NotLoaded: Story = {
  render: (args) =>
    html`<alliance-provider viewer="therapist" subject=${subject} .store=${once(unreachableStore)}
      >${rating(args)}</alliance-provider
    >`,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/^The answers could not be loaded/)).toBeVisible();
  },
};

/** Answers about another person are not shown. */
export const AnswersOfAnother: Story = {
  render: seenByTherapist(responseWith({ subject: 'Patient/ben', degrees: allDegrees })),
  play: NothingYet.play!,
};

/** In Arabic, with words that the client wrote in English. */
export const InArabic: Story = {
  render: WithOwnWords.render!,
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/A shorter talk/)).toHaveAttribute('dir', 'auto');
  },
};
