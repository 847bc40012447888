import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceProvider, AllianceRating } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { press, type } from '../../support/browser.js';
import { settled, times } from '../../support/care.js';
import { focused, nameOf, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const SUBJECT = 'Patient/keyboard';

/** A page of a portal in a frame, which can be reloaded as a person reloads it. */
class Page {
  readonly frame = document.body.appendChild(document.createElement('iframe'));

  async load(): Promise<void> {
    this.frame.style.cssText = 'inline-size: 700px; block-size: 700px';
    const loaded = new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    if (this.frame.src) this.frame.contentWindow!.location.reload();
    else this.frame.src = '/test/pages/session.html';
    await loaded;
    await this.frame.contentWindow!.customElements.whenDefined('alliance-rating');
    await until(() => this.widget.shadowRoot?.querySelector('h2'), 'drawn');
    await settled(this.widget);
    this.frame.focus();
    this.frame.contentWindow!.focus();
  }

  get document(): Document {
    return this.frame.contentDocument!;
  }
  get widget(): AllianceRating {
    return this.document.querySelector('alliance-rating')!;
  }
  get provider(): AllianceProvider {
    return this.document.querySelector('alliance-provider')!;
  }
  get focusName(): string {
    const control = focused(this.document);
    return control ? nameOf(control) : '';
  }

  /** Presses a key until a control of this name has the focus. */
  async reach(name: string | RegExp, key = 'Tab'): Promise<void> {
    const seen: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      await press(key);
      seen.push(this.focusName);
      if (typeof name === 'string' ? this.focusName === name : name.test(this.focusName)) return;
    }
    expect.fail(`${String(name)} was not reached with ${key}; there were ${JSON.stringify(seen)}`);
  }
}

const stored = async (): Promise<QuestionnaireResponse[]> =>
  (await openDevice().store.search('QuestionnaireResponse', { subject: SUBJECT })) as QuestionnaireResponse[];

const itemOf = (response: QuestionnaireResponse, linkId: string) =>
  response.item?.find((item) => item.linkId === linkId);

describe('alliance-rating by keyboard alone', () => {
  let page: Page;
  beforeEach(async () => {
    await openDevice().store.clear(SUBJECT);
    await openDevice().drafts.clear(SUBJECT);
    page = new Page();
  });
  afterEach(() => {
    page.frame.remove();
  });

  it('answers, declines, leaves out, sends, finds it after a reload and amends it', async () => {
    await page.load();

    await page.reach(/No, not at all/); // the first radio of person
    await press('Space');
    await page.reach(/No, not at all/); // trust
    await times(3, () => press('ArrowDown'));
    await page.reach(/No, not at all/); // same-goal
    await times(6, () => press('ArrowDown'));
    expect(page.focusName).to.contain('rather not say');
    await page.reach(/No, not at all/); // chose is left unanswered
    await page.reach(/No, not at all/); // why
    await press('ArrowDown');
    await page.reach(/No, not at all/); // daily-life
    await times(4, () => press('ArrowDown'));
    await page.reach(/a little better/);
    await type('more rest');
    await page.reach('Send');
    await press('Enter');
    await until(() => textOf(page.widget).includes('Saved on this device'), 'the state is told in words');

    const [first, ...others] = await stored();
    expect(others).to.deep.equal([]);
    expect(first!.status).to.equal('completed');
    expect(first!.subject).to.deep.equal({ reference: SUBJECT });
    expect(itemOf(first!, 'person')?.answer?.[0]?.valueCoding?.code).to.equal('0', 'code 0 is an answer');
    expect(itemOf(first!, 'trust')?.answer?.[0]?.valueCoding?.code).to.equal('3');
    expect(itemOf(first!, 'same-goal')?.answer).to.deep.equal([
      {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-declined' },
        ],
      },
    ]);
    expect(itemOf(first!, 'chose')).to.exist.and.not.have.property('answer');
    expect(itemOf(first!, 'why')?.answer?.[0]?.valueCoding?.code).to.equal('1');
    expect(itemOf(first!, 'daily-life')?.answer?.[0]?.valueCoding?.code).to.equal('4');
    expect(itemOf(first!, 'open')?.answer).to.deep.equal([{ valueString: 'more rest' }]);

    await page.load();
    expect(textOf(page.widget)).to.contain('Thank you').and.to.contain('more rest');
    await page.reach('Change my answers');
    await press('Enter');
    await until(() => page.widget.shadowRoot!.querySelector('input:checked'), 'the form is back');
    await page.reach(/No, not at all/); // person, which holds the answer 0
    await press('ArrowDown');
    await page.reach('Send changes');
    await press('Enter');
    await until(async () => (await stored())[0]?.status === 'amended', 'it is stored');

    const [amended, ...doubled] = await stored();
    expect(doubled).to.deep.equal([], 'amended, not doubled');
    expect(amended!.id).to.equal(first!.id);
    expect(itemOf(amended!, 'person')?.answer?.[0]?.valueCoding?.code).to.equal('1');
    expect(itemOf(amended!, 'same-goal')).to.deep.equal(itemOf(first!, 'same-goal'));
    expect(itemOf(amended!, 'open')?.answer).to.deep.equal([{ valueString: 'more rest' }]);
  });
});
