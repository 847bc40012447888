import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, within } from 'storybook/test';
import { choose, elementsIn, expectFocus, inside, press, question } from './support/inside.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';
import { allDegrees } from './support/responses.js';
import { about } from '../test/support/about.js';

const introduction = `
Asks a client how the work together went: six statements about trust, goals and what was done, each with five degrees,
and one question for their own words. Every question can also be answered with "I don't know" or "I'd rather not say".

\`\`\`html
<alliance-rating audience="therapist"></alliance-rating>
\`\`\`

By itself it sends nothing: it gives the answers as a FHIR R4 \`QuestionnaireResponse\` in events, in its \`response\`
property and, in a form, as its value. Inside an \`<alliance-provider>\` with a store it also saves them.
The questions are our own. They have not been tested in studies.
`;

const meta = {
  title: 'Rating scale/Basics',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: { docs: { description: { component: introduction } } },
  render: (args) => rating(args),
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

/** Nothing is chosen beforehand. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findAllByRole('radiogroup')).toHaveLength(7);
    await expect(widget.queryAllByRole('radio', { checked: true })).toHaveLength(0);
    await expect(elementsIn(canvasElement, 'alliance-rating')[0]?.value).toBe('');
  },
};

/** The answers so far: the lowest degree is an answer, and a question without one stays open. */
export const PartlyAnswered: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.person, /No, not at all/);
    await choose(widget, about.trust, /Mostly/);
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.answers).toEqual({ person: '0', trust: '3' });
    await expect(element?.scores.answered).toBe(2);
  },
};

/** All answers were set by the page, through the property `answers`. */
export const Complete: Story = {
  render: (args) =>
    rating(args, { answers: { ...degreeCodes(), open: 'A shorter talk, and more time to practise.' } }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findAllByRole('radio', { checked: true })).toHaveLength(6);
    await expect(widget.getByRole('textbox')).toHaveValue('A shorter talk, and more time to practise.');
    await expect(elementsIn(canvasElement, 'alliance-rating')[0]?.scores.total).toBe(13);
  },
};

/** Two ways of not answering stand beside each scale, and an answer can be cleared. */
export const NotAnswering: Story = {
  render: (args) => rating(args, { unknown: ['person'], declined: ['trust'] }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const asked = within(await question(widget, about.person));
    await expect(asked.getByRole('radio', { name: 'I don’t know' })).toBeChecked();
    await userEvent.click(asked.getByRole('button', { name: /^Clear answer/ }));
    await expect(asked.queryByRole('radio', { checked: true })).toBeNull();
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.unknown).toEqual([]);
    await expect(element?.declined).toEqual(['trust']);
  },
};

/** Three questions, one for each part. */
export const Brief: Story = {
  args: { instrument: 'session-alliance-brief' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findAllByRole('radiogroup')).toHaveLength(3);
  },
};

/** With `required`, Send first tells which questions are open; each is a link to its question. */
export const RequiredAndMissing: Story = {
  args: { required: true },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.person, /Half/);
    await press(widget, 'Send');
    const summary = await widget.findByRole('group', { name: 'There is a problem' });
    await expectFocus(summary);
    await expect(within(summary).getAllByRole('link')).toHaveLength(5);
    await press(widget, about.chose, 'link');
    const asked = await question(widget, about.chose);
    await expectFocus(within(asked).getAllByRole('radio')[0]!);
    await choose(widget, about.chose, 'I’d rather not say');
    await expect(await within(summary).findByText(/^4 questions still need/)).toBeVisible();
  },
};

/** Send without any answer. */
export const NothingToSend: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await press(widget, 'Send');
    await expect(await widget.findByText(/There is nothing to send yet/)).toBeVisible();
  },
};

/** The answers in words, without controls. */
export const ReadOnly: Story = {
  args: { readonly: true },
  render: (args) =>
    rating(args, { answers: { person: '3', trust: '0', 'same-goal': '4' }, declined: ['why'] }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('I’d rather not say')).toBeVisible();
    await expect(widget.getByText('Yes, fully')).toBeVisible();
    await expect(widget.queryByRole('radio')).toBeNull();
    await expect(widget.queryByRole('button', { name: 'Send' })).toBeNull();
  },
};

export const Disabled: Story = {
  args: { disabled: true },
  render: (args) => rating(args, { answers: { person: '3' } }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    for (const radio of await widget.findAllByRole('radio')) await expect(radio).toBeDisabled();
    await expect(widget.getByRole('textbox')).toBeDisabled();
    await expect(widget.getByRole('button', { name: 'Send' })).toBeDisabled();
  },
};

/** The degrees as a page passes them: option codes by linkId. */
function degreeCodes(): Record<string, string> {
  return Object.fromEntries(Object.entries(allDegrees).map(([linkId, degree]) => [linkId, String(degree)]));
}
