import { expect } from '@open-wc/testing';
import { questionOf, questionsOf, type Question } from '../../../src/domain/instrument/instrument.js';
import { readQuestionnaire } from '../../../src/fhir/questionnaire/questionnaire-reader.js';
import type { Questionnaire } from '../../../src/fhir/resource.js';
import { deepFreeze, questionnaire, readItems } from '../build.js';

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const CRITICAL = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-rendering-criticalExtension';

function readQuestion(item: object): Question {
  return questionOf(readItems({ linkId: 'q', text: 'Asked', ...item }).instrument, 'q')!;
}

const choice = (...answerOption: unknown[]): object => ({ type: 'choice', answerOption });

describe('reading a Questionnaire', () => {
  it('takes its names, its owner and its language', () => {
    const { instrument, problems } = readQuestionnaire(
      questionnaire([{ linkId: 'q', type: 'text', text: '¿Qué tal?' }], {
        id: 'x',
        url: 'https://example.org/q',
        version: '2.1',
        title: 'Título',
        copyright: 'De alguien',
        language: 'es',
      }),
    );
    expect(problems).to.deep.equal([]);
    expect(instrument).to.deep.include({
      id: 'x',
      url: 'https://example.org/q',
      version: '2.1',
      title: { text: 'Título', lang: 'es' },
      copyright: { text: 'De alguien', lang: 'es' },
    });
    expect(questionsOf(instrument!)[0]?.label).to.deep.equal({ text: '¿Qué tal?', lang: 'es' });
  });

  it('does without address, title, language and items, as most real ones do', () => {
    const { instrument, problems } = readQuestionnaire({ resourceType: 'Questionnaire', status: 'active' });
    expect(problems).to.deep.equal([]);
    expect(instrument?.items).to.deep.equal([]);
    expect(instrument?.title.text).to.equal('');
    expect(instrument?.total).to.equal(undefined);
  });
});

describe('reading choices', () => {
  const ordinal = (valueDecimal: number): object => ({ url: `${CORE}/ordinalValue`, valueDecimal });
  const weight = (valueDecimal: number): object => ({ url: `${CORE}/itemWeight`, valueDecimal });
  const coding = { system: 's', code: '0', display: 'Never' };

  const scored: readonly (readonly [why: string, option: object, score: number | undefined])[] = [
    ['ordinalValue on the option', { valueCoding: coding, extension: [ordinal(0)] }, 0],
    ['ordinalValue on the coding', { valueCoding: { ...coding, extension: [ordinal(0)] } }, 0],
    ['itemWeight on the option', { valueCoding: coding, extension: [weight(0.5)] }, 0.5],
    ['itemWeight on the coding', { valueCoding: { ...coding, extension: [weight(-1)] } }, -1],
    ['ordinalValue before itemWeight', { valueCoding: coding, extension: [weight(9), ordinal(1)] }, 1],
    ['a foreign extension', { valueCoding: coding, extension: [{ url: 'x', valueDecimal: 9 }] }, undefined],
    ['none', { valueCoding: coding }, undefined],
  ];
  for (const [why, option, score] of scored) {
    it(`takes the score from ${why}: ${score ?? 'no score'}`, () => {
      expect(readQuestion(choice(option)).options[0]?.score).to.equal(score);
    });
  }

  const options: readonly (readonly [why: string, option: object, value: unknown, text: string])[] = [
    ['a code', { valueCoding: coding }, coding, 'Never'],
    ['a code without display', { valueCoding: { code: 'a' } }, { code: 'a' }, 'a'],
    ['a display without code', { valueCoding: { display: 'Ay' } }, { code: 'Ay', display: 'Ay' }, 'Ay'],
    ['a number', { valueInteger: 0 }, 0, '0'],
    ['a text', { valueString: 'Yes' }, 'Yes', 'Yes'],
    ['a date', { valueDate: '2024-02-29' }, '2024-02-29', '2024-02-29'],
    ['a time', { valueTime: '10:42:00' }, '10:42:00', '10:42:00'],
  ];
  for (const [why, option, value, text] of options) {
    it(`takes ${why} as an option`, () => {
      const [read] = readQuestion(choice(option)).options;
      expect(read?.value).to.deep.equal(value);
      expect(read?.label.text).to.equal(text);
    });
  }

  it('keeps the order of the options', () => {
    const codes = ['4', '0', '2'].map((code) => ({ valueCoding: { code } }));
    expect(readQuestion(choice(...codes)).options.map(({ label }) => label.text)).to.deep.equal([
      '4',
      '0',
      '2',
    ]);
  });

  it('adds up the choices whose options all have a score, and names no other rule', () => {
    const full = { valueCoding: coding, extension: [ordinal(1)] };
    const { instrument } = readItems(
      { linkId: 'a', ...choice(full) },
      { linkId: 'b', ...choice(full, { valueCoding: { code: 'other' } }) },
      { linkId: 'c', type: 'text' },
    );
    expect(instrument.total).to.deep.equal({
      items: [{ linkId: 'a' }],
      missing: { allowed: 0, prorate: false },
    });
    expect(instrument.subscales).to.deep.equal({});
  });

  it('says that a choice has nothing to choose from, or that its list is elsewhere', () => {
    expect(readItems({ linkId: 'a', type: 'choice' }).problems).to.deep.equal([
      { reason: 'no-options', linkId: 'a' },
    ]);
    expect(readItems({ linkId: 'a', type: 'choice', answerValueSet: '#v' }).problems).to.deep.equal([
      { reason: 'unsupported-value-set', linkId: 'a', value: '#v' },
    ]);
  });
});

