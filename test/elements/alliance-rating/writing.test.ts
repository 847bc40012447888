import { expect, html } from '@open-wc/testing';
import type { Observation, QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceSubmitEvent } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { eventsOf } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

/*
 * How often an act makes work: a response may hold thousands of answers.
 */

/** Counts the calls of a function of the browser while `act` runs. */
async function callsOf<Name extends string>(
  owner: Readonly<Record<Name, unknown>>,
  name: Name,
  act: () => Promise<void>,
): Promise<readonly (readonly unknown[])[]> {
  const calls: unknown[][] = [];
  const usual = owner[name] as (...given: unknown[]) => unknown;
  Object.assign(owner, {
    [name](this: unknown, ...given: unknown[]) {
      calls.push(given);
      return usual.apply(this, given);
    },
  });
  try {
    await act();
  } finally {
    Object.assign(owner, { [name]: usual });
  }
  return calls;
}

const isResponse = ([value]: readonly unknown[]): boolean =>
  (value as Partial<QuestionnaireResponse> | null)?.resourceType === 'QuestionnaireResponse';

describe('alliance-rating: one writing for one act', () => {
  it('tells the form once, in one text, when an option is chosen', async () => {
    const widget = await rating();
    const choose = async (): Promise<void> => {
      option(widget, about.person, /Yes, fully/).click();
      await widget.updateComplete;
    };
    const texts = await callsOf(JSON as never, 'stringify', choose);
    expect(texts.filter(isResponse)).to.have.length(1);
    const again = await callsOf(ElementInternals.prototype as never, 'setFormValue', async () => {
      option(widget, about.person, /Mostly/).click();
      await widget.updateComplete;
    });
    expect(again).to.have.length(1);
  });

  it('tells the form nothing when nothing has changed', async () => {
    const widget = await rating();
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    const calls = await callsOf(ElementInternals.prototype as never, 'setFormValue', async () => {
      widget.requestUpdate();
      await widget.updateComplete;
      expect(widget.response?.item?.[0]?.answer).to.have.length(1);
    });
    expect(calls).to.deep.equal([]);
  });

  it('writes the response once for the screen, the form and the draft', async () => {
    const widget = await rating(html`
      <alliance-provider storage="device" subject="Patient/once" encounter="Encounter/once">
        <alliance-rating></alliance-rating>
      </alliance-provider>
    `);
    // Every resource is made out of its entries
    const made = await callsOf(Object as never, 'fromEntries', async () => {
      option(widget, about.person, /Yes, fully/).click();
      await until(() => textOf(widget).includes('Kept on this device'));
    });
    const responses = made.filter(([entries]) =>
      [...(entries as Iterable<readonly unknown[]>)].some(([, value]) => value === 'QuestionnaireResponse'),
    );
    expect(responses).to.have.length(1);
  });
});

describe('alliance-rating: what follows from answers on the device', () => {
  it('is saved with them, and follows them when they are taken back', async () => {
    const subject = 'Patient/follows';
    const { store } = openDevice();
    await store.clear(subject);
    const widget = await rating(html`
      <alliance-provider storage="device" subject=${subject} author=${subject} encounter="Encounter/1">
        <alliance-rating></alliance-rating>
      </alliance-provider>
    `);
    const scores = async () => (await store.search('Observation', { subject })) as Observation[];
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    const seen = eventsOf(widget);
    byRole(widget, 'button', 'Send').click();
    await until(() => textOf(widget).includes('Thank you'));
    expect((await scores()).map(({ status }) => status)).to.deep.equal(['final']);
    const { resources } = seen.find(({ type }) => type === 'alliance-submit')!.event as AllianceSubmitEvent;
    expect(resources.map(({ resourceType }) => resourceType)).to.deep.equal([
      ...['QuestionnaireResponse', 'Observation', 'Provenance'],
    ]);
    byRole(widget, 'button', 'Take it back').click();
    await until(() => textOf(widget).includes('You took it back'));
    expect((await scores()).map(({ status }) => status)).to.deep.equal(['entered-in-error']);
    const [response] = (await store.search('QuestionnaireResponse', { subject })) as QuestionnaireResponse[];
    for (const version of ['1', '2']) {
      const target = `QuestionnaireResponse/${response!.id!}/_history/${version}`;
      expect(await store.search('Provenance', { target }), target).to.have.length(1);
    }
  });
});
