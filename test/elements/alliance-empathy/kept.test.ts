import { expect, html } from '@open-wc/testing';
import type { AllianceEmpathy, AllianceMomentEvent, AllianceStore, Outbox } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { eventsOf, providerOf, shown, storeWith } from '../../support/care.js';
import { click, empathy, fill, inCare, momentWire, threadOn } from '../../support/empathy.js';
import { freshServer, signedInAs, storeOn } from '../../support/fhir-server.js';
import { option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const WORDS = 'I wept on the way home';

async function choose(widget: AllianceEmpathy, question: string, words: RegExp): Promise<void> {
  await until(() => textOf(widget).includes(question), question);
  option(widget, question, words).click();
  await widget.updateComplete;
}

/** Says it as far as the last screen. */
async function say(widget: AllianceEmpathy, who: RegExp): Promise<void> {
  await click(widget, 'Something was missed');
  await click(widget, 'Skip this');
  await choose(widget, 'Who may see it, and when?', who);
  await click(widget, 'Next');
  await fill(widget, WORDS);
  await click(widget, 'Next');
  await click(widget, 'Skip this');
  await until(() => textOf(widget).includes('Look at it once more'), 'the last screen');
}

/** Everything that this origin keeps in the browser, by where. */
async function storedHere(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { name = '' } of await indexedDB.databases()) {
    const opening = indexedDB.open(name);
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const { result: database } = opening;
    for (const table of database.objectStoreNames) {
      const reading = database.transaction(table).objectStore(table).getAll();
      await new Promise((resolve) => (reading.onsuccess = resolve));
      found.set(`${name}/${table}`, JSON.stringify(reading.result));
    }
    database.close();
  }
  found.set('localStorage', JSON.stringify(localStorage));
  found.set('sessionStorage', JSON.stringify(sessionStorage));
  found.set('cookie', document.cookie);
  found.set('address', location.href);
  return found;
}

const placesOf = async (words: string): Promise<readonly string[]> =>
  [...(await storedHere())].filter(([, kept]) => kept.includes(words)).map(([place]) => place);

/**
 * A page whose requests, events and messages to the console are watched.
 * @param answer what the server says to a write, in place of what it does
 */
async function watched(answer?: () => Response) {
  const told: string[] = [];
  const tell = (what: unknown): void => void told.push(JSON.stringify(what));
  const base = freshServer();
  const store = storeOn(base, {
    fetch: signedInAs(
      () => document.querySelector('alliance-provider')?.subject ?? '',
      async (input, init) => {
        tell([input instanceof Request ? input.url : String(input), init?.body]);
        return answer && init?.method !== undefined && init.method !== 'GET' ? answer() : fetch(input, init);
      },
    ),
  });
  const page = inCare(store, 'client', html`<alliance-empathy></alliance-empathy>`);
  const widget = await empathy(page);
  const provider = providerOf(widget);
  provider.partition = base;
  provider.drafts = 'device';
  if (answer) provider.outbox = 'device';
  await widget.updateComplete;
  const events = eventsOf(window);
  const everything = (): string =>
    [
      ...told,
      ...events.map(({ event }) => JSON.stringify(Object.entries(event))),
      JSON.stringify([widget.moments, widget.resources, widget.answers]),
      document.querySelector('[data-alliance-announcer]')?.textContent ?? '',
    ].join('\n');
  return { widget, provider, store, everything };
}

