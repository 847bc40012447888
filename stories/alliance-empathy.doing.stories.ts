import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { AllianceMomentEvent } from '../src/index.js';
import { elementsIn, press, type Inside } from './support/inside.js';
import { insideMoments, moment, moments, pick, reply, thread, type MomentsArgs } from './support/moments.js';

const meta = {
  title: 'Empathy feedback/Doing',
  component: 'alliance-empathy',
  render: (args) =>
    html`<div
      @alliance-moment=${(event: AllianceMomentEvent) => {
        event.waitUntil(Promise.resolve()); // here the page sends event.resources
      }}
    >
      ${moments(args)}
    </div>`,
  args: { resources: [] },
  parameters: {
    docs: {
      description: {
        component:
          'One thought a screen. Who may see it is chosen before the words are written, and the last screen shows exactly what the other side will see.',
      },
    },
  },
} satisfies Meta<MomentsArgs>;

export default meta;
type Story = StoryObj<MomentsArgs>;

/** As far as a screen: 1 what it was about, 2 who sees it, 3 the words, 4 what would help, 5 everything once more. */
async function share(canvas: HTMLElement, screen: number, who = /^My therapist now/): Promise<Inside> {
  const widget = await insideMoments(canvas);
  await press(widget, 'Something was missed');
  await widget.findByText('What was it about?');
  if (screen === 1) return widget;
  await pick(widget, /^My culture or faith/);
  await press(widget, 'Next');
  await widget.findByText('Who may see it, and when?');
  if (screen === 2) return widget;
  await pick(widget, who);
  await press(widget, 'Next');
  await userEvent.type(await widget.findByRole('textbox'), 'It was the time of my prayer.');
  if (screen === 3) return widget;
  await press(widget, 'Next');
  await widget.findByText('What would help?');
  if (screen === 4) return widget;
  await pick(widget, /^Ask me about it/);
  await press(widget, 'Next');
  await widget.findByText('Look at it once more');
  return widget;
}

const upTo =
  (screen: number): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await share(canvasElement, screen);
  };

export const About: Story = { play: upTo(1) };
export const WhoMaySeeIt: Story = { play: upTo(2) };

/** Going on without a choice: nothing is written before it is known who sees it. */
export const WhoNotChosen: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 2);
    await press(widget, 'Next');
    await expect(await widget.findByText('There is a problem')).toBeVisible();
  },
};

export const OwnWords: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 3);
    await expect(widget.getByText('Your therapist will see this now.')).toBeVisible();
    await expect(widget.getByText(/^This is not for emergencies/)).toBeVisible();
  },
};
export const WhatWouldHelp: Story = {
  play: upTo(4),
};

export const Preview: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 5);
    await expect(widget.getByText('This is what your therapist will see')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Send to my therapist' })).toBeEnabled();
  },
};
export const PreviewForNextTime: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 5, /^Bring it up with me/);
    await expect(widget.getByRole('button', { name: 'Send it for next time' })).toBeEnabled();
  },
};
export const PreviewOnlyMe: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 5, /^Only me/);
    await expect(widget.getByText('This is only for you')).toBeVisible();
    await expect(widget.queryByRole('button', { name: /^Send/ })).toBeNull();
  },
};

/** It is not sent, and not among the moments that the page can read. */
export const OnlyMe: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 5, /^Only me/);
    await press(widget, 'Keep it for me');
    await expect(await widget.findByRole('heading', { name: 'Only for you' })).toBeVisible();
    await expect(widget.getByText(/gone when you close this page/)).toBeVisible();
    await expect(elementsIn(canvasElement, 'alliance-empathy')[0]!.moments).toEqual([]);
  },
};

/** Left on the way: it can be gone on with. */
export const Begun: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 3);
    await press(widget, /^Back to the list/);
    await expect(await widget.findByRole('heading', { name: 'Not sent' })).toBeVisible();
    await expect(widget.getByRole('button', { name: /^Go on with this/ })).toBeEnabled();
  },
};

export const Shared: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement, 5);
    await press(widget, 'Send to my therapist');
    await expect(await widget.findByText('You said it. That takes courage.')).toBeVisible();
  },
};

async function answer(canvas: HTMLElement): Promise<Inside> {
  const widget = await insideMoments(canvas);
  await press(widget, /^Answer/);
  await press(widget, /^Thank you for telling me/);
  return widget;
}

const toAnswer = { resources: thread(moment(), 'read'), viewer: 'therapist' } as const;

export const Replying: Story = {
  args: toAnswer,
  play: async ({ canvasElement }) => {
    const widget = await answer(canvasElement);
    await expect(await widget.findByRole('textbox')).toHaveValue('Thank you for telling me ');
  },
};
export const ReplyPreview: Story = {
  args: toAnswer,
  play: async ({ canvasElement }) => {
    const widget = await answer(canvasElement);
    await press(widget, 'Next');
    await expect(await widget.findByText('This is what your client will read')).toBeVisible();
  },
};

/** "Not yet" is answered kindly, and somebody else is named. */
export const SayingNotYet: Story = {
  args: { resources: thread(moment(), 'read', { reply }) },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, /^Not yet/);
    await expect(await widget.findByText(/^You can also turn to someone else/)).toBeVisible();
  },
};

/** A checklist: ticked once it was talked about. */
export const TalkedAbout: Story = {
  args: { resources: thread(moment({ visibility: 'next' })), viewer: 'therapist' },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await userEvent.click(await widget.findByRole('checkbox', { name: 'We talked about it' }));
    // The card may still go to its place in the list
    await waitFor(() => expect(widget.getByText('It is off the list.')).toBeVisible());
  },
};

/** In the session, with one hand: it is noted at once, and told about later. */
export const Noting: Story = { args: { mode: 'moment', width: 328 } };
export const Noted: Story = {
  args: { mode: 'moment', width: 328 },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, 'Something was missed');
    await expect(await widget.findByRole('heading', { name: 'Not sent' })).toBeVisible();
  },
};

/** One question, two taps. */
export const Quick: Story = {
  args: { mode: 'quick', width: 328 },
  play: async ({ canvasElement }) => {
    const widget = elementsIn(canvasElement, 'alliance-empathy')[0]!;
    await waitFor(() => expect(widget.shadowRoot?.querySelector('alliance-rating')).toBeVisible());
  },
};

/** Just the questions, for those who would rather choose than write. */
export const Questions: Story = {
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, 'Just the questions');
    await expect(await widget.findByRole('button', { name: 'Back' })).toBeVisible();
  },
};
