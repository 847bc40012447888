import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/define.js';
import { provideAlliance } from '../../../src/index.js';
import type { AllianceProvider, AllianceRating } from '../../../src/index.js';
import { isOutbox } from '../../../src/context/store.js';
import { Database } from '../../../src/store/device/database.js';
import { settled } from '../../support/care.js';
import { freshServer, signedInAs, storeOn } from '../../support/fhir-server.js';
import { answers } from '../../support/resources.js';
import { allByRole, byRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * One device, one origin, and more than one person, clinic or store.
 */

interface Network {
  isAway: boolean;
  /** Who is there after the one whom the page began with. */
  next?: string;
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
      .fetch=${signedInAs(() => network.next ?? person, signedIn)}
      subject=${person}
      author=${person}
    ></alliance-provider>
  `);
}

const outboxOf = ({ currentStore }: AllianceProvider) => {
  if (!isOutbox(currentStore)) throw new Error('There is no outbox.');
  return currentStore;
};

/** All that the device keeps, in whatever partition. */
async function keptOnDevice(): Promise<string> {
  const database = new Database();
  const tables = await database.use((open) =>
    Promise.all([...open.objectStoreNames].map((name) => open.getAll(name))),
  );
  database.close();
  return JSON.stringify(tables);
}

/** A page with a rating, in which a person has said something that they have not sent. */
async function typing(page: TemplateResult, words: string): Promise<AllianceRating> {
  const provider = await fixture<AllianceProvider>(page);
  const widget = provider.querySelector('alliance-rating')!;
  await settled(widget);
  widget.shadowRoot!.querySelector('textarea')!.value = words;
  widget.shadowRoot!.querySelector('textarea')!.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await widget.updateComplete;
  return widget;
}

const wordsIn = (widget: AllianceRating): string => widget.shadowRoot!.querySelector('textarea')!.value;

const rating = html`<alliance-rating></alliance-rating>`;

describe('alliance-provider: a sign-out', () => {
  const kept = ['', 'clinic-a'].map(
    (partition) =>
      [
        partition,
        html`
          <alliance-provider
            subject="Patient/1"
            encounter="Encounter/1"
            storage="device"
            partition=${partition}
          >
            ${rating}
          </alliance-provider>
        `,
      ] as const,
  );
  const leaving: Readonly<Record<string, TemplateResult>> = {
    'keeps nothing': html`<alliance-provider subject="Patient/1"></alliance-provider>`,
    'has a server': html`
      <alliance-provider subject="Patient/1" storage="fhir" fhir-base=${freshServer()}></alliance-provider>
    `,
    'has another partition': html`
      <alliance-provider subject="Patient/1" storage="device" partition="other"></alliance-provider>
    `,
    'names nobody': html`<alliance-provider subject=""></alliance-provider>`,
  };
  for (const [partition, page] of kept)
    for (const [what, leave] of Object.entries(leaving)) {
      it(`leaves nothing of partition "${partition}" where the page that signs out ${what}`, async () => {
        const widget = await typing(page, 'I was afraid');
        await until(async () => (await keptOnDevice()).includes('I was afraid'), 'a draft');
        const outbox = await pageOf('Patient/1', freshServer(), { isAway: true, writers: [] });
        await outboxOf(outbox).save(answers('waits', 'I was afraid'));
        widget.closest('alliance-provider')!.remove();
        outbox.remove();
        await (await fixture<AllianceProvider>(leave)).clear();
        expect(await keptOnDevice()).to.not.contain('I was afraid');
      });
    }

  it('of one person leaves what is another’s, and of all leaves nothing', async () => {
    const other = html`
      <alliance-provider subject="Patient/2" encounter="Encounter/1" storage="device"
        >${rating}</alliance-provider
      >
    `;
    await typing(other, 'It went well');
    await until(async () => (await keptOnDevice()).includes('It went well'), 'a draft');
    const provider = await fixture<AllianceProvider>(leaving['keeps nothing']!);
    await provider.clear();
    expect(await keptOnDevice()).to.contain('It went well');
    await provider.clear({ all: true });
    expect(await keptOnDevice()).to.not.contain('It went well');
  });

  it('is heard by pages of the same person elsewhere, whatever they are set to', async () => {
    const page = html`
      <alliance-provider subject="Patient/1" storage="fhir" fhir-base=${freshServer()}
        >${rating}</alliance-provider
      >
    `;
    const widget = await typing(page, 'I was afraid');
    const other = await typing(
      html`<alliance-provider subject="Patient/2" storage="fhir" fhir-base=${freshServer()}
        >${rating}</alliance-provider
      >`,
      'It went well',
    );
    expect([wordsIn(widget), wordsIn(other)]).to.deep.equal(['I was afraid', 'It went well']);
    await (await fixture<AllianceProvider>(leaving['keeps nothing']!)).clear();
    await until(() => wordsIn(widget) === '', 'a page that starts afresh');
    expect(wordsIn(other)).to.equal('It went well');
  });

  it('ends what waits in the memory of a page elsewhere', async () => {
    const network: Network = { isAway: true, writers: [] };
    const page = await pageOf('Patient/1', freshServer(), network);
    page.setAttribute('outbox', 'memory');
    await page.updateComplete;
    await outboxOf(page).save(answers('waits', 'I was afraid'));
    expect(await outboxOf(page).waiting()).to.have.length(1);
    await (await fixture<AllianceProvider>(leaving['keeps nothing']!)).clear();
    await until(async () => (await outboxOf(page).waiting()).length === 0, 'nothing waits');
    network.isAway = false;
    await page.retry();
    expect(network.writers).to.deep.equal([]);
  });

  it('leaves nothing in a list that lives as long as the page', async () => {
    const provider = await fixture<AllianceProvider>(html`
      <alliance-provider subject="Patient/1"><alliance-goals></alliance-goals></alliance-provider>
    `);
    const widget = provider.querySelector('alliance-goals')!;
    await until(() => allByRole(widget, 'button', 'Add a goal').length > 0);
    byRole(widget, 'button', 'Add a goal').click();
    const field = await until(() => allByRole(widget, 'textbox')[0] as HTMLTextAreaElement | undefined);
    field.value = 'Sleep in my own bed';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    byRole(widget, 'button', /Back to the list/).click();
    await until(() => textOf(widget).includes('Sleep in my own bed'), 'an idea in the list');
    await provider.clear();
    await until(() => allByRole(widget, 'button', 'Add a goal').length > 0, 'a list that begins afresh');
    expect(textOf(widget)).to.not.contain('Sleep in my own bed');
  });

  it('is seen by a page that the browser has kept to go back to', async () => {
    const page = html`<alliance-provider subject="Patient/1" storage="memory">${rating}</alliance-provider>`;
    const widget = await typing(page, 'I was afraid');
    const back = (): void => {
      globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    };
    back();
    await widget.updateComplete;
    expect(wordsIn(widget), 'nobody has left').to.equal('I was afraid');
    await until(() => {
      localStorage.setItem('alliance-elements signed out', new Date().toISOString());
      back();
      return wordsIn(widget) === '';
    }, 'a page that starts afresh');
  });

  it('is remembered where the browser brings a form back', async () => {
    const said = (subject: string | undefined, authored: string) =>
      JSON.stringify({
        resourceType: 'QuestionnaireResponse',
        status: 'in-progress',
        ...(subject !== undefined && { subject: { reference: subject } }),
        authored,
        item: [{ linkId: 'open', answer: [{ valueString: 'I was afraid' }] }],
      });
    const later = new Date(Date.now() + 60_000).toISOString();
    localStorage.setItem('alliance-elements signed out', new Date().toISOString());
    const cases = [
      [said('Patient/1', later), 'I was afraid'],
      [said('Patient/1', '2026-01-01T10:00:00Z'), ''],
      [said('Patient/2', later), ''],
      [said(undefined, later), ''],
    ] as const;
    for (const [state, words] of cases) {
      const provider = await fixture<AllianceProvider>(html`
        <alliance-provider subject="Patient/1"><form>${rating}</form></alliance-provider>
      `);
      const widget = provider.querySelector('alliance-rating')!;
      await settled(widget);
      widget.formStateRestoreCallback(state);
      await widget.updateComplete;
      expect(wordsIn(widget), state).to.equal(words);
    }
  });

  it('is not needed where it is known only later who is there', async () => {
    const state = JSON.stringify({
      ...{
        resourceType: 'QuestionnaireResponse',
        status: 'in-progress',
        subject: { reference: 'Patient/1' },
      },
      authored: new Date(Date.now() + 60_000).toISOString(),
      item: [{ linkId: 'open', answer: [{ valueString: 'I was afraid' }] }],
    });
    for (const [subject, words] of [
      ['Patient/1', 'I was afraid'],
      ['Patient/2', ''],
    ] as const) {
      const form = await fixture<HTMLFormElement>(html`<form>${rating}</form>`);
      const widget = form.querySelector('alliance-rating')!;
      await settled(widget);
      widget.formStateRestoreCallback(state);
      const provision = provideAlliance(form, { subject });
      await until(() => wordsIn(widget) === words, `what ${subject} is shown`);
      provision.stop();
    }
  });
});

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

    network.next = 'Patient/1';
    second.subject = second.author = 'Patient/1';
    await until(async () => (await storeOn(base).search('QuestionnaireResponse', {})).length === 1);
    await until(async () => (await outboxOf(second).waiting()).length === 0, 'nothing waits');
  });
});
