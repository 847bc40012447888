import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { coded, control } from '../../fhir/table/case.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole } from '../../support/screen.js';

/*
 * Loaded answers that the Questionnaire has no option for: given elsewhere, or in an older version of it.
 */

const answerOption = [coded('a', 'Walking'), coded('b', 'Reading')];
const shown = (question: object, ...answer: object[]): Promise<AllianceRating> => {
  const item = [{ linkId: 'q', type: 'choice', text: 'What helped?', answerOption, ...question }];
  const response: unknown = {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: [{ linkId: 'q', answer }],
  };
  return rating(
    html`<alliance-rating
      .questionnaire=${{ resourceType: 'Questionnaire', status: 'active', item }}
      .response=${response}
    ></alliance-rating>`,
  );
};
const given = ({ response }: AllianceRating): unknown => response?.item?.[0]?.answer;
const chosenIn = (widget: AllianceRating): string | undefined =>
  (byRole(widget, 'combobox') as HTMLSelectElement).selectedOptions[0]?.textContent.trim();
const swimming = coded('old', 'Swimming');

describe('alliance-rating: an answer without an option', () => {
  it('is shown as chosen, and stays beside what is chosen', async () => {
    const widget = await shown({ repeats: true }, swimming);
    expect((byRole(widget, 'checkbox', 'Swimming') as HTMLInputElement).checked).to.equal(true);
    byRole(widget, 'checkbox', 'Walking').click();
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([swimming, coded('a', 'Walking')]);
  });

  it('can be taken back', async () => {
    const widget = await shown({ repeats: true }, swimming, coded('b', 'Reading'));
    byRole(widget, 'checkbox', 'Swimming').click();
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([coded('b', 'Reading')]);
    expect(allByRole(widget, 'checkbox', 'Swimming')).to.have.length(0);
  });

  it('is shown where one is chosen, and gives way to another', async () => {
    const widget = await shown({}, swimming);
    expect((byRole(widget, 'radio', 'Swimming') as HTMLInputElement).checked).to.equal(true);
    byRole(widget, 'radio', 'Reading').click();
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([coded('b', 'Reading')]);
  });

  it('is shown in a list that is folded away, as one with an option is', async () => {
    const extension = [control('drop-down')];
    expect(chosenIn(await shown({ extension }, coded('b', 'Reading')))).to.equal('Reading');
    const widget = await shown({ extension }, swimming);
    expect(chosenIn(widget)).to.equal('Swimming');
    const list = byRole(widget, 'combobox') as HTMLSelectElement;
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await widget.updateComplete;
    expect(given(widget)).to.deep.equal([coded('a', 'Walking')]);
  });
});
