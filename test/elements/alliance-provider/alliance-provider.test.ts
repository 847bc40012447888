import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import { provideAlliance, type AllianceRating } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { settled } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { isOutbox } from '../../../src/context/store.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { response } from '../../suites/store.js';
import { about } from '../../support/about.js';

const subjectOf = (widget: AllianceRating): string | undefined => {
  option(widget, about.person, /Yes, fully/).click();
  return widget.response?.subject?.reference;
};

describe('alliance-provider', () => {
  it('is found by an element that comes later', async () => {
    const provider = await fixture(html`<alliance-provider subject="Patient/1"></alliance-provider>`);
    const widget = document.createElement('alliance-rating');
    provider.append(widget);
    await settled(widget);
    expect(subjectOf(widget)).to.equal('Patient/1');
  });

  it('is found by an element that was there before, even when the tag is defined late', async () => {
    const widget = await rating(html`<div><alliance-rating></alliance-rating></div>`);
    const provision = provideAlliance(widget.parentElement!, { subject: 'Patient/2', storage: 'memory' });
    await settled(widget);
    expect(subjectOf(widget)).to.equal('Patient/2');
    provision.update({ audience: 'team' });
    await until(() => textOf(widget).includes('your care team'));
    provision.stop();
    await settled(widget);
    expect(widget.answers).to.deep.equal({}, 'without a provider it is nobody’s edit');
    expect(textOf(widget)).to.contain('Ask your clinic who can see this.');
  });

  it('gives way to a nearer one, also when that comes later', async () => {
    const outer = await fixture(
      html`<alliance-provider subject="Patient/outer"
        ><div><alliance-rating></alliance-rating></div
      ></alliance-provider>`,
    );
    const widget = outer.querySelector('alliance-rating')!;
    await settled(widget);
    const provision = provideAlliance(outer.querySelector('div')!, { subject: 'Patient/inner' });
    await settled(widget);
    expect(subjectOf(widget)).to.equal('Patient/inner');
    provision.stop();
    await settled(widget);
    expect(subjectOf(widget)).to.equal('Patient/outer');
  });

  it('is left behind by an element that moves out of it', async () => {
    const widget = await rating(html`
      <div>
        <alliance-provider subject="Patient/1"><alliance-rating></alliance-rating></alliance-provider>
      </div>
    `);
    expect(subjectOf(widget)).to.equal('Patient/1');
    widget.closest('div')!.append(widget);
    await settled(widget);
    expect(widget.answers).to.deep.equal({});
    expect(subjectOf(widget)).to.equal(undefined);
  });

  it('passes on what an element does not set itself', async () => {
    const widget = await rating(html`
      <alliance-provider support="easy" audience="supervisor" disabled locale="es"
        ><alliance-rating locale="en"></alliance-rating
      ></alliance-provider>
    `);
    expect(textOf(widget)).to.contain('Step 1 of 8').and.to.contain('your therapist’s supervisor');
    expect(option(widget, about.person, /Yes, fully/).disabled).to.equal(true);
    widget.support = 'standard';
    await widget.updateComplete;
    expect(textOf(widget)).to.not.contain('Step 1');
  });

  it('can change the support again after the person has', async () => {
    const widget = await rating(html`
      <alliance-provider><alliance-rating></alliance-rating></alliance-provider>
    `);
    byRole(widget, 'button', 'Make this easier').click();
    const provider = widget.closest('alliance-provider')!;
    provider.audience = 'team';
    await provider.updateComplete;
    await until(() => textOf(widget).includes('your care team'));
    expect(textOf(widget)).to.contain('Step 1 of 8', 'the choice of the person stays');
    provider.support = 'standard';
    await provider.updateComplete;
    await until(() => !textOf(widget).includes('Step 1'));
  });

  it('clears the device and the screen at sign-out, and nobody else’s', async () => {
    const { store } = openDevice();
    const other = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      subject: { reference: 'Patient/other' },
    } as const;
    await store.clear();
    await store.save(other);
    const widget = await rating(html`
      <alliance-provider storage="device" subject="Patient/out" encounter="Encounter/1"
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    `);
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await until(() => textOf(widget).includes('Saved on this device'));
    await widget.closest('alliance-provider')!.clear();
    await settled(widget);
    expect(widget.answers).to.deep.equal({});
    expect(textOf(widget)).to.not.contain('Thank you');
    expect(await store.search('QuestionnaireResponse', { subject: 'Patient/out' })).to.deep.equal([]);
    expect(await store.search('QuestionnaireResponse', { subject: 'Patient/other' })).to.have.length(1);
  });

  it('hears of a sign-out in another tab', async () => {
    const widget = await rating(html`
      <alliance-provider storage="device" subject="Patient/tabs" encounter="Encounter/1"
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    `);
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    await until(() => textOf(widget).includes('Kept on this device'));
    const elsewhere = openDevice();
    await elsewhere.drafts.clear('Patient/tabs');
    await elsewhere.store.clear('Patient/tabs');
    await until(() => Object.keys(widget.answers).length === 0);
  });

  it('names a storage that it does not know, and the remedy', async () => {
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => said.push(words.join(' '));
    await fixture(html`<alliance-provider storage="cloud"></alliance-provider>`);
    console.error = error;
    expect(said.join()).to.contain('"cloud"').and.to.contain('"device"');
  });

  it('prefers the portal’s own store, behind an outbox, and gives what is in use', async () => {
    const store = createMemoryStore();
    const provider = await fixture<HTMLElementTagNameMap['alliance-provider']>(
      html`<alliance-provider storage="device" .store=${store}></alliance-provider>`,
    );
    const inUse = provider.currentStore;
    await inUse?.save(response());
    expect(await store.search('QuestionnaireResponse', { subject: 'Patient/1' })).to.have.length(1);
    expect(isOutbox(inUse) && (await inUse.waiting())).to.deep.equal([]);
  });
});
