import { expect } from '@open-wc/testing';
import { absent, answered, noAnswers } from '../../../src/domain/answers/answer.js';
import type { QuestionnaireResponse, QuestionnaireResponseItem } from '../../../src/fhir/resource.js';
import { readAnswersOf } from '../../../src/fhir/response/response-reader.js';
import { writeResponse } from '../../../src/fhir/response/response-writer.js';
import { COMPLETION, deepFreeze, DEGREE, details, DIRECTION, own, readItems } from '../build.js';

/*
 * Writing onto a response that another system has worked on.
 */

const three = own('session-alliance-brief');
const foreign = { url: 'https://example.org/note', valueString: 'theirs' };
const coding = (code: string): { system: string; code: string } => ({ system: DEGREE, code });

const stored: QuestionnaireResponse = deepFreeze({
  resourceType: 'QuestionnaireResponse',
  id: '77',
  meta: { versionId: '3', tag: [{ code: 'theirs' }] },
  text: { status: 'generated', div: '<div>Old answers</div>' },
  contained: [{ resourceType: 'Patient', id: 'p' }],
  extension: [foreign, { url: DIRECTION, valueCode: 'rtl' }, { url: COMPLETION, valueCode: 'proxy' }],
  identifier: { system: 'https://example.org/ids', value: 'their-id' },
  basedOn: [{ reference: 'ServiceRequest/5' }],
  questionnaire: 'https://example.org/old|1',
  status: 'completed',
  subject: { reference: 'Patient/1', display: 'Ana' },
  author: { reference: 'Practitioner/4' },
  encounter: { reference: 'Encounter/3' },
  source: { reference: 'Patient/1' },
  authored: '2024-01-01',
  item: [
    { linkId: 'their-item', answer: [{ valueString: 'kept' }] },
    {
      linkId: 'trust',
      definition: 'https://example.org/def',
      extension: [foreign],
      answer: [{ id: 'a1', extension: [foreign], valueCoding: { ...coding('1'), display: 'A little' } }],
    },
  ],
});

const itemOf = (response: QuestionnaireResponse, linkId: string): QuestionnaireResponseItem | undefined =>
  response.item?.find((item) => item.linkId === linkId);

describe('writing onto a stored response', () => {
  const patched = writeResponse(three, new Map([['trust', answered(coding('0'))]]), details, stored);

  it('keeps what another system wrote', () => {
    const { id, meta, contained, basedOn } = stored;
    expect(patched).to.deep.include({ id, meta, contained, basedOn });
    expect(patched.extension).to.deep.include(foreign);
    expect(patched.item).to.deep.include(stored.item![0]);
  });

  it('keeps the identifier, so that sending again never doubles', () => {
    expect(patched.identifier).to.deep.equal(stored.identifier);
    const first = writeResponse(three, noAnswers, details);
    const second = writeResponse(three, noAnswers, { ...details, identifier: 'another' }, first);
    expect(second.identifier).to.deep.equal(first.identifier);
  });

  it('writes anew what it knows itself, each once', () => {
    expect(patched.extension).to.deep.equal([
      foreign,
      { url: DIRECTION, valueCode: 'ltr' },
      { url: COMPLETION, valueCode: 'self' },
    ]);
    expect(patched.authored).to.equal(details.authored);
    expect(patched.encounter?.reference).to.equal('Encounter/9');
    expect(patched.questionnaire).to.equal(
      'https://alliance-elements.org/fhir/Questionnaire/session-alliance-brief|2.0.0',
    );
  });

  it('drops the narrative, which tells the old answers', () => {
    expect(patched).not.to.have.property('text');
  });

  it('keeps the people where it is not told others', () => {
    const unknown = { subject: undefined, author: undefined, encounter: undefined };
    const { subject, author, encounter, source } = writeResponse(
      three,
      noAnswers,
      { ...details, ...unknown },
      stored,
    );
    expect({ subject, author, encounter, source }).to.deep.equal({
      subject: stored.subject,
      author: stored.author,
      encounter: stored.encounter,
      source: stored.source,
    });
  });

  it('puts our questions in their order, and theirs after them', () => {
    expect(patched.item?.map(({ linkId }) => linkId)).to.deep.equal([
      'trust',
      'same-goal',
      'why',
      'their-item',
    ]);
  });
});

describe('an item of a stored response', () => {
  const bond = (answers: Parameters<typeof writeResponse>[1]): QuestionnaireResponseItem | undefined =>
    itemOf(writeResponse(three, answers, details, stored), 'trust');

  it('keeps what another system wrote beside the answer', () => {
    const item = bond(new Map([['trust', answered(coding('2'))]]));
    expect(item).to.deep.include({ definition: 'https://example.org/def', extension: [foreign] });
  });

  it('takes a new answer without what was said about the old one', () => {
    expect(bond(new Map([['trust', answered(coding('2'))]]))?.answer).to.deep.equal([
      { valueCoding: coding('2') },
    ]);
  });

  it('keeps what another system said about an answer that stays', () => {
    expect(bond(new Map([['trust', answered(coding('1'))]]))?.answer).to.deep.equal([
      { id: 'a1', extension: [foreign], valueCoding: { ...coding('1'), display: 'A little' } },
    ]);
  });

  it('loses the answer that was taken back', () => {
    expect(bond(noAnswers)).not.to.have.property('answer');
    expect(bond(new Map([['trust', absent('asked-declined')]]))?.answer?.length).to.equal(1);
  });

  it('gets back an answer where there was a reason for none, without the reason', () => {
    const declined = writeResponse(three, new Map([['trust', absent('asked-declined')]]), details);
    const answeredNow = new Map([['trust', answered(coding('0'))]]);
    expect(itemOf(writeResponse(three, answeredNow, details, declined), 'trust')?.answer).to.deep.equal([
      { valueCoding: coding('0') },
    ]);
  });
});

