import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import type { AllianceGoalEvent } from '../src/index.js';
import {
  changeElsewhere,
  goals,
  goalsIn,
  insideGoals,
  proposal,
  rewrite,
  skipTo,
  unfold,
  wishOf,
  worked,
  type GoalsArgs,
} from './support/goals.js';
import { expectFocus, press, type Inside } from './support/inside.js';
import { awayStore, failingStore, silentStore, storeWith } from './support/stores.js';

const meta = {
  title: 'Shared goals/Sending',
  component: 'alliance-goals',
  render: goals,
  args: { resources: [proposal('therapist')] },
  parameters: {
    docs: {
      description: {
        component:
          'Where it stands what was done, in words on the goal itself; and what the other side does meanwhile, which moves nothing under the pointer.',
      },
    },
  },
} satisfies Meta<GoalsArgs>;

export default meta;
type Story = StoryObj<GoalsArgs>;

async function sayYes(canvas: HTMLElement): Promise<Inside> {
  const widget = await insideGoals(canvas);
  await press(widget, /^Yes, this is right/);
  return widget;
}

/** The server cannot be reached: the yes waits, and nothing says that it was sent. */
export const Waiting: Story = {
  render: goalsIn(() => awayStore(proposal('therapist'))),
  play: async ({ canvasElement }) => {
    const widget = await sayYes(canvasElement);
    await expect(await widget.findByText('You said yes.')).toBeVisible();
    await expect(await widget.findByText(/waiting to be sent/)).toBeVisible();
    await expect(widget.queryByText(/^Sent/)).toBeNull();
  },
};

/** The server does not take it: what happened, that nothing is lost, and what to do. */
export const Refused: Story = {
  render: goalsIn(() => failingStore('refused', proposal('therapist'))),
  play: async ({ canvasElement }) => {
    const widget = await sayYes(canvasElement);
    await expect(await widget.findByText(/could not be delivered/)).toBeVisible();
    await expect(widget.getByText('What you entered is still here.')).toBeVisible();
    await expect(widget.queryByText(/^You both agreed/)).toBeNull();
    await expect(widget.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
};

export const Sent: Story = {
  render: goalsIn(() => storeWith(proposal('therapist'))),
  play: async ({ canvasElement }) => {
    const widget = await sayYes(canvasElement);
    await expect(await widget.findByText('You said yes.')).toBeVisible();
    await expect(await widget.findByText(/^Sent \d/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Undo' })).toBeEnabled();
  },
};

/** The page keeps the goals itself: it takes the event over and tells by `waitUntil` how that ended. */
export const TakenOverByThePage: Story = {
  render: (args) =>
    html`<div
      @alliance-goal=${(event: AllianceGoalEvent) => {
        event.waitUntil(Promise.resolve()); // here the page sends event.resources
      }}
    >
      ${goals(args)}
    </div>`,
  play: async ({ canvasElement }) => {
    const widget = await sayYes(canvasElement);
    await expect(await widget.findByText('You said yes.')).toBeVisible();
  },
};

/** No store, and the page does not take over. */
export const NoPlaceToSendTo: Story = {
  play: async ({ canvasElement }) => {
    const widget = await sayYes(canvasElement);
    await expect(await widget.findByText(/^This has not been sent\. This page has no place/)).toBeVisible();
  },
};

const friend = 'Walk to the bakery with a friend';

/** The client changes the words while the therapist does: both versions stand side by side, and the client decides. */
const contradict = async (canvas: HTMLElement): Promise<Inside> => {
  const widget = await insideGoals(canvas);
  await unfold(widget);
  await press(widget, /^Put it differently/);
  await widget.findByText('How do you want to put it?');
  await rewrite(widget, 'Walk to the corner');
  await changeElsewhere(canvas, {
    ...{ state: 'proposed', text: friend },
    accepted: { client: 'pending', therapist: 'agree' },
  });
  await skipTo(widget, 'Save');
  await press(widget, 'Save');
  return widget;
};

export const Conflict: Story = {
  render: goalsIn(() => storeWith(proposal('client'))),
  play: async ({ canvasElement }) => {
    const widget = await contradict(canvasElement);
    const conflict = await widget.findByRole('group', { name: /changed in another place/ });
    await expectFocus(conflict);
    await expect(within(conflict).getByText('Walk to the corner')).toBeVisible();
    await expect(within(conflict).getByText(friend)).toBeVisible();
    await expect(within(conflict).getAllByRole('button')).toHaveLength(3);
  },
};

/** One side stays as it is, the other becomes a wish. */
export const ConflictKeptBoth: Story = {
  render: Conflict.render!,
  play: async ({ canvasElement }) => {
    const widget = await contradict(canvasElement);
    await press(widget, 'Keep both: ask the other side');
    await expect(await widget.findByText('Walk to the corner')).toBeVisible();
    await expect(widget.getByText(friend)).toBeVisible();
  },
};

/** The therapist asks for other words while the client reads: it is marked until they have looked at it. */
export const ChangedLive: Story = {
  render: goalsIn(() => storeWith(...worked)),
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await changeElsewhere(canvasElement, { changes: wishOf('therapist', friend) });
    await expect(await widget.findByText('New')).toBeVisible();
    await expect(await widget.findByText(friend)).toBeVisible();
  },
};

/** Who changed what, and when, since the person last looked. */
export const SinceLastLooked: Story = {
  render: ChangedLive.render!,
  play: async (context) => {
    await ChangedLive.play!(context);
    const widget = await insideGoals(context.canvasElement);
    await userEvent.click(await widget.findByText(/^1 goal has changed/));
    await expect(await widget.findByText(/^A wish for other words, from: Your therapist/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'I have seen this' })).toBeVisible();
  },
};

/** Not answered yet. */
export const Saving: Story = {
  render: goalsIn(() => silentStore(proposal('therapist'))),
  play: async ({ canvasElement }) => {
    const widget = await sayYes(canvasElement);
    await expect(await widget.findByText('Sending …')).toBeVisible();
  },
};
