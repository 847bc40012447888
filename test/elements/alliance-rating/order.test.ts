import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * A page sets its properties in whatever order its framework does: what answers a Questionnaire waits for it.
 */

const questionnaire = {
  resourceType: 'Questionnaire',
  url: 'https://clinic.example/q',
  status: 'active',
  item: [
    { linkId: 'a', type: 'string', text: 'How was it?' },
    { linkId: 'b', type: 'string', text: 'And then?' },
    { linkId: 'c', type: 'boolean', text: 'Again?' },
  ],
};

const response = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://clinic.example/q',
  status: 'in-progress',
  item: [{ linkId: 'b', answer: [{ valueString: 'from the response' }] }],
};

/** The same, of a Questionnaire without an address: seven in ten have none. */
const nameless = { ...questionnaire, url: undefined };

const values = {
  response,
  value: JSON.stringify(response),
  answers: { a: 'from the answers' },
  declined: ['b'],
  unknown: ['c'],
};

/** Everything in every order. */
function orders<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length === 0) return [[]];
  return all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

const asked = (widget: AllianceRating): Promise<unknown> =>
  until(() => allByRole(widget, 'textbox', 'How was it?').length === 1, 'the questions');

/** What the page reads when all was set in an order, one a task. */
async function readAfter(
  names: readonly (keyof typeof values | 'questionnaire')[],
  { asks = questionnaire, isLate = true }: { asks?: object; isLate?: boolean } = {},
): Promise<unknown> {
  const widget = await rating(html`<alliance-rating></alliance-rating>`);
  for (const name of names) {
    Object.assign(widget, { [name]: name === 'questionnaire' ? asks : values[name] });
    if (isLate) await widget.updateComplete;
  }
  await asked(widget);
  await widget.updateComplete;
  const { answers, declined, unknown, problems } = widget;
  widget.remove();
  return { answers, declined, unknown, problems: problems.map((problem) => problem.reason) };
}

describe('alliance-rating: whatever a page sets first', () => {
  for (const asks of [questionnaire, nameless])
    for (const isLate of [true, false])
      for (const names of [
        ['response'],
        ['value'],
        ['answers'],
        ['declined'],
        ['unknown'],
        ['answers', 'declined', 'unknown'],
        ['response', 'unknown'],
      ] as const)
        it(`gives the same: ${names.join(', ')} ${isLate ? 'one after the other' : 'at once'}, ${asks === nameless ? 'without' : 'with'} an address`, async () => {
          const expected = await readAfter(['questionnaire', ...names], { asks, isLate });
          for (let place = 1; place <= names.length; place += 1) {
            const order = [...names.slice(0, place), 'questionnaire' as const, ...names.slice(place)];
            expect(await readAfter(order, { asks, isLate }), order.join()).to.deep.equal(expected);
          }
          if (names.length > 1) return;
          expect(JSON.stringify(expected)).to.match(/from the|"b"|"c"/);
        });

  it('gives the same in each of the orders of answers, declined and unknown round the Questionnaire', async () => {
    const all = orders(['questionnaire', 'answers', 'declined', 'unknown'] as const);
    for (const order of all)
      expect(await readAfter(order), order.join()).to.deep.equal({
        ...{ answers: { a: 'from the answers' }, declined: ['b'], unknown: ['c'], problems: [] },
      });
  });

  it('names what waits, and nobody is shown it before', async () => {
    const widget = await rating(html`<alliance-rating></alliance-rating>`);
    widget.response = response as never;
    await widget.updateComplete;
    expect(widget.problems).to.deep.equal([
      { reason: 'other-questionnaire', value: 'https://clinic.example/q' },
    ]);
    expect(textOf(widget)).not.to.contain('from the response');
  });

  it('brings back what the browser kept of a form before the Questionnaire was there', async () => {
    const widget = await rating(html`<form><alliance-rating name="rating"></alliance-rating></form>`);
    widget.formStateRestoreCallback(JSON.stringify(response));
    await widget.updateComplete;
    expect(widget.value, 'it is no answer to what is asked here').to.equal('');
    widget.questionnaire = questionnaire as never;
    await asked(widget);
    await widget.updateComplete;
    expect(widget.answers).to.deep.equal({ b: 'from the response' });
    const form = widget.closest('form');
    expect(new FormData(form ?? undefined).get('rating')).to.contain('from the response');
    expect((byRole(widget, 'textbox', 'And then?') as HTMLInputElement).value).to.equal('from the response');
  });

  it('gives nothing of one person to another, whatever is asked then', async () => {
    const widget = await rating(html`
      <alliance-provider subject="Patient/1" author="Patient/1"
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    `);
    widget.answers = { a: 'of Patient/1' };
    await widget.updateComplete;
    const provider = widget.closest('alliance-provider');
    Object.assign(provider ?? {}, { subject: 'Patient/2', author: 'Patient/2' });
    await provider?.updateComplete;
    await widget.updateComplete;
    widget.questionnaire = questionnaire as never;
    await asked(widget);
    expect(widget.answers).to.deep.equal({});
  });
});
