import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import type { AllianceStore, AllianceSubmitEvent, StoreReason } from '../src/index.js';
import { choose, elementsIn, expectFocus, inside, press, question, type Inside } from './support/inside.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';
import { allDegrees, responseWith } from './support/responses.js';
import { awayStore, conflictingStore, failingStore, once, silentStore, storeWith } from './support/stores.js';
import { about } from '../test/support/about.js';

const meta = {
  title: 'Rating scale/Sending',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'Where the answers are, in words: the widget never says "sent" before a store or the page has taken them, and keeps them on the screen when that fails.',
      },
    },
  },
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

const subject = 'Patient/ana';
const encounter = 'Encounter/week-3';

/** The rating with a store, in one session of one client. */
const ratingWith =
  (makeStore: () => AllianceStore) =>
  (args: RatingArgs): ReturnType<typeof html> =>
    html`<alliance-provider subject=${subject} encounter=${encounter} .store=${once(makeStore)}
      >${rating(args)}</alliance-provider
    >`;

async function answerAndSend(canvas: HTMLElement): Promise<Inside> {
  const widget = await inside(canvas);
  await choose(widget, about.person, /Half/);
  await press(widget, 'Send');
  return widget;
}

/** No store, no form, and the page does not take over: the widget says that nothing was sent. */
export const NoPlaceToSendTo: Story = {
  render: (args) => rating(args),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expect(await widget.findByText(/^This has not been sent\. This page has no place/)).toBeVisible();
    await expect(widget.getByRole('radio', { name: /Half/, checked: true })).toBeVisible();
  },
};

/** The page takes over: it cancels `alliance-submit` and tells by `waitUntil` how that ended. */
export const TakenOverByThePage: Story = {
  render: (args) =>
    html`<div
      @alliance-submit=${(event: AllianceSubmitEvent) => {
        event.preventDefault();
        event.waitUntil(Promise.resolve(event.resource)); // here the page sends the resource
      }}
    >
      ${rating(args)}
    </div>`,
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expect(await widget.findByText(/^Sent \d/)).toBeVisible();
  },
};

/** The store has not answered yet. After 20 seconds the widget says that there was no reply. */
export const Saving: Story = {
  render: ratingWith(silentStore),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expect(await widget.findByText('Sending …')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** A save that fails: what happened, that nothing is lost, and what to do. */
const failing = (reason: StoreReason, words: RegExp): Story => ({
  render: ratingWith(() => failingStore(reason)),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expect(await widget.findByText(words)).toBeVisible();
    await expect(widget.getByText('What you entered is still here.')).toBeVisible();
    await expect(widget.getByRole('radio', { name: /Half/, checked: true })).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
});

export const FailedNoRoom = failing('full', /no room left/);
export const FailedRefused = failing('refused', /could not be delivered/);
export const FailedNoStorage = failing('unavailable', /does not let us save here/);
export const FailedOtherTab = failing('blocked', /Another tab/);

/** A server that cannot be reached, or does not answer: the answers wait, and are sent later. */
export const NoReply: Story = {
  render: ratingWith(() => failingStore('timeout')),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expect(await widget.findByText('Your answers are waiting to be sent.')).toBeVisible();
  },
};

/** The same session was answered on another device: both answers stand side by side, and the person decides. */
export const Conflict: Story = {
  render: ratingWith(() =>
    conflictingStore(responseWith({ subject, encounter, degrees: { person: 4, chose: 1 } })),
  ),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    const conflict = await widget.findByRole('group', { name: /changed in another place/ });
    await expectFocus(conflict);
    await expect(within(conflict).getByText('Half')).toBeVisible();
    await expect(within(conflict).getByText('Yes, fully')).toBeVisible();
    await expect(within(conflict).getAllByRole('button')).toHaveLength(2);
  },
};

