import { expect, html } from '@open-wc/testing';
import type { Observation, Provenance, QuestionnaireResponse, Resource } from 'fhir/r4.js';
import type { AllianceRating } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { coded, control, core } from '../../fhir/table/case.js';
import { rating } from '../../support/rating.js';
import { byRole, option } from '../../support/screen.js';
import { expectValid, problemsOf } from '../../support/validator.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

/*
 * Everything that a widget writes, as a store gets it, looked at by the validator of the published R4 definitions.
 */

type Saved = Resource;

async function cared(
  more: { source?: 'self' | 'supported' | 'proxy'; author?: string; questionnaire?: object } = {},
): Promise<{ widget: AllianceRating; saved: Saved[] }> {
  const store = createMemoryStore();
  const saved: Saved[] = [];
  const spy = {
    ...store,
    save: async (...args: Parameters<typeof store.save>) => {
      const result = await store.save(...args);
      if ('saved' in result) saved.push(result.saved);
      return result;
    },
  };
  const widget = await rating(html`
    <alliance-provider
      .store=${spy}
      subject="Patient/1"
      author=${more.author ?? 'Patient/1'}
      encounter="Encounter/1"
    >
      <alliance-rating source=${more.source ?? 'self'} .questionnaire=${more.questionnaire}></alliance-rating>
    </alliance-provider>
  `);
  return { widget, saved };
}

/** Presses a button, and waits until the last that follows from a response is saved. */
async function press(widget: AllianceRating, saved: readonly Saved[], name: string | RegExp): Promise<void> {
  const provenances = (): number => ofType(saved, 'Provenance').length;
  const before = provenances();
  await widget.updateComplete;
  byRole(widget, 'button', name).click();
  await until(() => provenances() > before, 'Who gave it is saved');
}

const send = (widget: AllianceRating, saved: readonly Saved[]): Promise<void> =>
  press(widget, saved, /^(Send|Send changes)$/);

const ofType = <Type extends Resource>(saved: readonly Saved[], type: Type['resourceType']): Type[] =>
  saved.filter(({ resourceType }) => resourceType === type) as unknown as Type[];