describe('reading other questions', () => {
  const minimum = (value: object): object => ({ url: `${CORE}/minValue`, ...value });
  const maximum = (value: object): object => ({ url: `${CORE}/maxValue`, ...value });

  it('takes the ends of a number, 0 included', () => {
    const extension = [minimum({ valueInteger: 0 }), maximum({ valueInteger: 10 })];
    expect(readQuestion({ type: 'integer', extension })).to.include({ minimum: 0, maximum: 10 });
    const parts = [minimum({ valueDecimal: -0.5 }), maximum({ valueDecimal: 0 })];
    expect(readQuestion({ type: 'decimal', extension: parts })).to.include({ minimum: -0.5, maximum: 0 });
  });

  it('leaves open what has no end', () => {
    expect(readQuestion({ type: 'integer' })).to.include({ minimum: undefined, maximum: undefined });
  });

  for (const type of ['string', 'text', 'boolean', 'integer', 'decimal']) {
    it(`knows the type "${type}"`, () => expect(readQuestion({ type }).type).to.equal(type));
  }

  it('takes prefix, length and what is required', () => {
    const flags = { prefix: '1.', required: true, readOnly: true, repeats: true, maxLength: 200 };
    expect(readQuestion({ type: 'text', ...flags })).to.include(flags);
    const none = { required: false, readOnly: false, repeats: false, maxLength: undefined };
    expect(readQuestion({ type: 'text' })).to.include(none);
  });
});

describe('reading the structure', () => {
  it('keeps groups and notes, and follows a question with those nested under it', () => {
    const { instrument, problems } = readItems(
      { linkId: 'hello', type: 'display', text: 'Hello' },
      {
        linkId: 'g',
        type: 'group',
        text: 'Part one',
        item: [{ linkId: 'a', type: 'text', item: [{ linkId: 'a.1', type: 'boolean' }] }],
      },
    );
    const [hello, group] = instrument.items;
    expect(hello).to.deep.equal({ kind: 'note', linkId: 'hello', label: { text: 'Hello', lang: undefined } });
    expect(group).to.include({ kind: 'group', linkId: 'g' });
    expect(questionsOf(instrument).map(({ linkId }) => linkId)).to.deep.equal(['a', 'a.1']);
    expect(problems).to.deep.equal([]);
  });

  it('puts a note where a question of an unknown type stood, and says so', () => {
    const { instrument, problems } = readItems({ linkId: 'q', type: 'attachment', text: 'Your photo' });
    expect(instrument.items).to.deep.equal([
      {
        kind: 'note',
        linkId: 'q',
        label: { text: 'Your photo', lang: undefined },
        unsupported: 'unsupported-type',
      },
    ]);
    expect(problems).to.deep.equal([{ reason: 'unsupported-type', linkId: 'q', value: 'attachment' }]);
  });

  it('reads on below a question of an unknown type', () => {
    const nested = [{ linkId: 'b', type: 'text' }];
    const { instrument } = readItems({ linkId: 'a', type: 'attachment', item: nested });
    expect(questionsOf(instrument).map(({ linkId }) => linkId)).to.deep.equal(['b']);
  });

  it('leaves out a second item with the same linkId, also in another group', () => {
    const { instrument, problems } = readItems(
      { linkId: 'a', type: 'text', text: 'First' },
      { linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'text', text: 'Second' }] },
    );
    expect(questionsOf(instrument).map(({ label }) => label.text)).to.deep.equal(['First']);
    expect(problems).to.deep.equal([{ reason: 'duplicate-link-id', linkId: 'a' }]);
  });

  for (const linkId of [undefined, '', 5, null]) {
    it(`leaves out an item with the linkId ${JSON.stringify(linkId)}`, () => {
      const { instrument, problems } = readItems({ linkId, type: 'text', text: 'Lost' });
      expect(instrument.items).to.deep.equal([]);
      expect(problems).to.deep.equal([{ reason: 'missing-link-id', value: 'Lost' }]);
    });
  }

  it('does not ask what hangs on a condition that it does not understand', () => {
    const enableWhen = [{ question: 'a', operator: 'sometimes', answerBoolean: true }];
    const nested = [{ linkId: 'below', type: 'text' as const }];
    const conditional = readItems({ linkId: 'q', type: 'text', enableWhen, item: nested });
    expect(questionsOf(conditional.instrument), 'it must not be asked').to.deep.equal([]);
    expect(conditional.problems).to.deep.equal([{ reason: 'unsupported-condition', linkId: 'q' }]);
  });

  for (const linkId of ['__proto__', 'constructor', '0']) {
    it(`reads a question "${linkId}"`, () => {
      const { instrument, problems } = readItems({ linkId, type: 'text' });
      expect(questionsOf(instrument).map((question) => question.linkId)).to.deep.equal([linkId]);
      expect(problems).to.deep.equal([]);
    });
  }
});