/** After the decision: what only the other device had is kept too. */
export const ConflictResolved: Story = {
  render: Conflict.render!,
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await press(widget, 'Use what is here');
    await expect(await widget.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.answers).toEqual({ person: '2', chose: '1' });
  },
};

/** The server cannot be reached: the outbox keeps the answers until it can. */
export const Queued: Story = {
  render: ratingWith(awayStore),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expect(await widget.findByText('Your answers are waiting to be sent.')).toBeVisible();
    await expect(widget.queryByText(/^Sent/)).toBeNull();
  },
};

/** Sent: thanks, when, and what was answered. */
export const Sent: Story = {
  render: ratingWith(storeWith),
  play: async ({ canvasElement }) => {
    const widget = await answerAndSend(canvasElement);
    await expectFocus(await widget.findByRole('group', { name: 'Thank you' }));
    await expect(widget.getByText(/^Sent \d/)).toBeVisible();
    await expect(widget.getByText('Half')).toBeVisible();
  },
};

const answered = ratingWith(() =>
  storeWith(responseWith({ subject, encounter, degrees: allDegrees, open: 'More time to practise.' })),
);

/** A session that was answered earlier: its answers come from the store. */
export const SentEarlier: Story = {
  render: answered,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect(widget.getByText('More time to practise.')).toBeVisible();
  },
};

/** Answers that were sent can be changed; sending again amends the same response. */
export const ChangedAfterSending: Story = {
  render: answered,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await press(widget, 'Change my answers');
    await expect(
      within(await question(widget, about.person)).getByRole('radio', { name: /Mostly/ }),
    ).toBeChecked();
    await choose(widget, about.person, /Yes, fully/);
    await expect(await widget.findByText('Not sent yet.')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Send changes' })).toBeEnabled();
    await expect(elementsIn(canvasElement, 'alliance-rating')[0]?.response?.status).toBe('amended');
  },
};

/** Answers that were sent can be marked as sent by mistake. */
export const TakenBack: Story = {
  render: answered,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await press(widget, 'Take it back');
    await expectFocus(await widget.findByRole('group', { name: 'You took it back' }));
    await expect(widget.getByText(/^Taken back \d/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Change my answers' })).toBeEnabled();
  },
};

/** Taking back waits like any other save, and is not said to be done. */
export const TakingBackWaits: Story = {
  render: ratingWith(() => awayStore(responseWith({ subject, encounter, degrees: allDegrees }))),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await press(widget, 'Take it back');
    await expectFocus(await widget.findByRole('group', { name: 'You asked to take it back' }));
    await expect(widget.getByText('Your answers are waiting to be sent.')).toBeVisible();
  },
};

const tell = (event: SubmitEvent): void => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const sent = new FormData(form).get('alliance');
  form.querySelector('output')!.textContent =
    typeof sent === 'string'
      ? `The form was sent with ${String(sent.length)} characters of FHIR.`
      : 'Nothing.';
};

/** In a form the portal's own button sends, and the form is stopped while a required answer is missing. */
export const InAForm: Story = {
  args: { instrument: 'session-alliance-brief', required: true },
  render: (args) =>
    html`<form @submit=${tell}>
      ${rating(args, { name: 'alliance' })}
      <p><button>Send the form</button> <button type="reset">Start again</button></p>
      <output aria-label="What was sent"></output>
    </form>`,
  play: async ({ canvas, canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(widget.queryByRole('button', { name: 'Send' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Send the form' }));
    await expect(await widget.findAllByRole('link')).toHaveLength(3);
    await choose(widget, about.trust, /Half/);
    await choose(widget, about.sameGoal, 'I don’t know');
    await choose(widget, about.why, /Yes, fully/);
    await userEvent.click(canvas.getByRole('button', { name: 'Send the form' }));
    await expect(await canvas.findByText(/characters of FHIR/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Start again' }));
    await expect(elementsIn(canvasElement, 'alliance-rating')[0]?.value).toBe('');
  },
};
