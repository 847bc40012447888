import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, within } from 'storybook/test';
import { choose, elementsIn, inside, press, question } from './support/inside.js';
import {
  clinicQuestions,
  everyControl,
  inPages,
  noQuestionnaire,
  partlyUnderstood,
} from './support/questionnaires.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';

const meta = {
  title: 'Rating scale/Questionnaires of the portal',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'The property `questionnaire` takes a FHIR R4 `Questionnaire`. What of it was not understood stands in the property `problems`.',
      },
    },
  },
  render: (args) => rating(args, { questionnaire: clinicQuestions }),
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

/** Choices, several choices, a number, yes or no, and text. */
export const QuestionsOfAClinic: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, 'How was the pace?', /Just right/);
    const practised = within(await question(widget, 'What did we practise?'));
    await userEvent.click(practised.getByRole('checkbox', { name: 'Walking' }));
    await userEvent.click(practised.getByRole('checkbox', { name: 'Cooking' }));
    await choose(widget, 'Did you practise alone?', 'No');
    await userEvent.type(widget.getByRole('textbox', { name: /how many days/ }), '0');
    await userEvent.type(widget.getByRole('textbox', { name: /next time/ }), 'Stairs');
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.answers).toEqual({
      pace: 'right',
      practised: ['walk', 'cook'],
      alone: false,
      days: 0,
      wish: 'Stairs',
    });
    await expect(element?.problems).toEqual([]);
  },
};

/** What is typed and cannot be taken stays in the field, with the reason. */
export const NumberOutOfRange: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const days = await widget.findByRole('textbox', { name: /how many days/ });
    await userEvent.type(days, '9');
    await expect(await widget.findByText('Write a number that is 7 or less.')).toBeVisible();
    await expect(days).toHaveValue('9');
    await expect(elementsIn(canvasElement, 'alliance-rating')[0]?.answers).toEqual({});
  },
};

export const QuestionsOneAtATime: Story = {
  args: { pace: 'one' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Step 1 of 5')).toBeVisible();
    await expect(widget.getByText('These questions are about today only.')).toBeVisible();
  },
};

/** What the widget cannot show is named, and the rest can be answered. */
export const PartlyUnderstood: Story = {
  render: (args) => rating(args, { questionnaire: partlyUnderstood }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    // An unknown type, and options from a value set that is elsewhere: neither may be asked
    await expect(await widget.findAllByText(/^This question cannot be shown here/)).toHaveLength(2);
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.problems.map(({ reason }) => reason)).toEqual([
      'unsupported-type',
      'unsupported-value-set',
    ]);
  },
};

export const Unreadable: Story = {
  render: (args) => rating(args, { questionnaire: noQuestionnaire }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(
      await widget.findByRole('heading', { name: 'These questions cannot be shown' }),
    ).toBeVisible();
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(element?.problems).toEqual([{ reason: 'not-a-questionnaire', value: 'Patient' }]);
  },
};

/** A Questionnaire that names pages is shown page by page; easy mode shows one question a screen all the same. */
export const Pages: Story = {
  render: (args) => rating(args, { questionnaire: inPages }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Step 1 of 2')).toBeVisible();
    await expect(widget.getByText('This one needs an answer.')).toBeVisible();
    await choose(widget, 'Did you sleep well?', 'Most days');
    await press(widget, 'Next');
    await expect(await widget.findByRole('heading', { name: 'About next time' })).toBeVisible();
  },
};

/** Sliders, a ruler, a list that folds, own words beside options, amounts, days, and a table. */
export const EveryControl: Story = {
  render: (args) => rating(args, { questionnaire: everyControl }),
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    await expect(await widget.findByText('No answer yet')).toBeVisible();
    await userEvent.click(widget.getByRole('button', { name: 'More: How much pain do you have?' }));
    await userEvent.selectOptions(widget.getByRole('combobox', { name: 'Where do you live?' }), 'City');
    await userEvent.type(widget.getByRole('textbox', { name: /Something else/ }), 'Singing');
    await choose(widget, 'Do you live alone?', 'No');
    await userEvent.type(await widget.findByRole('textbox', { name: 'With whom?' }), 'My sister');
    await expect(element?.answers).toEqual({
      pain: 0,
      place: 'city',
      help: 'Singing',
      alone: false,
      whom: 'My sister',
    });
    await expect(element?.problems).toEqual([]);
  },
};
