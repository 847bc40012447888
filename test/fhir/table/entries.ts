import { aid, control, core, SDC, type Case } from './case.js';

const q = (more: object): object => ({ linkId: 'q', text: 'Asked', ...more });
const ends = (low: object, high: object): object[] => [core('minValue', low), core('maxValue', high)];
const unit = (code: string, display: string): object => ({
  valueCoding: { system: 'http://unitsofmeasure.org', code, display },
});

export const entries: readonly Case[] = [
  {
    name: 'yes or no',
    items: [q({ type: 'boolean' })],
    shows: [
      ['radio', 'Yes'],
      ['radio', 'No'],
    ],
  },
  {
    name: 'a whole number with ends, the lower being 0',
    items: [q({ type: 'integer', extension: ends({ valueInteger: 0 }, { valueInteger: 10 }) })],
    reads: { q: { minimum: 0, maximum: 10 } },
    shows: [['textbox', 'Asked']],
    says: ['A number from 0 to 10'],
  },
  {
    name: 'a slider with its ends in words, its step and its unit',
    items: [
      q({
        type: 'integer',
        extension: [
          control('slider'),
          ...ends({ valueInteger: 0 }, { valueInteger: 10 }),
          core('questionnaire-sliderStepValue', { valueInteger: 2 }),
        ],
        item: [aid('lo', 'lower', 'None'), aid('hi', 'upper', 'Most'), aid('u', 'unit', 'points')],
      }),
    ],
    reads: { q: { control: 'slider', step: 2 } },
    shows: [
      ['slider', 'Asked'],
      ['button', 'Less: Asked'],
      ['button', 'More: Asked'],
    ],
    says: ['None', 'Most', 'No answer yet'],
  },
  {
    name: 'a slider without ends and step',
    items: [q({ type: 'decimal', extension: [control('slider')] })],
    shows: [['slider', 'Asked']],
    says: ['0', '100', 'No answer yet'],
  },
  {
    name: 'a spinner',
    items: [q({ type: 'integer', extension: [control('spinner')] })],
    shows: [
      ['textbox', 'Asked'],
      ['button', 'More: Asked'],
    ],
  },
  {
    name: 'a decimal with a unit beside it',
    items: [q({ type: 'decimal', extension: [core('questionnaire-unit', unit('kg', 'kilos'))] })],
    shows: [['textbox', 'Asked']],
    says: ['kilos'],
  },
  {
    name: 'an amount in a choice of units',
    items: [
      q({
        type: 'quantity',
        extension: [
          core('questionnaire-unitOption', unit('kg', 'kilos')),
          core('questionnaire-unitOption', unit('g', 'grams')),
        ],
      }),
    ],
    reads: {
      q: {
        units: [
          { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kilos' },
          { system: 'http://unitsofmeasure.org', code: 'g', display: 'grams' },
        ],
      },
    },
    shows: [
      ['textbox', 'Asked'],
      ['combobox', 'Unit'],
    ],
  },
  {
    name: 'a line of text with its greatest length and the form of its entry',
    items: [
      q({ type: 'string', maxLength: 10, extension: [core('entryFormat', { valueString: 'AB-123' })] }),
    ],
    reads: { q: { maxLength: 10 } },
    shows: [['textbox', 'Asked']],
    says: ['AB-123'],
  },
  {
    name: 'a long text',
    items: [q({ type: 'text', extension: [control('text-box')] })],
    shows: [['textbox', 'Asked']],
  },
  {
    name: 'a text that may be given several times',
    items: [q({ type: 'string', repeats: true, initial: [{ valueString: 'one' }, { valueString: 'two' }] })],
    shows: [
      ['textbox', /Asked Answer 1/],
      ['textbox', /Asked Answer 3/],
    ],
  },
  {
    name: 'a day between two years',
    items: [
      q({ type: 'date', extension: ends({ valueDate: '2020' }, { valueDate: '2021' }) }),
      {
        ...q({ type: 'dateTime', extension: ends({ valueDateTime: '2022' }, { valueDateTime: '2023' }) }),
        linkId: 'r',
      },
    ],
    reads: { q: { earliest: '2020', latest: '2021' }, r: { earliest: '2022', latest: '2023' } },
  },
  {
    name: 'a day between two days',
    items: [q({ type: 'date', extension: ends({ valueDate: '2024-01-01' }, { valueDate: '2024-12-31' }) })],
    reads: { q: { earliest: '2024-01-01', latest: '2024-12-31' } },
    shows: [['textbox', 'Asked']],
  },
  { name: 'a day with its time', items: [q({ type: 'dateTime' })], shows: [['textbox', 'Asked']] },
  { name: 'a time', items: [q({ type: 'time' })], shows: [['textbox', 'Asked']] },
  { name: 'an address on the web', items: [q({ type: 'url' })], shows: [['textbox', 'Asked']] },
  {
    name: 'initial values, 0 and false included',
    items: [
      { linkId: 'n', type: 'integer', text: 'Number', initial: [{ valueInteger: 0 }] },
      { linkId: 'b', type: 'boolean', text: 'Really', initial: [{ valueBoolean: false }] },
    ],
    reads: { n: { initial: [0] }, b: { initial: [false] } },
  },
  {
    name: 'an initial value that cannot be an answer',
    items: [q({ type: 'integer', initial: [{ valueString: 'many' }] })],
    reads: { q: { initial: undefined } },
    problems: ['wrong-value'],
  },
  {
    name: 'a question that must be answered',
    items: [q({ type: 'string', required: true })],
    reads: { q: { required: true } },
    says: ['This one needs an answer.'],
  },
  {
    name: 'a question that only shows its answer',
    items: [q({ type: 'string', readOnly: true, initial: [{ valueString: 'Given' }] })],
    reads: { q: { readOnly: true } },
    hides: ['I don’t know', 'Clear answer'],
  },
  {
    name: 'a calculated answer that nobody works out',
    items: [
      q({
        type: 'integer',
        required: true,
        extension: [
          {
            url: `${SDC}/sdc-questionnaire-calculatedExpression`,
            valueExpression: { language: 'text/fhirpath', expression: '1 + 1' },
          },
        ],
      }),
    ],
    problems: ['unsupported-expression'],
    says: ['This cannot be worked out here.'],
    hides: ['needs an answer', 'I don’t know'],
  },
  {
    name: 'a type that we do not know, with a question under it',
    items: [q({ type: 'attachment', item: [{ linkId: 'below', type: 'text', text: 'Below' }] })],
    problems: ['unsupported-type'],
    shows: [['textbox', 'Below']],
    says: ['This question cannot be shown here.'],
  },
];