describe('what a widget writes is valid R4', () => {
  it('and an invalid resource is found', async () => {
    const planted = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [{ text: 'no linkId' }],
    };
    expect(await problemsOf(planted)).to.have.length(1);
    expect(await problemsOf({ ...planted, item: [], answers: 'mine' })).to.have.length(1);
  });

  it('with answers, something declined, something unknown and something left open', async () => {
    const { widget, saved } = await cared();
    option(widget, about.person, /No, not at all/).click();
    option(widget, about.trust, /rather not say/).click();
    option(widget, about.why, /don’t know/).click();
    await send(widget, saved);
    const [response] = ofType<QuestionnaireResponse>(saved, 'QuestionnaireResponse');
    expect(response?.item?.[1]?.answer?.[0]?.extension?.[0]?.valueCode).to.equal('asked-declined');
    for (const resource of saved) await expectValid(resource);
    const [scores] = ofType<Observation>(saved, 'Observation');
    expect(scores?.valueQuantity, 'too much is missing').to.equal(undefined);
    expect(scores?.dataAbsentReason?.coding?.[0]?.code).to.equal('asked-declined');
    expect(scores?.derivedFrom).to.deep.equal([
      {
        reference: `QuestionnaireResponse/${response!.id!}`,
        type: 'QuestionnaireResponse',
        identifier: response!.identifier,
      },
    ]);
  });

  it('with one total and no part of it apart, amended once and taken back, and never doubled', async () => {
    const { widget, saved } = await cared();
    widget.answers = { person: 4, trust: 4, 'same-goal': 0, chose: 0, why: 2, 'daily-life': 2 };
    await send(widget, saved);
    byRole(widget, 'button', 'Change my answers').click();
    await widget.updateComplete;
    option(widget, about.person, /No, not at all/).click();
    await send(widget, saved);
    await press(widget, saved, 'Take it back');
    for (const resource of saved) await expectValid(resource);
    const scores = ofType<Observation>(saved, 'Observation');
    expect(scores.map(({ status }) => status)).to.deep.equal(['final', 'amended', 'entered-in-error']);
    expect(scores.map(({ valueQuantity }) => valueQuantity?.value)).to.deep.equal([12, 8, 8]);
    expect(new Set(scores.map(({ id }) => id)).size, 'one Observation').to.equal(1);
    for (const score of scores) expect(score).not.to.have.property('component');
    const provenances = ofType<Provenance>(saved, 'Provenance');
    expect(provenances.map(({ target }) => target[0]?.reference?.split('/').at(-1))).to.deep.equal([
      '1',
      '2',
      '3',
    ]);
    expect(provenances.map(({ activity }) => activity?.coding?.[0]?.code)).to.deep.equal([
      'CREATE',
      'UPDATE',
      'NULLIFY',
    ]);
  });

  it('and is forgotten altogether at sign-out', async () => {
    const { widget, saved } = await cared();
    option(widget, about.person, /Mostly/).click();
    await send(widget, saved);
    expect(saved.map(({ resourceType }) => resourceType)).to.have.members([
      'QuestionnaireResponse',
      'Observation',
      'Provenance',
    ]);
    const provider = widget.closest('alliance-provider')!;
    const store = provider.currentStore!;
    await provider.clear();
    for (const { resourceType, id = '' } of saved)
      expect(await store.read(resourceType, id), resourceType).to.equal(undefined);
  });

  for (const [source, who] of [
    ['supported', 'Patient/1'],
    ['proxy', 'RelatedPerson/2'],
  ] as const) {
    it(`when the completion is ${source}: says who answered and who typed`, async () => {
      const { widget, saved } = await cared({ source, author: 'RelatedPerson/2' });
      option(widget, about.person, /Mostly/).click();
      await send(widget, saved);
      for (const resource of saved) await expectValid(resource);
      const [response] = ofType<QuestionnaireResponse>(saved, 'QuestionnaireResponse');
      expect(response?.source?.reference).to.equal(who);
      expect(response?.author?.reference).to.equal('RelatedPerson/2');
      const [provenance] = ofType<Provenance>(saved, 'Provenance');
      expect(
        provenance?.agent.map((agent) => [agent.type?.coding?.[0]?.code, agent.who.reference]),
      ).to.deep.equal([
        ['author', who],
        ['enterer', 'RelatedPerson/2'],
      ]);
    });
  }

  it('for a Questionnaire of the portal with every type of answer', async () => {
    const { widget, saved } = await cared({
      questionnaire: {
        resourceType: 'Questionnaire',
        status: 'active',
        url: 'https://example.org/q',
        item: [
          {
            linkId: 'c',
            type: 'open-choice',
            repeats: true,
            text: 'c',
            answerOption: [coded('x'), coded('y')],
          },
          { linkId: 'b', type: 'boolean', text: 'b', item: [{ linkId: 'b.1', type: 'string', text: 'b.1' }] },
          { linkId: 'i', type: 'integer', text: 'i', extension: [control('slider')] },
          { linkId: 'd', type: 'decimal', text: 'd' },
          {
            linkId: 'q',
            type: 'quantity',
            text: 'q',
            extension: [
              core('questionnaire-unit', {
                valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kilos' },
              }),
            ],
          },
          { linkId: 's', type: 'string', text: 's' },
          { linkId: 'u', type: 'url', text: 'u' },
          { linkId: 'da', type: 'date', text: 'da' },
          { linkId: 'dt', type: 'dateTime', text: 'dt' },
          { linkId: 't', type: 'time', text: 't' },
          {
            linkId: 'off',
            type: 'string',
            text: 'off',
            enableWhen: [{ question: 's', operator: '=', answerString: 'no' }],
          },
        ],
      },
    });
    widget.answers = {
      c: ['x', 'my own'],
      b: false,
      'b.1': 'below',
      i: 0,
      d: 1.5,
      q: 70,
      s: 'words',
      u: 'https://example.org',
      da: '2024-02-29',
      dt: '2024-02-29T10:00:00+01:00',
      t: '10:42:00',
      off: 'not asked',
    };
    await send(widget, saved);
    const [response] = ofType<QuestionnaireResponse>(saved, 'QuestionnaireResponse');
    await expectValid(response);
    const kinds = response?.item?.flatMap(({ answer = [] }) => answer.map((value) => Object.keys(value)[0]));
    expect(kinds).to.deep.equal([
      ...['valueCoding', 'valueString', 'valueBoolean', 'valueInteger', 'valueDecimal', 'valueQuantity'],
      ...['valueString', 'valueUri', 'valueDate', 'valueDateTime', 'valueTime'],
    ]);
    expect(response?.item?.map(({ linkId }) => linkId)).to.not.include('off');
    expect(response?.item?.[1]?.answer?.[0]?.item?.[0]?.answer).to.deep.equal([{ valueString: 'below' }]);
  });
});
