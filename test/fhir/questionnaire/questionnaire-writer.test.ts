import { expect } from '@open-wc/testing';
import { questionsOf } from '../../../src/domain/instrument/instrument.js';
import { readQuestionnaire } from '../../../src/fhir/questionnaire/questionnaire-reader.js';
import { writeQuestionnaire } from '../../../src/fhir/questionnaire/questionnaire-writer.js';
import { deepFreeze, DEGREE, own, questionnaire } from '../build.js';

const layouts: Readonly<Record<string, readonly string[]>> = {
  'session-alliance': ['person', 'trust', 'same-goal', 'chose', 'why', 'daily-life', 'amount', 'open'],
  'session-alliance-brief': ['trust', 'same-goal', 'why'],
};

for (const [id, linkIds] of Object.entries(layouts)) {
  describe(`"${id}" as a Questionnaire`, () => {
    const instrument = deepFreeze(own(id));
    const written = writeQuestionnaire(instrument, 'en');

    it('says what it is, in which version and language, and whose', () => {
      expect(written).to.deep.include({
        resourceType: 'Questionnaire',
        id,
        url: `https://alliance-elements.org/fhir/Questionnaire/${id}`,
        version: '2.0.0',
        status: 'active',
        experimental: true,
        language: 'en',
        title: instrument.title.text,
        subjectType: ['Patient'],
      });
      expect(written.copyright).to.contain('CC0').and.contain('public domain');
    });

    it('asks in the original order, without the marks of key words', () => {
      expect(written.item?.map((item) => item.linkId)).to.deep.equal(linkIds);
      for (const { text } of written.item ?? []) expect(text).to.match(/\w/).and.not.contain('**');
    });

    it('writes the degrees 0 to 4 with what they count', () => {
      const choices =
        written.item?.filter(({ type, linkId }) => type === 'choice' && linkId !== 'amount') ?? [];
      expect(choices.length).to.be.at.least(3);
      for (const { answerOption } of choices) {
        expect(answerOption?.map(({ valueCoding }) => valueCoding?.code)).to.deep.equal([
          '0',
          '1',
          '2',
          '3',
          '4',
        ]);
        expect(answerOption?.[0]).to.deep.equal({
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 0 }],
          valueCoding: { system: DEGREE, code: '0', display: 'No, not at all' },
        });
      }
    });

    it('writes the amounts as codes that count nothing', () => {
      const amount = written.item?.find(({ linkId }) => linkId === 'amount');
      expect(amount?.answerOption?.map(({ valueCoding }) => valueCoding?.code)).to.deep.equal(
        linkIds.includes('amount') ? ['too-little', 'about-right', 'too-much'] : undefined,
      );
      for (const option of amount?.answerOption ?? []) expect(option).not.to.have.property('extension');
    });

    it('writes codes for the items, and no key without a value', () => {
      expect(written.item?.[0]?.code).to.deep.equal([
        { system: 'https://alliance-elements.org/fhir/CodeSystem/alliance-item', code: linkIds[0] },
      ]);
      expect(JSON.parse(JSON.stringify(written))).to.deep.equal(written);
      expect(JSON.stringify(written)).not.to.match(/null|""|\[\]|\{\}/);
    });

    it('is read again as the same questions', () => {
      const { instrument: again, problems } = readQuestionnaire(deepFreeze(written));
      expect(problems).to.deep.equal([]);
      const shape = (of: typeof instrument): unknown =>
        questionsOf(of).map(({ linkId, type, label, required, options }) => ({
          linkId,
          type,
          text: label.text,
          required,
          options: options.map(({ value, label: words, score }) => [value, words.text, score]),
        }));
      expect(shape(again!)).to.deep.equal(shape(instrument));
      expect(again?.total?.items).to.deep.equal(instrument.total?.items);
    });
  });
}

describe('a Questionnaire read and written again', () => {
  it('keeps groups, notes, flags and the kinds of options', () => {
    const item = [
      { linkId: 'hello', type: 'display', text: 'Hello' },
      {
        linkId: 'g',
        type: 'group',
        text: 'Part one',
        item: [
          { linkId: 'a', type: 'text', text: 'A', prefix: '1.', required: true, maxLength: 9 },
          { linkId: 'b', type: 'choice', text: 'B', repeats: true, answerOption: [{ valueInteger: 0 }] },
          { linkId: 'c', type: 'choice', text: 'C', readOnly: true, answerOption: [{ valueString: 'x' }] },
        ],
      },
    ];
    const { instrument } = readQuestionnaire(questionnaire(item));
    expect(writeQuestionnaire(instrument!, 'en').item).to.deep.equal(item);
  });

  it('has no empty text and no empty list, which R4 forbids', () => {
    const item = [{ linkId: 'a', type: 'text' }, { linkId: 'g', type: 'group', item: [] }]; // prettier-ignore
    const { instrument } = readQuestionnaire(questionnaire(item));
    expect(JSON.stringify(writeQuestionnaire(instrument!, 'en'))).not.to.match(/""|\[\]/);
    expect(writeQuestionnaire({ ...instrument!, items: [] }, 'en')).not.to.have.property('item');
  });
});