describe('refusing', () => {
  const others: readonly (readonly [given: unknown, value: string])[] = [
    [null, 'null'],
    [undefined, 'undefined'],
    [{}, '{}'],
    [[], '[]'],
    [{ resourceType: 'Patient' }, 'Patient'],
    [{ resourceType: 'QuestionnaireResponse' }, 'QuestionnaireResponse'],
  ];
  for (const [given, value] of others) {
    it(`what is no Questionnaire: ${JSON.stringify(given)}`, () => {
      expect(readQuestionnaire(given as Questionnaire)).to.deep.equal({
        problems: [{ reason: 'not-a-questionnaire', value }],
      });
    });
  }

  it('a text that is no JSON', () => {
    expect(readQuestionnaire('{"resourceType": ' as never)).to.deep.equal({
      problems: [{ reason: 'broken-json', value: '{"resourceType": ' }],
    });
  });

  it('one that must not be shown without an extension that we do not have', () => {
    const modifierExtension = [{ url: CRITICAL, valueUri: 'https://example.org/needed' }];
    const read = readQuestionnaire(questionnaire([{ linkId: 'a', type: 'text' }], { modifierExtension }));
    expect(read).to.deep.equal({
      problems: [{ reason: 'unsupported-extension', value: 'https://example.org/needed' }],
    });
  });
});

describe('reading what breaks R4', () => {
  const broken: Readonly<Record<string, object>> = {
    'an item that is null': { item: [null, { linkId: 'a', type: 'text' }] },
    'an item that is a text': { item: ['q', { linkId: 'a', type: 'text' }] },
    'nested items that are no list': { item: [{ linkId: 'a', type: 'text', item: {} }] },
    'items of a group that are null': {
      item: [{ linkId: 'g', type: 'group', item: null }, { linkId: 'a', type: 'text' }],
    },
    'options that are no list': { item: [{ linkId: 'a', type: 'integer', answerOption: {} }] },
    'an option that is null': { item: [{ linkId: 'a', type: 'integer', answerOption: [null] }] },
    'an extension that is null': { item: [{ linkId: 'a', type: 'integer', extension: [null] }] },
    'extensions that are no list': { item: [{ linkId: 'a', type: 'integer', extension: {} }] },
    'modifiers that are no list': { item: [{ linkId: 'a', type: 'text' }], modifierExtension: {} },
  }; // prettier-ignore
  for (const [why, more] of Object.entries(broken)) {
    it(`does not throw for ${why}, and reads the rest`, () => {
      const given = deepFreeze({ resourceType: 'Questionnaire', status: 'active', ...more });
      const { instrument } = readQuestionnaire(given as unknown as Questionnaire);
      expect(questionsOf(instrument!).map(({ linkId }) => linkId)).to.deep.equal(['a']);
    });
  }

  it('has no items where they are no list', () => {
    expect(readQuestionnaire(questionnaire({ linkId: 'a' })).instrument?.items).to.deep.equal([]);
  });
});