describe('answers that only another system understands', () => {
  const { instrument } = readItems(
    { linkId: 'a', type: 'string', text: 'Asked' },
    { linkId: 'n', type: 'integer', text: 'How many' },
    { linkId: 'd', type: 'date', text: 'When' },
    { linkId: 'w', type: 'quantity', text: 'How heavy' },
    {
      linkId: 'r',
      type: 'choice',
      repeats: true,
      text: 'Which',
      answerOption: [{ valueString: 'x' }, { valueString: 'y' }],
      item: [{ linkId: 'why', type: 'string', text: 'Why' }],
    },
    {
      linkId: 'f',
      type: 'attachment',
      text: 'A file',
      item: [{ linkId: 'note', type: 'string', text: 'What is it?' }],
    },
  );
  const item: QuestionnaireResponseItem[] = [
    { linkId: 'a', text: 'Asked', answer: [{ valueReference: { reference: 'Patient/2' } }] },
    { linkId: 'n', text: 'How many', answer: [{ valueDecimal: 2.5 }] },
    { linkId: 'd', text: 'When', answer: [{ valueDateTime: '2024-01-01T10:00:00Z' }] },
    {
      linkId: 'w',
      text: 'How heavy',
      answer: [{ valueQuantity: { value: 3, comparator: '<', unit: 'kg' } }],
    },
    {
      linkId: 'r',
      text: 'Which',
      answer: [
        { valueString: 'x', item: [{ linkId: 'why', text: 'Why', answer: [{ valueString: 'first' }] }] },
        { valueString: 'y', item: [{ linkId: 'why', text: 'Why', answer: [{ valueString: 'second' }] }] },
      ],
    },
    {
      linkId: 'f',
      answer: [
        {
          valueAttachment: { title: 'photo' },
          item: [{ linkId: 'note', text: 'What is it?', answer: [{ valueString: 'a cat' }] }],
        },
      ],
    },
  ];
  const base: QuestionnaireResponse = deepFreeze({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item,
  });

  it('stay as they are where a person changes nothing', () => {
    expect(writeResponse(instrument, readAnswersOf(base), details, base).item).to.deep.equal(item);
  });

  it('stand in a response with holes as they would without', () => {
    const holes = [null, { linkId: 'a', answer: [null, { valueString: 'x' }] }];
    const given = { ...base, item: holes as unknown as QuestionnaireResponseItem[] };
    const written = writeResponse(instrument, readAnswersOf(given), details, given);
    expect(itemOf(written, 'a')?.answer).to.deep.equal([{ valueString: 'x' }]);
  });

  it('give way to what a person answers now', () => {
    const answers = new Map([...readAnswersOf(base), ['a', answered('mine')], ['note', answered('a dog')]]);
    const written = writeResponse(instrument, answers, details, base);
    expect(itemOf(written, 'a')?.answer).to.deep.equal([{ valueString: 'mine' }]);
    expect(itemOf(written, 'f')?.answer).to.deep.equal([
      {
        valueAttachment: { title: 'photo' },
        item: [{ linkId: 'note', text: 'What is it?', answer: [{ valueString: 'a dog' }] }],
      },
    ]);
  });
});

describe('what the widget cannot show', () => {
  const { instrument } = readItems(
    { linkId: 'photo', type: 'attachment', text: 'Your photo' },
    { linkId: 'g', type: 'group', item: [{ linkId: 'inner', type: 'text', text: 'Inner' }] },
  );
  const base: QuestionnaireResponse = deepFreeze({
    resourceType: 'QuestionnaireResponse',
    status: 'in-progress',
    item: [
      { linkId: 'photo', answer: [{ valueAttachment: { url: 'https://example.org/1.png' } }] },
      {
        linkId: 'g',
        extension: [foreign],
        item: [
          { linkId: 'theirs', answer: [{ valueString: 'kept' }] },
          { linkId: 'inner', extension: [foreign], answer: [{ valueString: 'old' }] },
        ],
      },
    ],
  });
  const patched = writeResponse(instrument, new Map([['inner', answered('new')]]), details, base);

  it('keeps its answer', () => {
    expect(itemOf(patched, 'photo')).to.deep.equal(base.item![0]);
  });

  it('stays in its group', () => {
    expect(itemOf(patched, 'g')).to.deep.equal({
      linkId: 'g',
      extension: [foreign],
      item: [
        { linkId: 'inner', extension: [foreign], text: 'Inner', answer: [{ valueString: 'new' }] },
        { linkId: 'theirs', answer: [{ valueString: 'kept' }] },
      ],
    });
  });

  it('keeps what another system nested under an answer that stays', () => {
    const nested = [{ linkId: 'theirs', answer: [{ valueString: 'why' }] }];
    const before = deepFreeze({
      ...base,
      item: [{ linkId: 'g', item: [{ linkId: 'inner', answer: [{ valueString: 'old', item: nested }] }] }],
    });
    const again = writeResponse(instrument, readAnswersOf(before), details, before);
    expect(itemOf(again, 'g')?.item?.[0]?.answer).to.deep.equal([{ valueString: 'old', item: nested }]);
  });
});
