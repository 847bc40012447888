import { expect, html } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceEmpathy, AllianceRating, AllianceStore, Viewer } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { eventsOf, HeldStore, providerOf, settled, shown, storeWith } from '../../support/care.js';
import { elementContract } from '../../suites/element.js';
import { click, empathy, inCare, strike } from '../../support/empathy.js';
import { freshServer, signedInAs, storeOn } from '../../support/fhir-server.js';
import { allByRole, byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { expectValid } from '../../support/validator.js';

const APART = 'You saw this in different ways. Both count.';

const paired = (store: AllianceStore | undefined, viewer?: Viewer, mode: 'full' | 'quick' = 'full') =>
  empathy(inCare(store, viewer, html`<alliance-empathy pairs mode=${mode}></alliance-empathy>`));

const opener = (widget: AllianceEmpathy): string =>
  providerOf(widget).viewer === 'therapist' ? 'Answer the questions' : 'Just the questions';

/** The rating that asks the questions. */
const ratingIn = (widget: AllianceEmpathy): Promise<AllianceRating> =>
  until(() => widget.shadowRoot!.querySelector('alliance-rating'), 'the questions');

/** Opens the questions and answers them, those that are named. */
async function answer(
  widget: AllianceEmpathy,
  answers: Readonly<Record<string, RegExp>>,
): Promise<AllianceRating> {
  await click(widget, opener(widget));
  const rating = await ratingIn(widget);
  await settled(rating);
  for (const [question, words] of Object.entries(answers))
    option(rating, new RegExp(question), words).click();
  return rating;
}

const ofClient = { 'felt heard': /Yes, fully/, 'could say': /No, not at all/ };
const ofTherapist = { 'felt heard': /Mostly/, 'could say': /Mostly/ };

/** Answers and sends. */
async function send(widget: AllianceEmpathy, answers: Readonly<Record<string, RegExp>>): Promise<void> {
  const rating = await answer(widget, answers);
  await click(rating, 'Send');
  await shown(rating, 'Sent');
}

/** What is said beside a question of the pair, or '' where the pair is not shown. */
const saidTo = (widget: AllianceEmpathy, question: string): string =>
  allByRole(widget, 'term', new RegExp(question))[0]
    ?.parentElement?.textContent.replace(/\s+/g, ' ')
    .trim() ?? '';

/** A server whose requests about the other side's questions, and replies, are kept. */
function watchedServer(base: string, leaveOut?: string) {
  const asked: { readonly address: string; readonly reply: string }[] = [];
  const watched: typeof fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const url = new URL(address, location.href);
    if (leaveOut !== undefined) url.searchParams.delete(leaveOut);
    const response = await fetch(url, init);
    asked.push({ address: decodeURIComponent(address), reply: await response.clone().text() });
    return response;
  };
  const carried = leaveOut === undefined ? signedInAs('Patient/1', watched) : watched;
  return { store: storeOn(base, { fetch: carried }), asked };
}

/** Everything that a page could read of a widget, and all that it was told. */
function everythingOf(widget: AllianceEmpathy, events: readonly { event: Event }[]): string {
  const rating = widget.shadowRoot!.querySelector('alliance-rating');
  return JSON.stringify([
    ...events.map(({ event }) => Object.entries(event)),
    [widget.moments, widget.resources, widget.answers, widget.response, widget.scores],
    widget.shadowRoot!.innerHTML,
    rating?.shadowRoot?.innerHTML.replaceAll(/<input[^>]*>/g, '').length,
    document.querySelector('[data-alliance-announcer]')?.textContent,
  ]);
}

