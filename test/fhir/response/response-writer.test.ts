import { expect } from '@open-wc/testing';
import {
  absent,
  answered,
  noAnswers,
  type Answer,
  type Answers,
} from '../../../src/domain/answers/answer.js';
import type { QuestionnaireResponse, QuestionnaireResponseItem } from '../../../src/fhir/resource.js';
import { readAnswersOf } from '../../../src/fhir/response/response-reader.js';
import { writeResponse, type ResponseDetails } from '../../../src/fhir/response/response-writer.js';
import { ABSENT, COMPLETION, deepFreeze, DEGREE, details, DIRECTION, own, readItems } from '../build.js';

const three = deepFreeze(own('session-alliance-brief'));
const coding = (code: string): { system: string; code: string } => ({ system: DEGREE, code });

function write(
  answers: Readonly<Record<string, Answer>> = {},
  more: Partial<ResponseDetails> = {},
  base?: QuestionnaireResponse,
): QuestionnaireResponse {
  const given: Answers = new Map(Object.entries(answers));
  return writeResponse(three, given, { ...details, ...more }, base && deepFreeze(base));
}

const itemOf = (response: QuestionnaireResponse, linkId: string): QuestionnaireResponseItem | undefined =>
  response.item?.find((item) => item.linkId === linkId);

const answerIn = (response: QuestionnaireResponse, linkId: string): unknown =>
  itemOf(response, linkId)?.answer;

describe('a response', () => {
  it('says to what, by whom, about whom, when and how it was given', () => {
    expect({ ...write(), item: [] }).to.deep.equal({
      item: [],
      resourceType: 'QuestionnaireResponse',
      language: 'en',
      extension: [
        { url: DIRECTION, valueCode: 'ltr' },
        { url: COMPLETION, valueCode: 'self' },
      ],
      identifier: { system: 'https://alliance-elements.org/fhir/response-identifier', value: 'response-1' },
      questionnaire: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance-brief|2.0.0',
      status: 'completed',
      subject: { reference: 'Patient/1' },
      encounter: { reference: 'Encounter/9' },
      authored: '2025-03-04T10:42:00.000Z',
      author: { reference: 'Patient/1' },
      source: { reference: 'Patient/1' },
    });
  });

  it('has every question, in the order asked, in the words that the person saw', () => {
    expect(write().item?.map(({ linkId }) => linkId)).to.deep.equal(['trust', 'same-goal', 'why']);
    expect(itemOf(write(), 'why')?.text).to.equal('I know why we did this today.');
  });

  it('leaves out what is not known: no reference, no empty key', () => {
    const nobody = { subject: undefined, author: undefined, encounter: undefined };
    const response = write({}, nobody);
    for (const key of ['subject', 'author', 'encounter', 'source'])
      expect(response).not.to.have.property(key);
    expect(JSON.parse(JSON.stringify(response))).to.deep.equal(response);
  });

  for (const status of ['in-progress', 'completed', 'amended', 'entered-in-error'] as const) {
    it(`carries the status "${status}"`, () => expect(write({}, { status }).status).to.equal(status));
  }

  it('keeps the direction in which the degrees were shown', () => {
    const { extension } = write({}, { scaleDirection: 'rtl' });
    expect(extension).to.deep.include({ url: DIRECTION, valueCode: 'rtl' });
  });
});

