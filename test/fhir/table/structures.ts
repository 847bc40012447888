import { control, coded, core, SDC, type Case } from './case.js';

const text = (linkId: string, more: object = {}): object => ({
  linkId,
  type: 'string',
  text: `Asked ${linkId}`,
  ...more,
});
const when = (question: string, operator: string, answer: object): object => ({
  question,
  operator,
  ...answer,
});
const translated = (lang: string, content: string): object => ({
  extension: [
    core('translation', {
      extension: [
        { url: 'lang', valueCode: lang },
        { url: 'content', valueString: content },
      ],
    }),
  ],
});

export const structures: readonly Case[] = [
  {
    name: 'notes, groups, a page and prefixes',
    items: [
      { linkId: 'hello', type: 'display', text: 'Welcome.' },
      {
        linkId: 'p',
        type: 'group',
        text: 'Page one',
        extension: [control('page')],
        item: [text('a', { prefix: '1.' })],
      },
    ],
    shows: [
      ['heading', 'Page one'],
      ['textbox', '1. Asked a'],
    ],
    says: ['Welcome.'],
  },
  {
    name: 'a question under a question',
    items: [text('a', { item: [text('a.1', { item: [text('a.1.1')] })] })],
    shows: [
      ['textbox', 'Asked a'],
      ['textbox', 'Asked a.1'],
      ['textbox', 'Asked a.1.1'],
    ],
  },
  {
    name: 'a hidden question with its value',
    items: [
      text('a'),
      text('secret', {
        initial: [{ valueString: 'v1' }],
        extension: [core('questionnaire-hidden', { valueBoolean: true })],
      }),
    ],
    reads: { secret: { isHidden: true, initial: ['v1'] } },
    hides: ['Asked secret'],
  },
  {
    name: 'a condition that does not hold yet',
    items: [text('a'), text('b', { enableWhen: [when('a', 'exists', { answerBoolean: true })] })],
    shows: [['textbox', 'Asked a']],
    hides: ['Asked b'],
  },
  {
    name: 'conditions of which any is enough',
    items: [
      { linkId: 'n', type: 'integer', text: 'Number', initial: [{ valueInteger: 0 }] },
      text('b', {
        enableBehavior: 'any',
        enableWhen: [when('n', '>', { answerInteger: 5 }), when('n', '<=', { answerInteger: 0 })],
      }),
      text('c', {
        enableBehavior: 'all',
        enableWhen: [when('n', '>', { answerInteger: 5 }), when('n', '<=', { answerInteger: 0 })],
      }),
    ],
    shows: [['textbox', 'Asked b']],
    hides: ['Asked c'],
  },
  {
    name: 'a condition on a code, for a whole group',
    items: [
      {
        linkId: 'c',
        type: 'choice',
        text: 'Choose',
        answerOption: [coded('y', 'Yes please'), coded('n', 'No thanks')],
        initial: [{ valueCoding: { system: 'https://example.org/c', code: 'y' } }],
      },
      {
        linkId: 'g',
        type: 'group',
        text: 'More',
        enableWhen: [when('c', '=', { answerCoding: { system: 'https://example.org/c', code: 'y' } })],
        item: [text('a')],
      },
    ],
    shows: [
      ['heading', 'More'],
      ['textbox', 'Asked a'],
    ],
  },
  {
    name: 'a condition on a question that is not there',
    items: [text('a'), text('b', { enableWhen: [when('nowhere', '=', { answerString: 'x' })] })],
    problems: ['unknown-question'],
    hides: ['Asked b'],
  },
  {
    name: 'a condition that we do not understand',
    items: [text('b', { enableWhen: [when('a', 'sometimes', { answerString: 'x' })] })],
    problems: ['unsupported-condition'],
    says: ['Asked b', 'This question cannot be shown here.'],
  },
  {
    name: 'a condition in FHIRPath',
    items: [
      text('b', {
        extension: [
          {
            url: `${SDC}/sdc-questionnaire-enableWhenExpression`,
            valueExpression: { language: 'text/fhirpath', expression: 'true' },
          },
        ],
      }),
    ],
    problems: ['unsupported-expression'],
    says: ['This question cannot be shown here.'],
  },
  {
    name: 'words in another language',
    language: 'es',
    items: [text('a', { _text: translated('es', '¿Qué tal?') })],
    more: { language: 'en', title: 'Visit', _title: translated('es', 'Visita') },
    reads: { a: { label: { text: '¿Qué tal?', lang: 'es' } } },
  },
  {
    name: 'a language that has no translation',
    language: 'ar',
    items: [text('a', { _text: translated('es', '¿Qué tal?') })],
    more: { language: 'en' },
    reads: { a: { label: { text: 'Asked a', lang: 'en' } } },
  },
  {
    name: 'rich text, with its plain form',
    items: [
      text('a', { _text: { extension: [core('rendering-markdown', { valueMarkdown: 'Asked **a**' })] } }),
    ],
    reads: {
      a: { label: { text: 'Asked a', lang: undefined, rich: { format: 'markdown', source: 'Asked **a**' } } },
    },
    shows: [['textbox', 'Asked a']],
  },
  {
    name: 'whose it is',
    items: [text('a')],
    more: { copyright: '© The clinic', title: 'After your visit' },
    says: ['© The clinic', 'After your visit'],
  },
  {
    name: 'a group that may be answered several times',
    items: [{ linkId: 'g', type: 'group', text: 'Medicines', repeats: true, item: [text('a')] }],
    problems: ['unsupported-repeats'],
    shows: [['textbox', 'Asked a']],
  },
  {
    name: 'two items with one linkId',
    items: [text('a'), text('a', { text: 'Second' })],
    problems: ['duplicate-link-id'],
    hides: ['Second'],
  },
  {
    name: 'an item without a linkId',
    items: [{ type: 'string', text: 'Lost' }, text('a')],
    problems: ['missing-link-id'],
    hides: ['Lost'],
  },
  {
    name: 'a Questionnaire of STU3',
    items: [
      { linkId: 'a', type: 'choice', text: 'Asked a', option: [coded('x', 'One')] },
      text('b', { enableWhen: [{ question: 'a', hasAnswer: false }] }),
    ],
    problems: ['other-version'],
    shows: [
      ['radio', 'One'],
      ['textbox', 'Asked b'],
    ],
  },
  {
    name: 'a Questionnaire of R5',
    items: [
      {
        linkId: 'a',
        type: 'coding',
        text: 'Asked a',
        answerConstraint: 'optionsOrString',
        answerOption: [coded('x', 'One')],
      },
    ],
    problems: ['other-version'],
    shows: [
      ['radio', 'One'],
      ['textbox', /Something else/],
    ],
  },
  {
    name: 'an extension that changes how it looks, and that we do not follow',
    items: [text('a', { extension: [core('rendering-style', { valueString: 'color: red' })] })],
    problems: ['unsupported-extension'],
    shows: [['textbox', 'Asked a']],
  },
  { name: 'nothing at all', items: [], says: ['Send'] },
];
