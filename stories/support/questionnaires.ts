import type { Questionnaire } from '../../src/index.js';

const option = (code: string, display: string, score?: number) => ({
  ...(score === undefined
    ? {}
    : {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: score }],
      }),
  valueCoding: { system: 'https://example.org/answers', code, display },
});

/** A clinic's own questions: choices, a number, yes or no, and text. */
export const clinicQuestions: Questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  url: 'https://example.org/Questionnaire/after-the-visit',
  version: '2',
  language: 'en',
  title: 'After your visit',
  item: [
    { linkId: 'welcome', type: 'display', text: 'These questions are about today only.' },
    {
      linkId: 'pace',
      type: 'choice',
      text: 'How was the pace?',
      required: true,
      answerOption: [
        option('slow', 'Too slow', 0),
        option('right', 'Just right', 1),
        option('fast', 'Too fast', 2),
      ],
    },
    {
      linkId: 'practised',
      type: 'choice',
      repeats: true,
      text: 'What did we practise?',
      answerOption: [option('walk', 'Walking'), option('talk', 'Talking'), option('cook', 'Cooking')],
    },
    {
      linkId: 'home',
      type: 'group',
      text: 'At home',
      item: [
        {
          linkId: 'days',
          type: 'integer',
          text: 'On how many days did you practise?',
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
            { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 7 },
          ],
        },
        { linkId: 'alone', type: 'boolean', text: 'Did you practise alone?' },
      ],
    },
    { linkId: 'wish', type: 'text', text: 'What would you like to do next time?', maxLength: 200 },
  ],
};

/** Parts that the widget does not know: another type of item, a value set, a condition. */
export const partlyUnderstood: Questionnaire = {
  ...clinicQuestions,
  url: 'https://example.org/Questionnaire/with-more',
  item: [
    ...(clinicQuestions.item ?? []).slice(1, 2),
    { linkId: 'photo', type: 'attachment', text: 'A photo of your exercise sheet' },
    {
      linkId: 'place',
      type: 'choice',
      text: 'Where did you practise?',
      answerValueSet: 'https://example.org/ValueSet/places',
    },
    {
      linkId: 'pain',
      type: 'boolean',
      text: 'Did it hurt?',
      enableWhen: [
        {
          question: 'pace',
          operator: '=',
          answerCoding: { system: 'https://example.org/answers', code: 'fast' },
        },
      ],
    },
  ],
};

/** Something else than a Questionnaire, as a wrong address could give it. */
export const noQuestionnaire = { resourceType: 'Patient', id: 'ana' } as unknown as Questionnaire;

const coreExtension = (name: string, value: object): object => ({
  url: `http://hl7.org/fhir/StructureDefinition/${name}`,
  ...value,
});
const control = (code: string): object =>
  coreExtension('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code }] } });
const often = ['Never', 'Some days', 'Most days', 'Every day'].map((words, index) =>
  option(String(index), words),
);

const page = (linkId: string, text: string, ...item: readonly object[]): object => ({
  ...{ linkId, type: 'group', text, item },
  extension: [control('page')],
});

/** Two pages, as the Questionnaire itself wants them. */
export const inPages = {
  resourceType: 'Questionnaire',
  status: 'active',
  language: 'en',
  title: 'In two steps',
  item: [
    page(
      'today',
      'About today',
      { linkId: 'sleep', type: 'choice', text: 'Did you sleep well?', answerOption: often, required: true },
      { linkId: 'tired', type: 'boolean', text: 'Are you tired now?' },
    ),
    page('next', 'About next time', { linkId: 'wish', type: 'text', text: 'What would you like to do?' }),
  ],
} as unknown as Questionnaire;

/** A question for every control that a Questionnaire can ask for. */
export const everyControl = {
  resourceType: 'Questionnaire',
  status: 'active',
  language: 'en',
  title: 'Every kind of question',
  item: [
    {
      linkId: 'pain',
      type: 'integer',
      text: 'How much pain do you have?',
      extension: [
        control('slider'),
        coreExtension('minValue', { valueInteger: 0 }),
        coreExtension('maxValue', { valueInteger: 10 }),
      ],
      item: [
        { linkId: 'pain-low', type: 'display', text: 'No pain', extension: [control('lower')] },
        { linkId: 'pain-high', type: 'display', text: 'The worst pain', extension: [control('upper')] },
      ],
    },
    {
      linkId: 'sure',
      type: 'choice',
      text: 'How sure are you?',
      extension: [coreExtension('questionnaire-choiceOrientation', { valueCode: 'horizontal' })],
      answerOption: [...Array(11).keys()].map((number) => option(String(number), String(number))),
    },
    {
      linkId: 'place',
      type: 'choice',
      text: 'Where do you live?',
      extension: [control('drop-down')],
      answerOption: [option('town', 'Town'), option('city', 'City')],
    },
    {
      linkId: 'help',
      type: 'open-choice',
      text: 'What helps you most?',
      answerOption: [option('walk', 'Walking'), option('music', 'Music')],
    },
    { linkId: 'since', type: 'date', text: 'When did it begin?' },
    {
      linkId: 'alone',
      type: 'boolean',
      text: 'Do you live alone?',
      item: [
        {
          linkId: 'whom',
          type: 'string',
          text: 'With whom?',
          enableWhen: [{ question: 'alone', operator: '=', answerBoolean: false }],
        },
      ],
    },
    {
      linkId: 'often',
      type: 'group',
      text: 'How often did you …',
      extension: [control('table')],
      item: [
        { linkId: 'sleep', type: 'choice', text: 'sleep well', answerOption: often },
        { linkId: 'out', type: 'choice', text: 'go out', answerOption: often },
      ],
    },
  ],
} as unknown as Questionnaire;