describe('an answer in a response', () => {
  it('is the code that was chosen; code 0 like any other', () => {
    const display = 'No, not at all';
    const response = write({
      trust: answered({ ...coding('0'), display }),
      'same-goal': answered(coding('4')),
    });
    expect(answerIn(response, 'trust')).to.deep.equal([{ valueCoding: { ...coding('0'), display } }]);
    expect(answerIn(response, 'same-goal')).to.deep.equal([{ valueCoding: coding('4') }]);
  });

  it('is absent where there is none: the item has no "answer"', () => {
    expect(itemOf(write(), 'trust')).to.have.keys('linkId', 'text');
  });

  for (const reason of ['asked-declined', 'asked-unknown'] as const) {
    it(`carries the reason "${reason}" in place of a value`, () => {
      expect(answerIn(write({ trust: absent(reason) }), 'trust')).to.deep.equal([
        { extension: [{ url: ABSENT, valueCode: reason }] },
      ]);
    });
  }

  const { instrument } = readItems(
    { linkId: 'whole', type: 'integer' },
    { linkId: 'part', type: 'decimal' },
    { linkId: 'yes', type: 'boolean' },
    { linkId: 'words', type: 'text', text: 'Words' },
    { linkId: 'group', type: 'group', item: [{ linkId: 'inner', type: 'string' }] },
    { linkId: 'empty group', type: 'group', item: [{ linkId: 'note', type: 'display', text: 'Note' }] },
  );
  const values: readonly (readonly [linkId: string, value: number | boolean | string, written: object])[] = [
    ['whole', 0, { valueInteger: 0 }],
    ['part', 0, { valueDecimal: 0 }],
    ['part', 1.5, { valueDecimal: 1.5 }],
    ['yes', false, { valueBoolean: false }],
    ['yes', true, { valueBoolean: true }],
    ['words', 'Fine', { valueString: 'Fine' }],
  ];
  for (const [linkId, value, written] of values) {
    it(`to "${linkId}", ${JSON.stringify(value)}, is written as ${JSON.stringify(written)}`, () => {
      const response = writeResponse(instrument, new Map([[linkId, answered(value)]]), details);
      expect(answerIn(response, linkId)).to.deep.equal([written]);
    });
  }

  it('stands in the group in which it was asked', () => {
    const response = writeResponse(instrument, new Map([['inner', answered('x')]]), details);
    expect(itemOf(response, 'group')?.item).to.deep.equal([
      { linkId: 'inner', answer: [{ valueString: 'x' }] },
    ]);
  });

  it('has no empty text and no empty list beside it, which R4 forbids', () => {
    expect(JSON.stringify(writeResponse(instrument, noAnswers, details))).not.to.match(/""|\[\]/);
  });
});

describe('who answered', () => {
  const helper = { subject: 'Patient/1', author: 'RelatedPerson/2' };
  const cases: readonly (readonly [
    completion: ResponseDetails['completion'],
    source: string,
    why: string,
  ])[] = [
    ['self', 'Patient/1', 'the person'],
    ['supported', 'Patient/1', 'the person, while somebody typed'],
    ['proxy', 'RelatedPerson/2', 'somebody for them'],
  ];
  for (const [completion, source, why] of cases) {
    it(`${completion}: the source is ${why}, the author who typed`, () => {
      const response = write({}, { ...helper, completion });
      expect(response.source).to.deep.equal({ reference: source });
      expect(response.author).to.deep.equal({ reference: 'RelatedPerson/2' });
      expect(response.subject).to.deep.equal({ reference: 'Patient/1' });
      expect(response.extension).to.deep.include({ url: COMPLETION, valueCode: completion });
    });
  }
});

describe('a response that is written and read again', () => {
  it('says the same, over all kinds of answers', () => {
    const answers: Readonly<Record<string, Answer>> = {
      trust: answered({ ...coding('0'), display: 'No, not at all' }),
      'same-goal': absent('asked-declined'),
      why: absent('asked-unknown'),
    };
    expect(Object.fromEntries(readAnswersOf(deepFreeze(write(answers))))).to.deep.equal(answers);
    expect(readAnswersOf(write()).size).to.equal(0);
  });

  it('is written again without a difference', () => {
    const once = write({ trust: answered(coding('0')), 'same-goal': absent('asked-unknown') });
    const again = writeResponse(three, readAnswersOf(once), details, deepFreeze(once));
    expect(again).to.deep.equal(once);
  });
});
