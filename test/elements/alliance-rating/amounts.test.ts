import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { control, core } from '../../fhir/table/case.js';
import { rating } from '../../support/rating.js';
import { allByRole } from '../../support/screen.js';

/*
 * Amounts in one of several units, and several of them.
 */

const system = 'http://unitsofmeasure.org';
const unit = (code: string, display: string): object =>
  core('questionnaire-unitOption', { valueCoding: { system, code, display } });

const questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    {
      linkId: 'w',
      type: 'quantity',
      repeats: true,
      text: 'Weights',
      extension: [control('spinner'), unit('kg', 'kilos'), unit('[lb_av]', 'pounds')],
    },
  ],
};

const pounds = (value: number): object => ({
  valueQuantity: { value, unit: 'pounds', system, code: '[lb_av]' },
});
const kilos = (value: number): object => ({ valueQuantity: { value, unit: 'kilos', system, code: 'kg' } });

const shown = (...answer: object[]): Promise<AllianceRating> => {
  const response = {
    resourceType: 'QuestionnaireResponse',
    status: 'in-progress',
    item: [{ linkId: 'w', answer }],
  };
  return rating(
    html`<alliance-rating .questionnaire=${questionnaire} .response=${response}></alliance-rating>`,
  );
};

const given = ({ response: now }: AllianceRating): unknown => now?.item?.[0]?.answer;

describe('alliance-rating: several amounts', () => {
  it('keep their units and each other when one goes up or down', async () => {
    const widget = await shown(pounds(5), kilos(2));
    allByRole(widget, 'button', 'More: Weights')[0]!.click();
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([pounds(6), kilos(2)]);
    allByRole(widget, 'button', 'Less: Weights')[1]!.click();
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([pounds(6), kilos(1)]);
  });

  it('show a unit that the question does not offer', async () => {
    const stone = { valueQuantity: { value: 9, unit: 'stone' } };
    const widget = await shown(stone);
    const [unitOf] = allByRole(widget, 'combobox', 'Unit') as HTMLSelectElement[];
    expect(unitOf?.selectedOptions[0]?.textContent).to.equal('stone');
    unitOf!.selectedIndex = 0;
    unitOf!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([kilos(9)]);
  });

  it('stay what they are while another is typed that is no number', async () => {
    const widget = await shown(kilos(5), pounds(2));
    const [first] = allByRole(widget, 'textbox') as HTMLInputElement[];
    for (const text of ['5x', '5xy']) {
      first!.value = text;
      first!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await widget.updateComplete;
    }
    allByRole(widget, 'button', 'More: Weights')[1]!.click();
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([pounds(3)]);
    expect(first!.value, 'what was typed').to.equal('5xy');
    const fields = allByRole(widget, 'textbox') as HTMLInputElement[];
    expect(fields.map((field) => field.getAttribute('aria-invalid'))).to.deep.equal(['true', null, null]);
  });

  it('change their units one by one', async () => {
    const widget = await shown(pounds(5), kilos(2));
    const units = allByRole(widget, 'combobox', 'Unit') as HTMLSelectElement[];
    expect(units.map(({ selectedIndex }) => selectedIndex).slice(0, 2)).to.deep.equal([1, 0]);
    units[1]!.selectedIndex = 1;
    units[1]!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([pounds(5), pounds(2)]);
  });
});
