import { expect, html } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceRating, AllianceSubmitEvent, SaveResult } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { failingStorage, type StorageFault } from '../../support/failing-storage.js';
import { holdPatience } from '../../support/patience.js';
import { deferred, eventsOf, HeldStore, providerOf, settled } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

const cared = (store: HeldStore, subject = 'Patient/1') =>
  rating(html`
    <alliance-provider .store=${store} .subject=${subject} author=${subject} encounter="Encounter/1">
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);

const write = (widget: AllianceRating, words: string): void => {
  const box = byRole(widget, 'textbox') as HTMLTextAreaElement;
  box.value = words;
  box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};

const send = async (widget: AllianceRating): Promise<void> => {
  await widget.updateComplete;
  byRole(widget, 'button', /^(Send|Send changes|Try again)$/).click();
  await widget.updateComplete;
};

const SECRET = 'words of the first person';

/** The next person answers and sends: what was still to come of the former save has come by then. */
async function sendAsNext(widget: AllianceRating, store: HeldStore): Promise<void> {
  store.answer = (call) => Promise.resolve({ saved: store.keep(call.resource) });
  option(widget, about.person, /A little/).click();
  await send(widget);
  await until(() => textOf(widget).includes('Thank you'));
}

/** Whose responses the events of the library told of. */
const toldOf = (seen: ReturnType<typeof eventsOf>): unknown[] =>
  seen
    .filter(({ type }) => type.startsWith('alliance-'))
    .map(({ type, event }) => [type, (event as AllianceSubmitEvent).resource.subject?.reference]);
const SENT_BY_NEXT = [
  ['alliance-submit', 'Patient/2'],
  ['alliance-saved', 'Patient/2'],
];

/** The secret is sent, and the page makes the widget wait. */
async function heldBack() {
  const store = new HeldStore();
  const gate = deferred<undefined>();
  const widget = await cared(store);
  widget.addEventListener('alliance-submit', (event) => event.waitUntil(gate.promise));
  write(widget, SECRET);
  await send(widget);
  return { store, gate, widget };
}

describe('alliance-rating: nobody’s words reach another’s record', () => {
  it('empties when the subject changes in the middle of an edit', async () => {
    const store = new HeldStore();
    const widget = await cared(store);
    write(widget, SECRET);
    option(widget, about.person, /Yes, fully/).click();
    const seen = eventsOf(document.body);
    const provider = providerOf(widget);
    provider.subject = 'Patient/2';
    provider.author = 'Patient/2';
    await provider.updateComplete;
    await settled(widget);
    expect(widget.answers).to.deep.equal({});
    expect((byRole(widget, 'textbox') as HTMLTextAreaElement).value).to.equal('');
    expect(widget.shadowRoot!.innerHTML).to.not.contain(SECRET);
    expect(widget.value).to.equal('');

    option(widget, about.person, /A little/).click();
    await send(widget);
    await until(() => seen.some(({ type }) => type === 'alliance-saved'));
    expect(JSON.stringify(store.calls)).to.not.contain(SECRET).and.to.not.contain('Patient/1');
    expect(JSON.stringify(seen.map(({ event }) => (event as AllianceSubmitEvent).resource))).to.not.contain(
      SECRET,
    );
  });

  it('lets a save in flight end where it began, unseen by the next person', async () => {
    const store = new HeldStore();
    const slow = deferred<SaveResult>();
    const widget = await cared(store);
    write(widget, SECRET);
    store.answer = () => slow.promise;
    await send(widget);
    await until(() => store.calls.length === 1);
    const seen = eventsOf(document.body);
    const provider = providerOf(widget);
    provider.subject = 'Patient/2';
    await provider.updateComplete;
    await settled(widget);
    slow.resolve({ saved: store.keep(store.calls[0]!.resource) });
    await sendAsNext(widget, store);
    expect(
      store.calls.map(({ resource }) => (resource as QuestionnaireResponse).subject?.reference),
    ).to.deep.equal(['Patient/1', 'Patient/2']);
    expect(toldOf(seen)).to.deep.equal(SENT_BY_NEXT);
    expect(widget.shadowRoot!.innerHTML).to.not.contain(SECRET);
  });

  it('does not let a late failure or a late conflict reach the next person either', async () => {
    for (const end of ['failure', 'conflict'] as const) {
      const store = new HeldStore();
      const slow = deferred<SaveResult>();
      const widget = await cared(store);
      write(widget, SECRET);
      store.answer = () => slow.promise;
      await send(widget);
      await until(() => store.calls.length === 1);
      const seen = eventsOf(document.body);
      const provider = providerOf(widget);
      provider.subject = 'Patient/2';
      await provider.updateComplete;
      if (end === 'failure') slow.reject({ reason: 'refused' });
      else slow.resolve({ conflict: Object.assign(structuredClone(store.calls[0]!.resource), { item: [] }) });
      await settled(widget);
      await sendAsNext(widget, store);
      expect(toldOf(seen), end).to.deep.equal(SENT_BY_NEXT);
      expect(textOf(widget), end).to.not.match(/problem|another place/);
    }
  });

  it('writes nothing after a sign-out, not even what a host held back', async () => {
    const { store, gate, widget } = await heldBack();
    await providerOf(widget).clear();
    gate.resolve(undefined);
    await settled(widget);
    await sendAsNext(widget, store);
    expect(store.calls, 'only what was entered after it').to.have.length(1);
    expect(JSON.stringify(store.calls)).to.not.contain(SECRET);
    expect(widget.shadowRoot!.innerHTML).to.not.contain(SECRET);
  });

  it('writes nothing after a sign-out where the widget was taken out of the page before', async () => {
    const { store, gate, widget } = await heldBack();
    const provider = providerOf(widget);
    widget.remove();
    await provider.clear();
    gate.resolve(undefined);
    const next = document.createElement('alliance-rating');
    provider.append(next);
    await settled(next);
    await sendAsNext(next, store);
    expect(store.calls, 'only what was entered after it').to.have.length(1);
    expect(JSON.stringify(store.calls)).to.not.contain(SECRET);
  });

  it('does not write the response of one person, set by the host, into the record of another', async () => {
    const store = new HeldStore();
    const widget = await cared(store);
    const other: QuestionnaireResponse = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      subject: { reference: 'Patient/2' },
      item: [{ linkId: 'open', answer: [{ valueString: SECRET }] }],
    };
    widget.response = other;
    await widget.updateComplete;
    expect(widget.answers).to.deep.equal({});
    const provider = providerOf(widget);
    provider.subject = 'Patient/2';
    await provider.updateComplete;
    await settled(widget);
    expect(widget.answers).to.deep.equal({ open: SECRET }, 'it waited for its subject');
  });

  it('keeps what was entered before a late provider was found', async () => {
    const widget = await rating(html`<div><alliance-rating></alliance-rating></div>`);
    write(widget, 'early words');
    const store = new HeldStore();
    const provider = document.createElement('alliance-provider');
    provider.store = store;
    provider.subject = 'Patient/1';
    widget.parentElement!.replaceWith(provider);
    provider.append(widget);
    await provider.updateComplete;
    await settled(widget);
    expect(widget.answers).to.deep.equal({ open: 'early words' });
    expect(widget.response?.subject).to.deep.equal({ reference: 'Patient/1' });
    provider.remove();
  });
});

describe('alliance-rating: nothing that was entered is lost', () => {
  for (const [reason, words] of [
    ['refused', /could not be delivered/],
    ['full', /no room left/],
    ['unavailable', /private mode/],
    ['blocked', /Close the other tab/],
  ] as const) {
    it(`says what to do when the store fails with "${reason}", and sends at the second try`, async () => {
      const store = new HeldStore();
      const widget = await cared(store);
      const seen = eventsOf(widget);
      write(widget, 'my words');
      store.answer = () => Promise.reject(Object.assign(new Error(reason), { reason }));
      await send(widget);
      await until(() => words.test(textOf(widget)));
      expect(textOf(widget)).to.contain('What you entered is still here');
      expect(widget.answers).to.deep.equal({ open: 'my words' });
      expect(seen.find(({ type }) => type === 'alliance-error')?.event).to.have.property('reason', reason);
      store.answer = (call) => Promise.resolve({ saved: store.keep(call.resource) });
      await send(widget);
      await until(() => textOf(widget).includes('Thank you'));
      expect(store.calls).to.have.length(2);
      expect((store.calls[0]!.resource as QuestionnaireResponse).identifier).to.deep.equal(
        (store.calls[1]!.resource as QuestionnaireResponse).identifier,
      );
    });
  }

  it('says that there was no reply when a store hangs, and takes a late reply for true', async () => {
    const store = new HeldStore();
    const slow = deferred<SaveResult>();
    const widget = await cared(store);
    write(widget, 'my words');
    store.answer = () => slow.promise;
    const patience = holdPatience();
    await send(widget);
    patience.restore();
    expect(textOf(widget)).to.contain('Sending');
    patience.end();
    await until(() => textOf(widget).includes('no reply in time'));
    expect(widget.answers).to.deep.equal({ open: 'my words' });
    slow.resolve({ saved: store.keep(store.calls[0]!.resource) });
    await until(() => textOf(widget).includes('Thank you'));
    const said = document.querySelector('[data-alliance-announcer]')?.textContent;
    expect(said, 'it is said, too').to.match(/^Thank you\. Sent \d/);
  });

  it('keeps the answers when the host refuses them', async () => {
    const widget = await rating();
    write(widget, 'my words');
    widget.addEventListener('alliance-submit', (event) => {
      event.preventDefault();
      event.waitUntil(Promise.reject(new Error('no session')));
    });
    await send(widget);
    await until(() => textOf(widget).includes('could not be delivered'));
    expect(widget.answers).to.deep.equal({ open: 'my words' });
    expect(allByRole(widget, 'button', 'Try again')).to.have.length(1);
  });

  it('says "sent" only when the host said so', async () => {
    const gate = deferred<undefined>();
    const widget = await rating();
    write(widget, 'my words');
    widget.addEventListener('alliance-submit', (event) => {
      event.preventDefault();
      event.waitUntil(gate.promise);
    });
    await send(widget);
    expect(textOf(widget)).to.contain('Sending').and.to.not.contain('Sent');
    gate.resolve(undefined);
    await until(() => /Sent \d/.test(textOf(widget)));
  });

  it('says that nothing was sent when nobody takes the answers', async () => {
    const widget = await rating();
    write(widget, 'my words');
    await widget.updateComplete;
    expect(textOf(widget)).to.contain('This has not been sent.');
    await send(widget);
    await until(() => textOf(widget).includes('no place to send it to'));
    expect(widget.answers).to.deep.equal({ open: 'my words' });
  });

  for (const [fault, words] of [
    ['open', /private mode/],
    ['write', /private mode/],
    ['quota', /no room left/],
    ['blocked', /Close the other tab/],
  ] as const satisfies readonly (readonly [StorageFault, RegExp])[]) {
    it(`loses nothing when IndexedDB fails at "${fault}"`, async () => {
      const subject = `Patient/${fault}`;
      await openDevice().store.clear(subject);
      const restore = await failingStorage(fault);
      const widget = await rating(html`
        <alliance-provider storage="device" subject=${subject}
          ><alliance-rating></alliance-rating
        ></alliance-provider>
      `);
      try {
        write(widget, 'my words');
        await until(() => textOf(widget).includes('could not keep this on this device'));
        await send(widget);
        await until(() => words.test(textOf(widget)));
        expect(widget.answers).to.deep.equal({ open: 'my words' });
      } finally {
        await restore();
      }
      await send(widget);
      await until(() => textOf(widget).includes('Saved on this device'));
      const [kept] = await openDevice().store.search('QuestionnaireResponse', { subject });
      expect(JSON.stringify(kept)).to.contain('my words');
    });
  }
});
