import { expect } from '@open-wc/testing';
import { readAsStored } from '../../../src/fhir/response/as-stored.js';
import { isOfOtherVersion } from '../../../src/fhir/response/response-reader.js';
import type { QuestionnaireResponse } from '../../../src/fhir/resource.js';
import { own } from '../build.js';

const instrument = own('session-alliance');
const URL = instrument.url!;
const response = (more: object): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  ...more,
});

describe('the version that a response answers', () => {
  const answer = [{ valueInteger: 1 }];
  const cases: readonly [string, object, boolean][] = [
    ['is ours', { questionnaire: `${URL}|2.0.0` }, false],
    ['is older', { questionnaire: `${URL}|1.0.0` }, true],
    ['is newer', { questionnaire: `${URL}|3.0.0` }, true],
    ['is named in another way', { questionnaire: `${URL}|2` }, true],
    [
      'is not named, and it answers what we ask',
      { questionnaire: URL, item: [{ linkId: 'trust', answer }] },
      false,
    ],
    ['is not named, and it answers nothing', { questionnaire: URL, item: [{ linkId: 'bond-1' }] }, false],
    [
      'is not named, and it answers something else',
      { questionnaire: URL, item: [{ linkId: 'bond-1', answer }] },
      true,
    ],
    [
      'is not named, and it answers something else in a group',
      { questionnaire: `${URL}|`, item: [{ linkId: 'g', item: [{ linkId: 'bond-1', answer }] }] },
      true,
    ],
    ['is of another instrument', { questionnaire: 'https://example.org/q|1.0.0' }, false],
    ['is of none', {}, false],
    ['is no text', { questionnaire: 7 }, false],
  ];
  for (const [which, more, isOther] of cases) {
    it(`${which}: ${isOther ? 'another' : 'taken as ours'}`, () => {
      expect(isOfOtherVersion(instrument, response(more))).to.equal(isOther);
    });
  }

  it('cannot be told where the instrument names none', () => {
    const { version: _, ...unversioned } = instrument;
    expect(isOfOtherVersion(unversioned, response({ questionnaire: `${URL}|1.0.0` }))).to.equal(false);
  });
});

describe('a response as it is stored', () => {
  it('is read in its order, with titles, every round, and what is nested', () => {
    const items = readAsStored(
      response({
        item: [
          {
            linkId: 'g',
            text: 'Group',
            item: [{ linkId: 'a', text: 'A', answer: [{ valueString: 'one' }] }],
          },
          {
            linkId: 'g',
            text: 'Group',
            item: [{ linkId: 'a', text: 'A', answer: [{ valueString: 'two' }] }],
          },
          {
            linkId: 'b',
            text: 'B',
            answer: [
              { valueBoolean: true, item: [{ linkId: 'c', text: 'C', answer: [{ valueInteger: 0 }] }] },
            ],
          },
        ],
      }),
    );
    expect(items.map(({ text, isTitle, values }) => [text, isTitle, ...values])).to.deep.equal([
      ['Group', true],
      ['A', false, 'one'],
      ['Group', true],
      ['A', false, 'two'],
      ['B', false, true],
      ['C', false, 0],
    ]);
  });

  it('says what was left out, and what cannot be read', () => {
    const absent = {
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: 'asked-unknown',
    };
    const [open, unknown, other, ...holes] = readAsStored(
      response({
        item: [
          { linkId: 'open' },
          { linkId: 'u', answer: [{ extension: [absent] }] },
          { linkId: 'r', answer: [{ valueReference: { reference: 'Patient/1' } }] },
          null,
          { answer: 'none' },
        ],
      }),
    );
    expect(open).to.deep.include({ text: 'open', values: [], absent: undefined, isUnreadable: false });
    expect(unknown).to.deep.include({ absent: 'asked-unknown', isUnreadable: false });
    expect(other).to.deep.include({ absent: undefined, isUnreadable: true });
    expect(holes).to.deep.equal([
      { text: '', isTitle: false, values: [], absent: undefined, isUnreadable: false },
    ]);
  });
});
