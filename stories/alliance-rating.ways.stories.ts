import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { AllianceProvider } from '../src/index.js';
import { choose, elementsIn, expectFocus, inside, press, question, type Inside } from './support/inside.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';
import { once, storeWith } from './support/stores.js';
import { about } from '../test/support/about.js';

const meta = {
  title: 'Rating scale/Ways to answer',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'One question at a time, larger words, with somebody who helps, or in two goes: a person chooses what suits them, and a portal can choose it beforehand.',
      },
    },
  },
  render: (args) => rating(args),
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

/** Larger words with the key words bold, a picture for each question, and one question at a time. */
export const Easy: Story = {
  args: { support: 'easy' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Step 1 of 8')).toBeVisible();
    await expect(widget.getAllByRole('radiogroup')).toHaveLength(1);
    await press(widget, 'Show the usual view');
    await waitFor(() => expect(widget.getAllByRole('radiogroup')).toHaveLength(7));
    await press(widget, 'Make this easier');
    await expect(await widget.findByText('Step 1 of 8')).toBeVisible();
  },
};

/** The easy view with all questions on one page. */
export const EasyOnOnePage: Story = { args: { support: 'easy', pace: 'all' } };

async function nextSteps(widget: Inside, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await press(widget, 'Next');
}

/** Questions one by one; after some steps, Back and Next. */
export const OneAtATime: Story = {
  args: { pace: 'one' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.person, /Mostly/);
    await nextSteps(widget, 2);
    await expect(await widget.findByText('Step 3 of 8')).toBeVisible();
    await press(widget, 'Back');
    await expect(await widget.findByText('Step 2 of 8')).toBeVisible();
    await expectFocus(await question(widget, about.trust));
  },
};

/** After the last question all answers stand on one page, each with a way to change it. */
export const CheckBeforeSending: Story = {
  args: { pace: 'one', instrument: 'session-alliance-brief' },
  render: (args) =>
    html`<alliance-provider .store=${once(storeWith)}
      >${rating(args, { unknown: ['why'] })}</alliance-provider
    >`,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.trust, /Mostly/);
    await nextSteps(widget, 3);
    await expectFocus(await widget.findByRole('group', { name: 'Check your answers' }));
    await press(widget, /^Change: My therapist and I want/);
    await choose(widget, about.sameGoal, /Yes, fully/);
    await press(widget, 'Back to all answers');
    await expect(await widget.findByText('Yes, fully')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};

/** One question at a time and `required`: what is open is told on the last page. */
export const CheckWithSomethingMissing: Story = {
  args: { pace: 'one', instrument: 'session-alliance-brief', required: true },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.trust, /Mostly/);
    await nextSteps(widget, 3);
    await press(widget, 'Send');
    await expect(await widget.findByText(/2 questions still need an answer/)).toBeVisible();
    await press(widget, about.sameGoal, 'link');
    await expect(await widget.findByText('Step 2 of 3')).toBeVisible();
  },
};

/** Somebody helps: the response tells it. The person says so in the widget. */
export const SomeoneIsHelping: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await userEvent.click(await widget.findByRole('checkbox', { name: 'Someone is helping me' }));
    await choose(widget, about.person, /Half/);
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    const codes = element?.response?.extension?.map(({ valueCode }) => valueCode);
    await expect(codes).toContain('supported');
  },
};

/** Somebody answers for the client, such as a relative: set by the portal, so there is nothing to tick. */
export const AnsweredForSomeone: Story = {
  args: { source: 'proxy' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.person, /Half/);
    await expect(widget.queryByRole('checkbox')).toBeNull();
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.response?.extension?.map(({ valueCode }) => valueCode)).toContain('proxy');
  },
};

const shown = new Set<AllianceProvider>();

/** Remembers the provider of a story, so that what it kept on the device can be removed. */
function remember(element: Element | undefined): void {
  if (element instanceof AllianceProvider) shown.add(element);
}

/**
 * With a `subject` and `drafts="device"` unsent answers are kept on the device; the person can stop and go on later, also
 * after the page was closed.
 */
export const StoppedForNow: Story = {
  beforeEach: () => async () => {
    await Promise.all([...shown].map((provider) => provider.clear()));
    shown.clear();
  },
  render: (args) =>
    html`<alliance-provider
      subject=${once(() => `Patient/${crypto.randomUUID()}`)}
      drafts="device"
      partition="stories"
      .store=${once(storeWith)}
      ${ref(remember)}
      >${rating(args)}</alliance-provider
    >`,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.person, /Half/);
    await expect(await widget.findByText(/^Kept on this device .* Not sent yet\.$/)).toBeVisible();
    await press(widget, 'Stop for now');
    await expectFocus(await widget.findByRole('group', { name: 'You can go on later' }));
    await press(widget, 'Go on');
    await expect(await widget.findByRole('radio', { name: /Half/, checked: true })).toBeVisible();
    await press(widget, 'Stop for now');
    await expect(await widget.findByText(/What you entered is kept on this device/)).toBeVisible();
  },
};
