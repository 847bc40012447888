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

const lastTime = responseWith({
  id: 'last-time',
  subject,
  encounter: 'Encounter/1',
  authored: '2026-02-23T10:30:00Z',
  language: 'en',
  told: ['therapist', 'team'],
  degrees: Object.fromEntries(Object.keys(allDegrees).map((linkId, index) => [linkId, index % 4])),
  open: 'More time at the end.',
});

/** The last time stands beside it, in words: what changed is for the two of them to say. */
export const BesideLastTime: Story = {
  render: seenByTherapist(
    lastTime,
    responseWith({
      subject,
      encounter: 'Encounter/2',
      language: 'en',
      told: ['therapist', 'team'],
      degrees: allDegrees,
      open: 'I was tired.\nA shorter talk, and more time to practise on the stairs.',
    }),
  ),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect((await widget.findAllByText('Last time')).length).toBeGreaterThan(0);
    await expect(widget.getByText('More time at the end.')).toBeVisible();
    await expect(widget.getByText(/told who can see this: the therapist and the care team/)).toBeVisible();
  },
};

/** Somebody else answered for the client. */
export const ByProxy: Story = {
  render: seenByTherapist(
    responseWith({ subject, degrees: allDegrees, completion: 'proxy', language: 'en', told: ['therapist'] }),
  ),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Answered by someone else for the client')).toBeVisible();
  },
};

/** The client answered in another language than the therapist reads. */
export const InAnotherLanguage: Story = {
  render: seenByTherapist(
    responseWith({ subject, degrees: allDegrees, language: 'ar', open: 'كنت متعبًا اليوم.', told: ['team'] }),
  ),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Language: Arabic')).toBeVisible();
  },
};

/** The client was told that the therapist can see it, and nobody else: a supervisor sees nothing of it. */
export const NotSharedWithSupervisor: Story = {
  render: (args) =>
    html`<alliance-provider
      viewer="supervisor"
      subject=${subject}
      .store=${once(() => storeWith(responseWith({ subject, degrees: allDegrees, told: ['therapist'] })))}
      >${rating(args)}</alliance-provider
    >`,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Not shared with you')).toBeVisible();
    await expect(widget.queryByRole('complementary')).toBeNull();
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
