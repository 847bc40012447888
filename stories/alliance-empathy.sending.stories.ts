import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, within } from 'storybook/test';
import { press, type Inside } from './support/inside.js';
import { insideMoments, moment, moments, momentsIn, pick, type MomentsArgs } from './support/moments.js';
import {
  awayStore,
  conflictingStore,
  failingStore,
  silentStore,
  storeWith,
  unreachableStore,
} from './support/stores.js';

const meta = {
  title: 'Empathy feedback/Sending',
  component: 'alliance-empathy',
  render: moments,
  args: { resources: [] },
  parameters: {
    docs: {
      description: {
        component:
          'Where it stands what was said, in words on the moment itself, and never more than is true.',
      },
    },
  },
} satisfies Meta<MomentsArgs>;

export default meta;
type Story = StoryObj<MomentsArgs>;

/** The shortest way: what it was about and the words are left out. */
async function share(canvas: HTMLElement): Promise<Inside> {
  const widget = await insideMoments(canvas);
  await press(widget, 'Something felt right');
  await widget.findByText('What was it about?');
  await press(widget, 'Skip this');
  await pick(widget, /^My therapist now/);
  await press(widget, 'Next');
  await widget.findByText(/^I felt understood when/);
  await press(widget, 'Skip this');
  await press(widget, 'Send to my therapist');
  return widget;
}

export const Sent: Story = {
  render: momentsIn(() => storeWith()),
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement);
    await expect(await widget.findByText('Sent, not read yet')).toBeVisible();
  },
};

/** The server cannot be reached: it waits, and nothing says that it was sent. */
export const Waiting: Story = {
  render: momentsIn(() => awayStore()),
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement);
    await expect((await widget.findAllByText(/waiting to be sent/))[0]).toBeVisible();
    await expect(widget.queryByText(/^Sent/)).toBeNull();
  },
};

/** The server does not take it: what happened, that nothing is lost, and what to do. */
export const Refused: Story = {
  render: momentsIn(() => failingStore('refused')),
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement);
    await expect(await widget.findByText(/could not be delivered/)).toBeVisible();
    await expect(widget.getByText('What you entered is still here.')).toBeVisible();
  },
};

/** No store, and the page does not take over. */
export const NoPlaceToSendTo: Story = {
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement);
    await expect(await widget.findByText(/^This has not been sent\. This page has no place/)).toBeVisible();
  },
};

/** Not answered yet. */
export const Saving: Story = {
  render: momentsIn(() => silentStore()),
  play: async ({ canvasElement }) => {
    const widget = await share(canvasElement);
    await expect(await widget.findByRole('button', { name: 'Send to my therapist' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};

/** What was said before cannot be looked for; one can still say something. */
export const NotLoaded: Story = {
  render: momentsIn(() => unreachableStore()),
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await expect(await widget.findByText(/^We could not look for/)).toBeVisible();
  },
};

/** Taken back in a store: it is marked as sent by mistake, and gone from both sides. */
export const TakenBack: Story = {
  render: momentsIn(() => storeWith(moment())),
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, /^Take it back/);
    await expect(await widget.findByRole('button', { name: 'Something was missed' })).toBeVisible();
  },
};

/** The same moment was sent with other words from another page: both are shown, and the person decides. */
export const Conflict: Story = {
  render: momentsIn(() => conflictingStore(moment({ kind: 'understood', about: 'family', help: undefined }))),
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await press(widget, 'Something felt right');
    await pick(widget, /^My pace/);
    await press(widget, 'Next');
    await pick(widget, /^My therapist now/);
    await press(widget, 'Next');
    await widget.findByText(/^I felt understood when/);
    await press(widget, 'Skip this');
    await press(widget, 'Send to my therapist');
    const conflict = await widget.findByRole('group', { name: /changed in another place/ });
    await expect(within(conflict).getByText('My pace')).toBeVisible();
    await expect(within(conflict).getByText('My family')).toBeVisible();
  },
};
