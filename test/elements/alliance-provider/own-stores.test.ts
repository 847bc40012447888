import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../src/define.js';
import type { AllianceProvider, AllianceRating } from '../../../src/index.js';
import { isOutbox } from '../../../src/context/store.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { about } from '../../support/about.js';
import { settled } from '../../support/care.js';
import { option } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * Two portals on one origin, each with a store of its own and a `Patient/1`: the device keeps for each of them apart, and
 * nothing for one that has no name.
 */

const isLasting = ({ currentStore }: AllianceProvider): boolean =>
  isOutbox(currentStore) && currentStore.isLasting;
const owner = { subject: 'Patient/1', author: 'Patient/1' };
const partitions = ['', 'clinic-a', 'clinic-b'];
const keptOf = async (partition: string): Promise<number> =>
  (await openDevice(partition).drafts.list(owner, 'response')).length;

/** A page of one portal, after its rating has looked for what was begun. */
async function pageOf(
  partition: string | undefined,
): Promise<{ provider: AllianceProvider; widget: AllianceRating }> {
  const provider = await fixture<AllianceProvider>(html`
    <alliance-provider
      subject="Patient/1"
      author="Patient/1"
      encounter="Encounter/1"
      outbox="device"
      drafts="device"
      partition=${partition ?? ''}
      .store=${createMemoryStore()}
    >
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);
  if (partition === undefined) provider.removeAttribute('partition');
  const widget = provider.querySelector('alliance-rating')!;
  await settled(widget);
  return { provider, widget };
}

const chosen = (widget: AllianceRating): boolean => option(widget, about.person, /Half/).checked;

describe('the device, for a store of the portal', () => {
  const said: string[] = [];
  const { error } = console;
  beforeEach(async () => {
    said.length = 0;
    console.error = (...words: unknown[]) => said.push(words.join(' '));
    await openDevice().drafts.clear();
  });
  afterEach(() => (console.error = error));

  it('keeps nothing where that has no name, and the console says so', async () => {
    for (const partition of ['', undefined]) {
      const { provider, widget } = await pageOf(partition);
      expect(isLasting(provider)).to.equal(false);
      option(widget, about.person, /Half/).click();
      await widget.updateComplete;
      fixtureCleanup();
      const { widget: again } = await pageOf(undefined);
      expect(chosen(again), 'nor is it offered').to.equal(false);
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('Set partition=').and.to.contain('a store of your own');
    expect(await Promise.all(partitions.map(keptOf))).to.deep.equal([0, 0, 0]);
  });

  it('keeps for each by its name, and offers to none what is for another', async () => {
    const { provider, widget } = await pageOf('clinic-a');
    expect(isLasting(provider)).to.equal(true);
    option(widget, about.person, /Half/).click();
    await until(async () => (await keptOf('clinic-a')) === 1, 'it is kept');
    fixtureCleanup();
    for (const partition of ['clinic-b', '', 'clinic-a']) {
      const { widget: again } = await pageOf(partition);
      if (partition === 'clinic-a') await until(() => chosen(again), 'it is offered again');
      expect(chosen(again), partition).to.equal(partition === 'clinic-a');
      fixtureCleanup();
    }
    expect(said.filter((words) => !words.includes('Set partition='))).to.deep.equal([]);
    await openDevice().drafts.clear();
  });

  it('follows where the portal gives it a name later', async () => {
    const { provider } = await pageOf(undefined);
    expect(isLasting(provider)).to.equal(false);
    for (const partition of ['clinic-a', 'clinic-b']) {
      provider.setAttribute('partition', partition);
      await provider.updateComplete;
      expect(isLasting(provider)).to.equal(true);
    }
    provider.removeAttribute('partition');
    await provider.updateComplete;
    expect(isLasting(provider)).to.equal(false);
  });
});