describe('a parallel rating', () => {
  it('shows each what the other said when both have answered, item by item', async () => {
    const base = freshServer();
    const therapist = await paired(storeOn(base), 'therapist');
    await shown(therapist, 'Your client answers the same questions.');
    await send(therapist, ofTherapist);
    await shown(therapist, 'You have answered. Your client has not answered yet.');

    const client = await paired(storeOn(base));
    await shown(client, 'Your therapist has answered.');
    expect(saidTo(client, 'felt heard')).to.equal('');
    await send(client, ofClient);
    for (const page of [client, therapist]) await shown(page, 'You have both answered.');

    expect(saidTo(client, 'I could say'))
      .to.contain(APART)
      .and.match(/You No, not at all ?Your therapist Mostly/);
    expect(saidTo(client, 'I felt heard')).to.not.contain(APART);
    expect(saidTo(client, 'respected')).to.contain('Left open').and.not.contain(APART);
    expect(saidTo(therapist, 'My client could say')).to.match(/You Mostly ?Your client No, not at all/);
    for (const page of [client, therapist]) expect(textOf(page), 'no number at all').to.not.match(/\d/);
  });

  it('asks only who, when and for whom before one’s own is sent, and takes no more', async () => {
    const base = freshServer();
    await send(await paired(storeOn(base), 'therapist'), ofTherapist);
    for (const leaveOut of [undefined, '_elements']) {
      const { store, asked } = watchedServer(base, leaveOut);
      const events = eventsOf(window);
      const client = await paired(store);
      await shown(client, 'Your therapist has answered.');
      await answer(client, ofClient);
      const ofOther = asked.filter(({ address }) => address.includes('session-empathy-therapist'));
      expect(ofOther.length, 'asks whether there is one').to.be.greaterThan(0);
      for (const { address, reply } of ofOther) {
        expect(address).to.contain(
          '_elements=status,subject,questionnaire,encounter,author,source,authored,extension',
        );
        expect(reply.includes('"item"'), 'what a server sends').to.equal(leaveOut !== undefined);
      }
      const others = asked.filter((one) => !ofOther.includes(one));
      expect(others.map(({ reply }) => reply).join('')).to.not.contain('"linkId"');
      const params = {
        subject: 'Patient/1',
        questionnaire: 'https://alliance-elements.org/fhir/Questionnaire/session-empathy-therapist',
      };
      const [part] = await store.search('QuestionnaireResponse', { ...params, _elements: 'status' });
      expect(Object.keys(part!)).to.have.members(['resourceType', 'id', 'meta', 'status']);
      expect(everythingOf(client, events)).to.not.contain('Mostly').and.not.contain('therapist-items');
    }
  });

  it('counts nothing as sent that only waits', async () => {
    const store = await storeWithTherapists();
    const client = await paired({
      ...store,
      save: () => Promise.reject(Object.assign(new Error('no network'), { reason: 'offline' })),
      saveAll: undefined,
    } as unknown as AllianceStore);
    const rating = await answer(client, ofClient);
    await click(rating, 'Send');
    await shown(rating, 'waiting to be sent');
    await client.updateComplete;
    expect(saidTo(client, 'felt heard')).to.equal('');
    expect(textOf(client)).to.not.contain('You have both');
  });

  it('hides it again when one’s own is taken back', async () => {
    const store = await storeWithTherapists();
    const client = await paired(store);
    await send(client, ofClient);
    await shown(client, 'You have both answered.');
    await click(await ratingIn(client), 'Take it back');
    await until(() => saidTo(client, 'felt heard') === '', 'nothing of the other side');
    await shown(client, 'Your therapist has answered.');
  });

  it('shows a therapist who was not told of neither the answers nor that there are some', async () => {
    const store = createMemoryStore();
    const client = await paired(store);
    providerOf(client).audience = 'supervisor';
    await send(client, ofClient);
    const therapist = await paired(store, 'therapist');
    await shown(therapist, 'Your client answers the same questions.');
    expect(textOf(therapist)).to.not.contain('has answered');
    await send(therapist, ofTherapist);
    await shown(therapist, 'Not shared with you');
    expect(therapist.shadowRoot!.innerHTML).to.not.contain('not at all');
  });

  it('pairs no other person’s, session’s or status’s answers, whatever a server finds', async () => {
    const [own] = await givenBy('therapist');
    const strays = [
      { ...own, id: 'a', subject: { reference: 'Patient/2' } },
      { ...own, id: 'b', encounter: { reference: 'Encounter/2' } },
      { ...own, id: 'c', status: 'in-progress' },
      { ...own, id: 'd', questionnaire: 'https://example.org/Questionnaire/other' },
    ] as QuestionnaireResponse[];
    const store = new HeldStore();
    store.search = () => Promise.resolve([...strays, ...store.resources]);
    const client = await paired(store);
    await send(client, ofClient);
    await shown(client, 'You have answered. Your therapist has not answered yet.');
  });

  it('compares the one question of the quick way with the same of the four', async () => {
    const store = await storeWithTherapists({ 'I understood': /No, not at all/ });
    const client = await paired(store, 'client', 'quick');
    await shown(client, 'Your therapist answers the same questions.');
    const rating = await ratingIn(client);
    await settled(rating);
    option(rating, /how it is for me/, /Yes, fully/).click();
    await click(rating, 'Send');
    await shown(client, 'You have both answered.');
    expect(saidTo(client, 'how it is for me')).to.contain(APART);
  });

  it('asks nothing of the other side, and says nothing, where the page does not ask for it', async () => {
    const base = freshServer();
    await send(await paired(storeOn(base), 'therapist'), ofTherapist);
    const { store, asked } = watchedServer(base);
    const client = await empathy(inCare(store));
    await send(client, ofClient);
    expect(asked.filter(({ address }) => address.includes('session-empathy-therapist'))).to.deep.equal([]);
    expect(textOf(client)).to.not.contain('same questions');
  });

  it('can be answered by the keyboard alone', async () => {
    const therapist = await paired(createMemoryStore(), 'therapist');
    await shown(therapist, 'Your client answers the same questions.');
    therapist.focus();
    await strike(therapist, 'Answer the questions');
    await ratingIn(therapist);
    await strike(therapist, 'Back');
    byRole(therapist, 'button', 'Answer the questions');
  });

  it('writes what the therapist answered as theirs', async () => {
    const [given] = await givenBy('therapist');
    expect(given!.author).to.deep.equal({ reference: 'Practitioner/1' });
    expect(given!.source).to.deep.equal({ reference: 'Practitioner/1' });
    expect(given!.subject).to.deep.equal({ reference: 'Patient/1' });
    await expectValid(given!);
  });
});

