import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { answered, sameAnswers, type Answer, type Value } from '../../../src/domain/answers/answer.js';
import { disabledItems, questionsOf } from '../../../src/domain/instrument/instrument.js';
import { readQuestionnaire } from '../../../src/fhir/questionnaire/questionnaire-reader.js';
import type { Questionnaire, QuestionnaireResponse } from '../../../src/fhir/resource.js';
import { readAnswersOf } from '../../../src/fhir/response/response-reader.js';
import { writeResponse } from '../../../src/fhir/response/response-writer.js';
import { soak } from '../../support/browser.js';
import { expectValid } from '../../support/validator.js';
import { deepFreeze, details } from '../build.js';
import { answersOf, itemOf, items } from '../generated.js';

/** `npm run soak` looks longer. */
const RUNS = soak ? 10_000 : 200;

describe('reading, answering, writing and reading again', () => {
  const cases = fc.tuple(items, fc.boolean());

  const prepared = (all: Parameters<typeof answersOf>[0], isOpen: boolean) => {
    const gate = { linkId: 'gate', type: 'boolean', text: 'Gate' };
    const questionnaire = deepFreeze({
      resourceType: 'Questionnaire',
      status: 'active',
      url: 'https://example.org/q',
      item: [gate, ...all.map((one, index) => itemOf(one, String(index)))],
    }) as unknown as Questionnaire;
    const { instrument, problems } = readQuestionnaire(questionnaire);
    expect(problems).to.deep.equal([]);
    const given = answersOf(all);
    const answers = new Map<string, Answer>([['gate', answered(isOpen)]]);
    for (const { linkId, values } of given) {
      const [first, ...more] = values as Value[];
      if (first !== undefined) answers.set(linkId, answered(first, ...more));
    }
    return { questionnaire, instrument: instrument!, given, answers };
  };

  it('loses nothing, sends nothing that is not asked, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(cases, ([all, isOpen]) => {
        const { instrument, given, answers } = prepared(all, isOpen);
        expect(questionsOf(instrument).map(({ linkId }) => linkId)).to.deep.equal([
          'gate',
          ...given.map(({ linkId }) => linkId),
        ]);
        const written = deepFreeze(writeResponse(instrument, answers, details));
        const read = readAnswersOf(JSON.parse(JSON.stringify(written)) as QuestionnaireResponse);
        const off = [...disabledItems(instrument, answers)].map(({ linkId }) => linkId);
        const expected = new Map([...answers].filter(([linkId]) => !off.includes(linkId)));
        expect(sameAnswers(read, expected), JSON.stringify([...read, '≠', ...expected])).to.equal(true);
        for (const { linkId, isBehindGate } of given)
          if (isBehindGate && !isOpen) expect(read.has(linkId), linkId).to.equal(false);
        // Written onto itself it stays what it is
        expect(writeResponse(instrument, read, details, written)).to.deep.equal(written);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps what another system has added, wherever that is', () => {
    const added = { linkId: 'theirs', text: 'Theirs', answer: [{ valueString: 'kept' }] };
    const extension = [{ url: 'https://example.org/theirs', valueString: 'kept' }];
    fc.assert(
      fc.property(cases, ([all, isOpen]) => {
        const { instrument, answers } = prepared(all, isOpen);
        const written = writeResponse(instrument, answers, details);
        const theirs = deepFreeze({
          ...written,
          item: [added, ...(written.item ?? []).map((one) => ({ ...one, extension }))],
        }) as QuestionnaireResponse;
        const again = writeResponse(instrument, answers, details, theirs);
        expect(again.item).to.deep.include(added);
        for (const one of written.item ?? [])
          expect(again.item?.find(({ linkId }) => linkId === one.linkId)?.extension).to.deep.equal(extension);
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('is valid R4', async () => {
    const samples = fc.sample(cases, { numRuns: 25, seed: 42 });
    for (const [all, isOpen] of samples) {
      const { instrument, answers } = prepared(all, isOpen);
      await expectValid(writeResponse(instrument, answers, details));
    }
  });
});

describe('reading anything at all', () => {
  const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 });
  const keys = fc.constantFrom(
    'item',
    'linkId',
    'type',
    'text',
    '_text',
    'answerOption',
    'enableWhen',
    'extension',
    'contained',
    'answerValueSet',
    'initial',
    'modifierExtension',
    'title',
    'repeats',
    'maxLength',
    'option',
  );
  const node = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      anything,
      fc.dictionary(keys, fc.oneof(tie('node'), fc.array(tie('node'), { maxLength: 3 })), { maxKeys: 6 }),
    ),
  })).node;

  it('throws nothing where a type is a thing without words', () => {
    const nameless = { toString: 1, valueOf: 1 };
    const item = [
      { linkId: 'a', type: nameless, extension: [{ url: nameless }] },
      { linkId: 'b', type: [Object.create(null)], answerValueSet: '#v', text: nameless },
    ];
    const contained = [
      {
        resourceType: 'ValueSet',
        id: 'v',
        compose: { include: [{ system: nameless, concept: [{ code: 'x' }] }] },
      },
    ];
    const given = { resourceType: 'Questionnaire', item, contained } as unknown as Questionnaire;
    expect(readQuestionnaire(given).problems.map(({ reason }) => reason)).to.deep.equal([
      'unsupported-extension',
      'unsupported-type',
      'unsupported-type',
    ]);
  });

  it('throws nothing', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), node, (item, contained) => {
        const given = { resourceType: 'Questionnaire', status: 'active', item, contained: [contained] };
        const { instrument, problems } = readQuestionnaire(given as unknown as Questionnaire);
        expect(instrument !== undefined || problems.length > 0).to.equal(true);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});