describe('what is only for the person', () => {
  it('is nowhere but among her drafts, and a sign-out removes it', async () => {
    const { widget, provider, everything } = await watched();
    await say(widget, /^Only me/);
    await click(widget, 'Keep it for me');
    await shown(widget, 'Only for you');
    expect(textOf(widget)).to.contain(WORDS);
    expect(everything()).not.to.contain(WORDS);
    const places = await placesOf(WORDS);
    expect(places.length, places.join()).to.equal(1);
    expect(places[0]).to.match(/drafts$/);

    provider.subject = 'Patient/2';
    await until(() => !textOf(widget).includes(WORDS), 'nothing of it for another person');
    provider.subject = 'Patient/1';
    await shown(widget, WORDS);
    await provider.clear();
    await until(() => !textOf(widget).includes(WORDS), 'nothing of it after a sign-out');
    expect(await placesOf(WORDS)).to.deep.equal([]);
    expect(everything()).not.to.contain(WORDS);
  });

  it('leaves no trace where it was to be seen before', async () => {
    const { widget, provider, everything } = await watched();
    await say(widget, /^My therapist now/);
    await click(widget, 'Change: Who may see it');
    await choose(widget, 'Who may see it, and when?', /^Only me/);
    await click(widget, 'Back to all');
    await click(widget, 'Keep it for me');
    await shown(widget, 'Only for you');
    expect(everything()).not.to.contain(WORDS);
    for (const place of await placesOf(WORDS)) expect(place).to.match(/drafts$/);
    await provider.clear();
  });

  for (const [what, answer, says] of [
    ['the server did not take it', () => new Response('{}', { status: 422 }), 'It is not sent. It stays'],
    ['nobody knows whether it came', () => new Response('<p>', { status: 200 }), 'It may have come to your'],
  ] as const)
    it(`is taken out of the outbox where it was to be seen before, and ${what}`, async () => {
      const { widget, provider } = await watched(answer);
      await say(widget, /^My therapist now/);
      await click(widget, 'Send to my therapist');
      await shown(widget, 'There is a problem');
      expect((await placesOf(WORDS)).join()).to.contain('outbox');
      await click(widget, 'Change: Who may see it');
      await choose(widget, 'Who may see it, and when?', /^Only me/);
      await shown(widget, says);
      await click(widget, 'Back to all');
      await click(widget, 'Keep it for me');
      await shown(widget, 'Only for you');
      const outbox = provider.currentStore as Outbox;
      await until(async () => (await outbox.waiting()).length === 0, 'nothing waits');
      for (const place of await placesOf(WORDS)) expect(place).to.match(/drafts$/);
      await provider.clear();
    });

  it('is shared only once the person has chosen that somebody may see it', async () => {
    const { widget, store } = await watched();
    await say(widget, /^Only me/);
    await click(widget, 'Keep it for me');
    await click(widget, 'Go on with this');
    await until(() => textOf(widget).includes('What would help?'), 'the screen that was left');
    await click(widget, 'Skip this');
    await click(widget, 'Change: Who may see it');
    await choose(widget, 'Who may see it, and when?', /^My therapist now/);
    await click(widget, 'Back to all');
    await click(widget, 'Send to my therapist');
    await shown(widget, 'You said it.');
    await until(() => !textOf(widget).includes('Only for you'), 'nothing is only for the person any more');
    expect(widget.moments.map(({ words, showAt }) => [words, showAt])).to.deep.equal([[WORDS, 'now']]);
    expect(await store.search('Communication', { subject: 'Patient/1' })).to.have.length(1);
    expect(await placesOf(WORDS)).to.deep.equal([]);
  });

  it('is said to be gone with the page where nothing else may be kept', async () => {
    const widget = await empathy(inCare(createMemoryStore()));
    await click(widget, 'Something was missed');
    await click(widget, 'Skip this');
    await shown(widget, 'It is gone when you close this page.');
    expect(textOf(widget)).not.to.contain('stays on this device');
  });
});

describe('who sees what was shared', () => {
  const asViewer = async (store: AllianceStore, viewer: 'therapist' | 'supervisor') =>
    empathy(inCare(store, viewer));

  it('somebody who was not told of it sees that there is something, and nothing of it', async () => {
    const moment = { ...momentWire(), id: 'm1' };
    const store = await storeWith(
      moment,
      momentWire({ words: 'And another' }, 'm2'),
      ...threadOn(moment, 'read'),
    );
    const widget = await asViewer(store, 'supervisor');
    await shown(widget, 'Not shared with you');
    expect(widget.shadowRoot!.innerHTML).not.to.match(/We went too fast|another|\b2\b/);
    expect([widget.moments, widget.resources]).to.deep.equal([[], []]);
  });

  it('what waits for the next session is shown to the therapist as that', async () => {
    const widget = await asViewer(await storeWith(momentWire({ visibility: 'next' })), 'therapist');
    await shown(widget, 'For the next session');
    expect(widget.moments[0]).to.include({ showAt: 'next', state: 'sent' });
  });
});

