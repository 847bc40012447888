import { expect, html } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceRating } from '../../../src/index.js';
import type { Calculate } from '../../../src/controllers/kinds/calculation.js';
import { SDC } from '../../fhir/table/case.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, textOf } from '../../support/screen.js';

/*
 * Answers that the host works out from the others.
 */

const questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    { linkId: 'a', type: 'integer', text: 'First' },
    { linkId: 'b', type: 'integer', text: 'Second' },
    {
      linkId: 'sum',
      type: 'integer',
      text: 'Together',
      extension: [
        {
          url: `${SDC}/sdc-questionnaire-calculatedExpression`,
          valueExpression: { language: 'text/fhirpath', expression: 'a + b' },
        },
      ],
    },
  ],
};

const numberIn = (response: QuestionnaireResponse, linkId: string): number =>
  response.item?.find((item) => item.linkId === linkId)?.answer?.[0]?.valueInteger ?? 0;

const sum: Calculate = ({ expression }, response) =>
  expression === 'a + b' ? numberIn(response, 'a') + numberIn(response, 'b') : undefined;

const shown = (calculate: Calculate | undefined): Promise<AllianceRating> =>
  rating(html`<alliance-rating .questionnaire=${questionnaire} .calculate=${calculate}></alliance-rating>`);

async function type(widget: AllianceRating, name: string, text: string): Promise<void> {
  const field = byRole(widget, 'textbox', name) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

const valueOf = (widget: AllianceRating, name: string): string =>
  (byRole(widget, 'textbox', name) as HTMLInputElement).value;

describe('alliance-rating: calculated answers', () => {
  it('follow each answer, are shown and sent, and cannot be typed', async () => {
    const widget = await shown(sum);
    expect(widget.problems).to.deep.equal([]);
    await type(widget, 'First', '0');
    expect(valueOf(widget, 'Together')).to.equal('0');
    await type(widget, 'Second', '3');
    expect(valueOf(widget, 'Together')).to.equal('3');
    expect(widget.answers).to.deep.equal({ a: 0, b: 3, sum: 3 });
    expect(numberIn(widget.response!, 'sum')).to.equal(3);
    expect((byRole(widget, 'textbox', 'Together') as HTMLInputElement).disabled).to.equal(true);
    expect(textOf(widget)).to.contain('worked out for you');
  });

  it('have no answer where the host gives none, one that does not fit, or fails', async () => {
    const { error } = console;
    const said: unknown[] = [];
    console.error = (...words: unknown[]) => said.push(words[0]);
    const results = [(): unknown => undefined, (): unknown => 'many', (): never => expect.fail('broken')];
    for (const calculate of results) {
      const widget = await shown(calculate);
      await type(widget, 'First', '1');
      expect(widget.answers).to.deep.equal({ a: 1 });
    }
    console.error = error;
    expect(said.join()).to.contain('"a + b" could not be worked out');
  });

  it('are not asked for, and told to the developer, where nobody works them out', async () => {
    const widget = await shown(undefined);
    expect(widget.problems).to.deep.equal([
      { reason: 'unsupported-expression', linkId: 'sum', value: 'a + b' },
    ]);
    expect(textOf(widget)).to.contain('cannot be worked out here');
    widget.calculate = sum;
    await widget.updateComplete;
    expect(widget.problems).to.deep.equal([]);
    await type(widget, 'First', '2');
    expect(valueOf(widget, 'Together')).to.equal('2');
    expect(allByRole(widget, 'button', /don’t know/)).to.have.length(2);
  });
});
