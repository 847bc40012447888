import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until as untilDone } from 'lit/directives/until.js';
import { expect, waitFor } from 'storybook/test';
import type { Draft } from '../src/context/drafts.js';
import type { QuestionnaireResponse } from '../src/index.js';
import { openDevice } from '../src/store/device/open-device.js';
import stored from '../test/fixtures/session-alliance-1.json';
import { inside, press } from './support/inside.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';
import { once, storeWith } from './support/stores.js';

const meta = {
  title: 'Rating scale/Other versions',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'What was answered to an older or newer version of the questions is shown in its own words. It is never changed into answers to the present ones, and has no number here.',
      },
    },
  },
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

const [english] = stored.en as unknown as [QuestionnaireResponse];
const [spanish] = stored.es as unknown as [QuestionnaireResponse];
const draft = stored.draft as unknown as Draft;

const seenBy =
  (viewer: 'client' | 'therapist', response: QuestionnaireResponse) =>
  (args: RatingArgs): TemplateResult =>
    html`<alliance-provider
      viewer=${viewer}
      subject=${response.subject!.reference!}
      author=${viewer === 'client' ? response.author!.reference! : 'Practitioner/1'}
      encounter=${response.encounter!.reference!}
      .store=${once(() => storeWith(response))}
      >${rating(args)}</alliance-provider
    >`;

/** The client comes back to a session that they answered before the questions changed. */
export const ForTheClient: Story = {
  render: seenBy('client', english),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('My therapist got to know me as a person.')).toBeVisible();
    await expect(widget.getByText(/This page asks other questions now/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Answer again' })).toBeVisible();
  },
};

/** They answer again: with the questions of now, and nothing chosen. */
export const AnsweredAgain: Story = {
  render: seenBy('client', english),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await widget.findByText('My therapist got to know me as a person.');
    await press(widget, 'Answer again');
    await expect(await widget.findAllByRole('radiogroup')).toHaveLength(7);
    await expect(widget.queryByRole('radio', { checked: true })).toBeNull();
  },
};

export const ForTheTherapist: Story = {
  render: seenBy('therapist', english),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/A shorter talk/)).toBeVisible();
    await expect(widget.getByText(/asked other questions/)).toBeVisible();
  },
};

/** In the language in which it was answered. */
export const InSpanish: Story = {
  render: seenBy('therapist', spanish),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/llegó a conocerme/)).toBeVisible();
  },
};

/** Begun before the questions changed, and not sent: it stands beside them until it is removed. */
export const BegunBefore: Story = {
  render: (args) =>
    html`${once(() =>
      untilDone(
        openDevice()
          .drafts.write(draft)
          .then(
            () =>
              html`<alliance-provider
                storage="device"
                subject=${draft.subject}
                author=${draft.author!}
                encounter="Encounter/4"
                >${rating(args)}</alliance-provider
              >`,
          ),
      ),
    )}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('alliance-rating')).not.toBeNull());
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('You had begun to answer')).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Remove it' })).toBeVisible();
  },
};

/** In Arabic, with words that were stored in English. */
export const InArabic: Story = {
  render: seenBy('client', english),
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText(/A shorter talk/)).toHaveAttribute('dir', 'auto');
  },
};
