import { expect } from '@open-wc/testing';
import { absent, answered, type Answer } from '../../../src/domain/answers/answer.js';
import { isQuestionnaireResponse } from '../../../src/fhir/resource.js';
import type { QuestionnaireResponse } from '../../../src/fhir/resource.js';
import { readAnswersOf, readCompletion } from '../../../src/fhir/response/response-reader.js';
import { ABSENT, COMPLETION, deepFreeze } from '../build.js';

function response(...item: unknown[]): QuestionnaireResponse {
  const items = item as NonNullable<QuestionnaireResponse['item']>;
  return deepFreeze({ resourceType: 'QuestionnaireResponse', status: 'completed', item: items });
}

const reason = (valueCode: string): object => ({ extension: [{ url: ABSENT, valueCode }] });

describe('reading the answers of a response', () => {
  const coding = { system: 's', code: '0', display: 'Never' };
  const cases: readonly (readonly [why: string, answer: readonly object[], read: Answer | undefined])[] = [
    ['a code', [{ valueCoding: coding }], answered(coding)],
    ['a code alone', [{ valueCoding: { code: '0' } }], answered({ code: '0' })],
    ['a display alone', [{ valueCoding: { display: 'Ay' } }], answered({ code: 'Ay', display: 'Ay' })],
    ['the number 0', [{ valueInteger: 0 }], answered(0)],
    ['the fraction 0', [{ valueDecimal: 0 }], answered(0)],
    ['no', [{ valueBoolean: false }], answered(false)],
    ['a text', [{ valueString: 'Fine' }], answered('Fine')],
    ['a date', [{ valueDate: '2024-02-29' }], answered('2024-02-29')],
    ['several', [{ valueInteger: 0 }, { valueInteger: 1 }], answered(0, 1)],
    ['declined', [reason('asked-declined')], absent('asked-declined')],
    ['unknown', [reason('asked-unknown')], absent('asked-unknown')],
    ['a value wins over a reason', [{ ...reason('asked-declined'), valueInteger: 0 }], answered(0)],
    ['another reason', [reason('error')], undefined],
    ['nothing', [], undefined],
    ['a code without code and display', [{ valueCoding: { system: 's' } }], undefined],
    ['a kind that we do not know', [{ valueAttachment: { url: 'x' } }], undefined],
  ];
  for (const [why, answer, read] of cases) {
    it(`${why}: ${read === undefined ? 'unanswered' : read.state}`, () => {
      expect(readAnswersOf(response({ linkId: 'q', answer })).get('q')).to.deep.equal(read);
    });
  }

  it('finds them in groups and under other answers', () => {
    const deep = { linkId: 'deep', answer: [{ valueInteger: 0 }] };
    const under = { linkId: 'under', answer: [{ valueBoolean: true, item: [deep] }] };
    expect([...readAnswersOf(response({ linkId: 'g', item: [under] })).keys()]).to.deep.equal([
      'under',
      'deep',
    ]);
  });

  it('finds none in an empty response', () => {
    expect(readAnswersOf({ resourceType: 'QuestionnaireResponse', status: 'completed' }).size).to.equal(0);
    expect(readAnswersOf(response({ linkId: 'q' })).size).to.equal(0);
  });

  for (const linkId of ['__proto__', 'constructor']) {
    it(`finds the answer to "${linkId}"`, () => {
      const answers = readAnswersOf(response({ linkId, answer: [{ valueInteger: 0 }] }));
      expect([...answers]).to.deep.equal([[linkId, answered(0)]]);
    });
  }
});

describe('reading how a response was given', () => {
  const given = (valueCode: string): QuestionnaireResponse => ({
    ...response(),
    extension: [{ url: 'x', valueCode: 'self' }, { url: COMPLETION, valueCode }],
  }); // prettier-ignore

  for (const completion of ['self', 'supported', 'proxy']) {
    it(`"${completion}"`, () => expect(readCompletion(given(completion))).to.equal(completion));
  }

  it('is open where nobody has said, or something that we do not know', () => {
    expect(readCompletion(response())).to.equal(undefined);
    expect(readCompletion(given('robot'))).to.equal(undefined);
  });
});

describe('isQuestionnaireResponse', () => {
  it('tells it from anything else', () => {
    expect(isQuestionnaireResponse(response())).to.be.true;
    for (const other of [null, undefined, '', 0, {}, [], { resourceType: 'Questionnaire' }]) {
      expect(isQuestionnaireResponse(other)).to.be.false;
    }
  });
});

describe('readCompletion', () => {
  const given = (source?: string, author?: string, subject = 'Patient/1'): QuestionnaireResponse => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    subject: { reference: subject },
    ...(source !== undefined && { source: { reference: source } }),
    ...(author !== undefined && { author: { reference: author } }),
  });

  for (const [source, author, completion] of [
    ['Patient/1', undefined, 'self'],
    ['Patient/1', 'https://fhir.example.org/Patient/1/_history/3', 'self'],
    ['Patient/1', 'RelatedPerson/2', 'supported'],
    ['RelatedPerson/2', 'RelatedPerson/2', 'proxy'],
    [undefined, 'RelatedPerson/2', undefined],
  ] as const) {
    it(`is ${completion ?? 'not known'} with source ${source ?? 'none'} and author ${author ?? 'none'}`, () => {
      expect(readCompletion(given(source, author))).to.equal(completion);
    });
  }
});