/** What one side has sent, in a store of its own. */
async function givenBy(viewer: Viewer): Promise<QuestionnaireResponse[]> {
  const store = createMemoryStore();
  await send(await paired(store, viewer), viewer === 'client' ? ofClient : ofTherapist);
  return (await store.search('QuestionnaireResponse', { subject: 'Patient/1' })) as QuestionnaireResponse[];
}

async function storeWithTherapists(answers: Readonly<Record<string, RegExp>> = ofTherapist) {
  const store = createMemoryStore();
  await send(await paired(store, 'therapist'), answers);
  return storeWith(...(await store.search('QuestionnaireResponse', { subject: 'Patient/1' })));
}

/** The widget of one side, over a store in which the client, the therapist or both have answered. */
const over =
  (viewer: Viewer, ...answered: readonly Viewer[]) =>
  async (): Promise<AllianceEmpathy> => {
    const given = await Promise.all(answered.map(givenBy));
    const widget = await paired(await storeWith(...given.flat()), viewer);
    await until(() => allByRole(widget, 'heading', 'The same questions for both of you')[0], 'the pair');
    return widget;
  };

elementContract('alliance-empathy', [
  { name: 'both sides are asked', show: over('client') },
  { name: 'the therapist is asked', show: over('therapist', 'client') },
  { name: 'one side has answered', show: over('client', 'client') },
  { name: 'both sides have answered', show: over('client', 'client', 'therapist') },
]);