describe('a page that keeps the moments itself', () => {
  it('is asked before anything is saved, and holds what it has taken', async () => {
    const wire = { ...momentWire(), id: 'm1' };
    const page = html`<alliance-empathy .resources=${[wire]}></alliance-empathy>`;
    const widget = await empathy(inCare(createMemoryStore(), 'therapist', page));
    const told: AllianceMomentEvent[] = [];
    widget.addEventListener('alliance-moment', (event) => {
      told.push(event);
      event.waitUntil(Promise.resolve());
    });
    await click(widget, 'I have read this');
    await shown(widget, 'Your client sees that you have read it.');
    expect(
      told.map(({ action, moment, resource }) => [action, moment.state, resource.resourceType]),
    ).to.deep.equal([['read', 'read', 'Communication']]);
    expect(told[0]?.resources.map(({ resourceType }) => resourceType)).to.deep.equal([
      ...['Communication', 'Provenance'],
    ]);
    expect(widget.moments[0]?.thread.map(({ kind, by }) => [kind, by])).to.deep.equal([
      ['read', 'therapist'],
    ]);
    expect(widget.resources).to.have.length(2);
  });

  it('hears of everything that one act writes', async () => {
    const widget = await empathy(inCare(createMemoryStore()));
    const told: AllianceMomentEvent[] = [];
    widget.addEventListener('alliance-moment', (event) => told.push(event));
    await say(widget, /^Bring it up/);
    await click(widget, 'Send it for next time');
    await shown(widget, 'You said it.');
    expect(told).to.have.length(1);
    expect(told[0]?.action).to.equal('share');
    expect(told[0]?.resources.map(({ resourceType }) => resourceType)).to.deep.equal([
      ...['Communication', 'Task', 'Provenance'],
    ]);
    expect(told[0]?.moment).to.deep.include({ kind: 'missed', showAt: 'next', state: 'sent', words: WORDS });
  });

  it('hears no words that were left behind with another choice', async () => {
    const widget = await empathy(inCare(createMemoryStore()));
    const told: AllianceMomentEvent[] = [];
    widget.addEventListener('alliance-moment', (event) => told.push(event));
    await click(widget, 'Something was missed');
    await click(widget, 'Skip this');
    await choose(widget, 'Who may see it, and when?', /^My therapist now/);
    await click(widget, 'Next');
    await click(widget, 'Skip this');
    await choose(widget, 'What would help?', /^Something else/);
    await click(widget, 'Next');
    await fill(widget, WORDS);
    await click(widget, 'Back');
    await choose(widget, 'What would help?', /^Slow down/);
    await click(widget, 'Next');
    await click(widget, 'Send to my therapist');
    await shown(widget, 'You said it.');
    expect(told[0]?.moment.help).to.deep.equal({ kind: 'slow' });
    expect(JSON.stringify(told[0]?.resources)).not.to.contain(WORDS);
  });

  it('is told of the same reminder when an act is tried again', async () => {
    const widget = await empathy(inCare(createMemoryStore()));
    const tasks: (string | undefined)[] = [];
    widget.addEventListener('alliance-moment', (event) => {
      const task = event.resources.find(({ resourceType }) => resourceType === 'Task');
      tasks.push((task as { identifier?: { value?: string }[] } | undefined)?.identifier?.[0]?.value);
      event.waitUntil(tasks.length === 1 ? Promise.reject(new Error('Not now.')) : Promise.resolve());
    });
    await say(widget, /^Bring it up/);
    await click(widget, 'Send it for next time');
    await shown(widget, 'There is a problem');
    await click(widget, 'Send it for next time');
    await shown(widget, 'You said it.');
    expect(tasks).to.have.length(2);
    expect(tasks[0]).to.be.a('string');
    expect(tasks[1]).to.equal(tasks[0]);
  });
});
