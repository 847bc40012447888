import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import type { AllianceProvider, AllianceRating } from '../../../src/index.js';
import type { QuestionnaireResponse } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { freshServer, signedInAs, storeOn } from '../../support/fhir-server.js';
import { byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

/*
 * A page whose provider keeps answers on a FHIR server that is sometimes away.
 */

const TYPE = 'QuestionnaireResponse';

async function page(base: string, network: { isAway: boolean; status?: number }, outbox = 'memory') {
  const faulty: typeof fetch = (...args) => {
    if (network.isAway) return Promise.reject(new TypeError('away'));
    if (network.status !== undefined) return Promise.resolve(new Response(null, { status: network.status }));
    return fetch(...args);
  };
  const provider = await fixture<AllianceProvider>(html`
    <alliance-provider
      storage="fhir"
      fhir-base=${base}
      outbox=${outbox}
      .fetch=${signedInAs('Patient/1', faulty)}
      subject="Patient/1"
      author="Patient/1"
      encounter="Encounter/1"
    >
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);
  const widget = provider.querySelector('alliance-rating')!;
  await until(() => textOf(widget) !== '' && !widget.matches(':state(loading)'));
  return { provider, widget };
}

const says = (widget: AllianceRating, words: RegExp) =>
  until(() => words.test(textOf(widget)), String(words));

describe('alliance-provider: on a FHIR server', () => {
  it('sends, amends, and finds the answers again', async () => {
    const base = freshServer();
    const { widget } = await page(base, { isAway: false });
    option(widget, about.person, /No, not at all/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await says(widget, /Sent \d/);
    const again = await page(base, { isAway: false });
    await says(again.widget, /Sent \d/);
    expect(again.widget.answers).to.deep.equal({ person: '0' });
  });

  it('says that answers wait while the server is away, and "Sent" when they have arrived', async () => {
    const base = freshServer();
    const network = { isAway: false };
    const { provider, widget } = await page(base, network);
    const events: string[] = [];
    for (const type of ['alliance-queued', 'alliance-saved', 'alliance-error'])
      provider.addEventListener(type, () => events.push(type));
    network.isAway = true;
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await says(widget, /waiting to be sent/);
    expect(events).to.deep.equal(['alliance-queued']);
    network.isAway = false;
    await provider.retry();
    await says(widget, /Sent \d/);
    const found = (await storeOn(base).search(TYPE, { subject: 'Patient/1' })) as QuestionnaireResponse[];
    expect(found).to.have.length(1);
    expect(found[0]?.meta?.tag, 'no mark of the outbox').to.equal(undefined);
  });

  it('lets the person choose when somebody else wrote before what waited could arrive', async () => {
    const base = freshServer();
    const network = { isAway: false };
    const { provider, widget } = await page(base, network);
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await says(widget, /Sent \d/);
    network.isAway = true;
    byRole(widget, 'button', 'Change my answers').click();
    await widget.updateComplete;
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send changes').click();
    await says(widget, /waiting to be sent/);

    const elsewhere = storeOn(base);
    const [held] = (await elsewhere.search(TYPE, { subject: 'Patient/1' })) as QuestionnaireResponse[];
    const changed = structuredClone(held!);
    changed.item![0]!.answer![0]!.valueCoding!.code = '0';
    await elsewhere.save(changed, held);

    network.isAway = false;
    await provider.retry();
    await says(widget, /changed in another place/);
    byRole(widget, 'button', 'Use what is here').click();
    await says(widget, /Sent \d/);
    const [now] = (await elsewhere.search(TYPE, { subject: 'Patient/1' })) as QuestionnaireResponse[];
    expect(now?.item?.[0]?.answer?.[0]?.valueCoding?.code).to.equal('4');
  });

  it('tells the page once that a sign-in is wanted, keeps the answers, and sends them after it', async () => {
    const base = freshServer();
    const network: { isAway: boolean; status?: number } = { isAway: false };
    const { provider, widget } = await page(base, network);
    const reasons: string[] = [];
    provider.addEventListener('alliance-error', ({ reason }) => reasons.push(reason));
    network.status = 401;
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await says(widget, /waiting to be sent/);
    expect(reasons).to.deep.equal(['unauthorized']);
    delete network.status;
    await provider.retry();
    await says(widget, /Sent \d/);
  });

  it('says after a reload that answers wait, and never that they were sent', async () => {
    const base = freshServer();
    const network = { isAway: true };
    const before = await page(base, network, 'device');
    option(before.widget, about.person, /Mostly/).click();
    await before.widget.updateComplete;
    byRole(before.widget, 'button', 'Send').click();
    await says(before.widget, /waiting to be sent/);
    before.provider.remove();

    const { provider, widget } = await page(base, network, 'device');
    await says(widget, /waiting to be sent/);
    expect(textOf(widget))
      .to.contain('Mostly')
      .and.to.not.match(/Sent \d/);
    network.isAway = false;
    await provider.retry();
    await says(widget, /Sent \d/);
    expect(await storeOn(base).search(TYPE, {})).to.have.length(1);
  });

  it('tells the person when the server will not take what waited, and sends it when they try again', async () => {
    const base = freshServer();
    const network: { isAway: boolean; status?: number } = { isAway: true };
    const before = await page(base, network, 'device');
    option(before.widget, about.person, /Mostly/).click();
    await before.widget.updateComplete;
    byRole(before.widget, 'button', 'Send').click();
    await says(before.widget, /waiting to be sent/);
    const reasons: string[] = [];
    before.provider.addEventListener('alliance-error', ({ reason }) => reasons.push(reason));
    Object.assign(network, { isAway: false, status: 422 });
    await before.provider.retry();
    await says(before.widget, /could not be delivered/);
    expect(reasons).to.deep.equal(['refused']);
    expect(option(before.widget, about.person, /Mostly/).checked).to.equal(true);
    before.provider.remove();

    delete network.status;
    const { widget } = await page(base, network, 'device');
    await says(widget, /could not be delivered/);
    expect(option(widget, about.person, /Mostly/).checked).to.equal(true);
    byRole(widget, 'button', 'Try again').click();
    await says(widget, /Sent \d/);
    expect(await storeOn(base).search(TYPE, {})).to.have.length(1);
    await until(async () => (await openDevice(base).queue.all()).length === 0);
  });

  it('says that taking back waits too, and not that it was done', async () => {
    const base = freshServer();
    const network = { isAway: false };
    const { provider, widget } = await page(base, network);
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await says(widget, /Sent \d/);
    network.isAway = true;
    byRole(widget, 'button', 'Take it back').click();
    await says(widget, /asked to take it back/);
    expect(textOf(widget)).to.contain('waiting to be sent').and.to.not.contain('You took it back');
    network.isAway = false;
    await provider.retry();
    await says(widget, /You took it back/);
    const [now] = (await storeOn(base).search(TYPE, {})) as QuestionnaireResponse[];
    expect(now?.status).to.equal('entered-in-error');
  });

  it('finds earlier answers as soon as the server can be reached', async () => {
    const base = freshServer();
    const first = await page(base, { isAway: false });
    option(first.widget, about.person, /Mostly/).click();
    await first.widget.updateComplete;
    byRole(first.widget, 'button', 'Send').click();
    await says(first.widget, /Sent \d/);
    const network = { isAway: true };
    const { provider, widget } = await page(base, network);
    await says(widget, /could not look for what you entered before/);
    network.isAway = false;
    await provider.retry();
    await says(widget, /Sent \d/);
    expect(widget.answers).to.deep.equal({ person: '3' });
  });

  it('tells a therapist that answers could not be loaded, not that there are none', async () => {
    const base = freshServer();
    const network = { isAway: true };
    const { provider, widget } = await page(base, network);
    provider.viewer = 'therapist';
    await says(widget, /could not be loaded/);
    expect(textOf(widget)).to.not.contain('no answers yet');
    network.isAway = false;
    await provider.retry();
    const client = await page(base, network);
    option(client.widget, about.person, /Mostly/).click();
    await client.widget.updateComplete;
    byRole(client.widget, 'button', 'Send').click();
    await says(client.widget, /Sent \d/);
    await provider.retry();
    await says(widget, /Mostly/);
    byRole(client.widget, 'button', 'Take it back').click();
    await says(client.widget, /You took it back/);
    await provider.retry();
    await says(widget, /took these answers back/);
  });

  it('sends what waits to the server that it was meant for, and to no other', async () => {
    const [base, other] = [freshServer(), freshServer()];
    const network = { isAway: true };
    const { provider, widget } = await page(base, network, 'device');
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await says(widget, /waiting to be sent/);
    provider.remove();

    network.isAway = false;
    const elsewhere = await page(other, network, 'device');
    await elsewhere.provider.retry();
    expect(textOf(elsewhere.widget)).to.not.match(/waiting to be sent|Sent \d/);
    expect(await storeOn(other).search(TYPE, {})).to.deep.equal([]);
    const waiting = (await openDevice(base).queue.all()).map(({ resource }) => resource.resourceType);
    expect(waiting, 'with what follows from it').to.deep.equal([TYPE, 'Observation', 'Provenance']);

    const again = await page(`${base}/`, network, 'device');
    await again.provider.retry();
    await says(again.widget, /Sent \d/);
    expect(await storeOn(base).search(TYPE, {})).to.have.length(1);
  });

  const addresses = ['', 'https://', '/fhir?tenant=a', 'https://kim:secret@fhir.example.org/r4', '/fhir#a'];
  for (const address of addresses) {
    it(`says what is wrong where the address is "${address}", and sends nothing there`, async () => {
      const said: string[] = [];
      const { error } = console;
      console.error = (...words: unknown[]) => said.push(words.join(' '));
      const page = html`<alliance-provider storage="fhir" fhir-base=${address}></alliance-provider>`;
      const provider = await fixture<AllianceProvider>(page);
      console.error = error;
      expect(said.join()).to.contain('Set fhir-base=').and.not.contain('secret');
      expect(provider.currentStore).to.equal(undefined);
    });
  }
});
