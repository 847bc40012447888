import { expect } from '@open-wc/testing';
import { identityOf } from '../../../src/domain/instrument/instrument.js';
import { readQuestionnaire } from '../../../src/fhir/questionnaire/questionnaire-reader.js';
import type { Questionnaire } from '../../../src/fhir/resource.js';

type Item = NonNullable<Questionnaire['item']>[number];

const asking = (text: string, more: Partial<Item> = {}, of: object = {}): Questionnaire => ({
  resourceType: 'Questionnaire',
  status: 'active',
  item: [{ linkId: 'q', type: 'boolean', text, ...more }],
  ...of,
});
const identity = (questionnaire: Questionnaire, language = 'en'): string =>
  identityOf(readQuestionnaire(questionnaire, { language }).instrument!);

describe('Questionnaires without url and id', () => {
  const tea = asking('Do you like tea?');

  it('are told apart by their words, their options, and what these refer to', () => {
    const option = (display: string): Partial<Item> => ({
      type: 'choice',
      answerOption: [{ valueCoding: { code: 'a', display } }],
    });
    const set = (display: string) => ({
      contained: [
        {
          resourceType: 'ValueSet',
          id: 's',
          status: 'active',
          compose: { include: [{ concept: [{ code: 'a', display }] }] },
        },
      ],
    });
    const other = [
      tea,
      asking('Are you afraid of somebody at home?'),
      asking('Do you like tea?', option('Green')),
      asking('Do you like tea?', option('Black')),
      asking('Do you like tea?', { type: 'choice', answerValueSet: '#s' }, set('Green')),
      asking('Do you like tea?', { type: 'choice', answerValueSet: '#s' }, set('Black')),
      asking('Do you like tea?', {}, { title: 'At home' }),
    ];
    expect(new Set(other.map((one) => identity(one))).size).to.equal(other.length);
  });

  it('are the same in every language, and however a server has stored them', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/translation';
    const extension = [
      {
        url,
        extension: [
          { url: 'lang', valueCode: 'es' },
          { url: 'content', valueString: '¿Le gusta el té?' },
        ],
      },
    ];
    const translated = asking('Do you like tea?', { _text: { extension } });
    expect(identity(translated, 'es')).to.equal(identity(translated, 'en'));
    const stored = {
      item: [{ text: 'Do you like tea?', type: 'boolean', linkId: 'q' }],
      meta: { versionId: '7' },
    };
    expect(
      identity({ ...stored, status: 'active', resourceType: 'Questionnaire' } as Questionnaire),
    ).to.equal(identity(tea));
  });

  it('with an address or an id are named by that', () => {
    expect(identity({ ...tea, url: 'https://example.org/q', version: '2' })).to.equal(
      'https://example.org/q|2',
    );
    expect(identity({ ...tea, id: 'tea' })).to.equal('tea');
  });
});
