import { aid, coded, control, core, type Case } from './case.js';

const q = (more: object): object => ({ linkId: 'q', text: 'Asked', ...more });
const three = [coded('a', 'One'), coded('b', 'Two'), coded('c', 'Three')];
const system = 'https://example.org/c';
const concepts = [
  { code: 'a', display: 'One', extension: [core('ordinalValue', { valueDecimal: 0 })] },
  { code: 'b', display: 'Two', extension: [core('ordinalValue', { valueDecimal: 1 })] },
];
const valueSet = (id: string, more: object): object => ({
  resourceType: 'ValueSet',
  id,
  status: 'active',
  ...more,
});

export const choices: readonly Case[] = [
  {
    name: 'a choice without any control',
    items: [q({ type: 'choice', answerOption: three })],
    shows: [
      ['radiogroup', 'Asked'],
      ['radio', 'Two'],
    ],
  },
  {
    name: 'radio buttons side by side',
    items: [
      q({
        type: 'choice',
        answerOption: three,
        extension: [
          control('radio-button'),
          core('questionnaire-choiceOrientation', { valueCode: 'horizontal' }),
        ],
      }),
    ],
    reads: { q: { control: 'radio-button', orientation: 'horizontal' } },
    shows: [['radio', 'One']],
  },
  {
    name: 'a control with the wrong system',
    items: [
      q({ type: 'choice', answerOption: three, extension: [control('drop-down', 'https://wrong.example')] }),
    ],
    reads: { q: { control: 'drop-down' } },
    shows: [['combobox', 'Asked']],
  },
  {
    name: 'an autocomplete',
    items: [q({ type: 'choice', answerOption: three, extension: [control('autocomplete')] })],
    shows: [['combobox', 'Asked']],
  },
  {
    name: 'check boxes, of which one stands alone',
    items: [
      q({
        type: 'choice',
        repeats: true,
        extension: [control('check-box')],
        answerOption: [
          ...three,
          coded('none', 'None of these', {
            extension: [core('questionnaire-optionExclusive', { valueBoolean: true })],
          }),
        ],
      }),
    ],
    shows: [
      ['checkbox', 'One'],
      ['checkbox', 'None of these'],
    ],
    says: ['You can choose more than one.'],
  },
  {
    name: 'an open choice',
    items: [q({ type: 'open-choice', answerOption: three })],
    shows: [
      ['radio', 'One'],
      ['textbox', /Something else/],
    ],
  },
  {
    name: 'an open choice of several',
    items: [q({ type: 'open-choice', repeats: true, answerOption: three })],
    shows: [
      ['checkbox', 'One'],
      ['textbox', /Something else/],
    ],
  },
  {
    name: 'options with prefixes',
    items: [
      q({
        type: 'choice',
        answerOption: [
          coded('a', 'One', { extension: [core('questionnaire-optionPrefix', { valueString: 'a)' })] }),
          coded('b', 'Two'),
        ],
      }),
    ],
    shows: [['radio', 'a) One']],
  },
  {
    name: 'numbers, days and times as options',
    items: [
      {
        linkId: 'n',
        type: 'integer',
        text: 'How many',
        answerOption: [{ valueInteger: 0 }, { valueInteger: 1 }],
      },
      { linkId: 'd', type: 'date', text: 'Which day', answerOption: [{ valueDate: '2024-02-29' }] },
      { linkId: 't', type: 'time', text: 'When', answerOption: [{ valueTime: '10:42:00' }] },
      { linkId: 's', type: 'string', text: 'Which', answerOption: [{ valueString: 'This' }] },
    ],
    shows: [
      ['radio', '0'],
      ['radio', '2024-02-29'],
      ['radio', '10:42:00'],
      ['radio', 'This'],
    ],
  },
  {
    name: 'an option chosen beforehand',
    items: [q({ type: 'choice', answerOption: [coded('a'), coded('b', 'Two', { initialSelected: true })] })],
    reads: { q: { initial: [{ system, code: 'b', display: 'Two' }] } },
  },
  {
    name: 'options without a system',
    items: [q({ type: 'choice', answerOption: [{ valueCoding: { code: 'a', display: 'One' } }] })],
    shows: [['radio', 'One']],
  },
  {
    name: 'two options that mean the same',
    items: [q({ type: 'choice', answerOption: [coded('a', 'One'), coded('a', 'Again'), coded('b')] })],
    shows: [['radio', 'One']],
    hides: ['Again'],
  },
  {
    name: 'a contained value set, composed, with scores on its concepts',
    items: [q({ type: 'choice', answerValueSet: '#v' })],
    more: { contained: [valueSet('v', { compose: { include: [{ system, concept: concepts }] } })] },
    reads: {
      q: {
        options: [
          { value: { system, code: 'a', display: 'One' }, label: { text: 'One', lang: undefined }, score: 0 },
          { value: { system, code: 'b', display: 'Two' }, label: { text: 'Two', lang: undefined }, score: 1 },
        ],
      },
    },
  },
  {
    name: 'a contained value set, expanded, with a heading that cannot be chosen',
    items: [q({ type: 'choice', answerValueSet: '#v' })],
    more: {
      contained: [
        valueSet('v', {
          expansion: {
            contains: [
              { display: 'Heading', abstract: true, contains: [{ system, code: 'a', display: 'One' }] },
              { system, code: 'b', display: 'Two' },
            ],
          },
        }),
      ],
    },
    shows: [
      ['radio', 'One'],
      ['radio', 'Two'],
    ],
    hides: ['Heading'],
  },
  {
    name: 'a value set that takes in another, without what is excluded',
    items: [q({ type: 'choice', answerValueSet: '#outer' })],
    more: {
      contained: [
        valueSet('outer', {
          compose: { include: [{ valueSet: ['#inner'] }], exclude: [{ system, concept: [{ code: 'b' }] }] },
        }),
        valueSet('inner', { compose: { include: [{ system, concept: concepts }] } }),
      ],
    },
    shows: [['radio', 'One']],
    hides: ['Two'],
  },
  {
    name: 'a value set of a contained code system',
    items: [q({ type: 'choice', answerValueSet: '#v' })],
    more: {
      contained: [
        valueSet('v', { compose: { include: [{ system }] } }),
        {
          resourceType: 'CodeSystem',
          id: 's',
          url: system,
          status: 'active',
          content: 'complete',
          concept: concepts,
        },
      ],
    },
    shows: [
      ['radio', 'One'],
      ['radio', 'Two'],
    ],
  },
  {
    name: 'value sets that take in each other in a circle',
    items: [q({ type: 'choice', answerValueSet: '#a' })],
    more: {
      contained: [
        valueSet('a', { compose: { include: [{ valueSet: ['#b'] }] } }),
        valueSet('b', { compose: { include: [{ valueSet: ['#a'] }] } }),
      ],
    },
    problems: ['unsupported-value-set'],
    says: ['Asked', 'This question cannot be shown here.'],
  },
  {
    name: 'a value set of which one part is filtered, and so not known here',
    items: [q({ type: 'choice', answerValueSet: '#v' })],
    more: {
      contained: [
        valueSet('v', {
          compose: {
            include: [
              { system, concept: concepts },
              { system: 'https://example.org/d', filter: [{ property: 'p', op: '=', value: 'v' }] },
            ],
          },
        }),
      ],
    },
    problems: ['unsupported-value-set'],
    shows: [['radio', 'One']],
  },
  {
    name: 'what two value sets have in common, with codes under codes',
    items: [q({ type: 'choice', answerValueSet: '#both' })],
    more: {
      contained: [
        valueSet('both', { compose: { include: [{ valueSet: ['#all', '#some'] }] } }),
        valueSet('all', { compose: { include: [{ system }] } }),
        valueSet('some', { compose: { include: [{ system, concept: [{ code: 'b', display: 'Two' }] }] } }),
        {
          resourceType: 'CodeSystem',
          id: 's',
          url: system,
          status: 'active',
          content: 'complete',
          concept: [{ code: 'a', display: 'One', concept: [{ code: 'b', display: 'Two' }] }],
        },
      ],
    },
    shows: [['radio', 'Two']],
    hides: ['One'],
  },
  {
    name: 'value sets that include each other again and again',
    items: [q({ type: 'choice', answerValueSet: '#v40' })],
    more: {
      contained: [
        valueSet('v0', { compose: { include: [{ system, concept: concepts }] } }),
        ...Array.from({ length: 40 }, (_, index) =>
          valueSet(`v${String(index + 1)}`, {
            compose: { include: [1, 2, 3].map(() => ({ valueSet: [`#v${String(index)}`] })) },
          }),
        ),
      ],
    },
    shows: [['radio', 'One']],
  },
  {
    name: 'an option, a control and an extension that are not known',
    items: [
      q({
        type: 'choice',
        answerOption: [...three, { valueReference: { reference: 'Patient/1' } }],
        extension: [control('gyroscope'), { url: 'https://example.org/unknown', valueBoolean: true }],
      }),
    ],
    problems: ['unsupported-extension', 'unsupported-control', 'unsupported-option'],
    shows: [['radio', 'One']],
  },
  {
    name: 'a value set that is elsewhere',
    items: [q({ type: 'choice', answerValueSet: 'https://example.org/ValueSet/v' })],
    problems: ['unsupported-value-set'],
    says: ['This question cannot be shown here.'],
  },
  {
    name: 'a table of questions on one scale',
    items: [
      {
        linkId: 'g',
        type: 'group',
        text: 'How often',
        extension: [control('table')],
        item: [
          { linkId: 'r1', type: 'choice', text: 'First row', answerOption: three },
          { linkId: 'r2', type: 'choice', text: 'Second row', answerOption: three },
        ],
      },
    ],
    reads: { r1: { orientation: 'horizontal' }, r2: { orientation: 'horizontal' } },
    shows: [
      ['heading', 'How often'],
      ['radiogroup', 'First row'],
      ['radiogroup', 'Second row'],
    ],
  },
  {
    name: 'pages',
    items: [
      {
        linkId: 'p1',
        type: 'group',
        text: 'First page',
        extension: [control('page')],
        item: [
          { linkId: 'a', type: 'boolean', text: 'Asked a' },
          { linkId: 'b', type: 'boolean', text: 'Asked b' },
        ],
      },
      {
        linkId: 'p2',
        type: 'group',
        text: 'Second page',
        extension: [control('page')],
        item: [{ linkId: 'c', type: 'boolean', text: 'Asked c' }],
      },
    ],
    shows: [
      ['heading', 'First page'],
      ['radiogroup', 'Asked a'],
      ['radiogroup', 'Asked b'],
      ['button', 'Next'],
    ],
    says: ['Step 1 of 2'],
    hides: ['Second page', 'Asked c'],
  },
  {
    name: 'help, a prompt and a fly-over',
    items: [
      q({
        type: 'choice',
        answerOption: three,
        item: [
          aid('h', 'help', 'Take your time.'),
          aid('f', 'flyover', 'More about this.'),
          aid('p', 'prompt', 'Choose.'),
          {
            linkId: 'i',
            type: 'display',
            text: 'Think of today.',
            extension: [
              core('questionnaire-displayCategory', {
                valueCodeableConcept: { coding: [{ code: 'instructions' }] },
              }),
            ],
          },
        ],
      }),
    ],
    says: ['Take your time.', 'More about this.', 'Choose.', 'Think of today.'],
    reads: {
      q: {
        hints: ['Take your time.', 'More about this.', 'Choose.', 'Think of today.'].map((words) => ({
          text: words,
          lang: undefined,
        })),
      },
    },
  },
];
