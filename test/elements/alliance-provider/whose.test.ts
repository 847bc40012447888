import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import type { AllianceProvider, AllianceStore } from '../../../src/index.js';
import { isOutbox } from '../../../src/context/store.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { answers } from '../../support/resources.js';
import { until } from '../../support/until.js';

/*
 * One device, one origin, and more than one person, clinic or store.
 */

interface Network {
  isAway: boolean;
  /** Who was signed in at each write. */
  readonly writers: string[];
}

async function pageOf(person: string, base: string, network: Network): Promise<AllianceProvider> {
  const signedIn: typeof fetch = (input, init) => {
    if (network.isAway) return Promise.reject(new TypeError('away'));
    if (init?.method !== 'GET') network.writers.push(person);
    return fetch(input, init);
  };
  return fixture<AllianceProvider>(html`
    <alliance-provider
      storage="fhir"
      fhir-base=${base}
      outbox="device"
      .fetch=${signedIn}
      subject=${person}
      author=${person}
    ></alliance-provider>
  `);
}

const outboxOf = ({ currentStore }: AllianceProvider) => {
  if (!isOutbox(currentStore)) throw new Error('There is no outbox.');
  return currentStore;
};

describe('alliance-provider: whose it is', () => {
  it('sends nothing that another person left on the device, and sends it when they are there again', async () => {
    const base = freshServer();
    const network: Network = { isAway: true, writers: [] };
    const first = await pageOf('Patient/1', base, network);
    await outboxOf(first).save(answers('a'));
    first.remove();

    network.isAway = false;
    const second = await pageOf('Patient/2', base, network);
    await outboxOf(second).deliver();
    expect(await outboxOf(second).waiting()).to.deep.equal([]);
    expect(network.writers).to.deep.equal([]);

    second.subject = second.author = 'Patient/1';
    await until(async () => (await storeOn(base).search('QuestionnaireResponse', {})).length === 1);
    expect(await outboxOf(second).waiting()).to.deep.equal([]);
  });

  it('keeps nothing on the device for a store of the portal that has no name', async () => {
    const away: AllianceStore = { ...createMemoryStore(), save: () => Promise.reject(new TypeError('away')) };
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => said.push(words.join(' '));
    const provider = await fixture<AllianceProvider>(html`
      <alliance-provider subject="Patient/1" outbox="device" .store=${away}></alliance-provider>
    `);
    console.error = error;
    expect(said.join()).to.contain('Set partition=');
    expect(outboxOf(provider).isLasting).to.equal(false);
    provider.setAttribute('partition', 'clinic-a');
    await provider.updateComplete;
    expect(outboxOf(provider).isLasting).to.equal(true);
    provider.removeAttribute('partition');
    await provider.updateComplete;
    expect(outboxOf(provider).isLasting).to.equal(false);
  });
});
