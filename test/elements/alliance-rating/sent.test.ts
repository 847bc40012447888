import { expect, html } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceConflictEvent, AllianceRating } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import type { AllianceStore } from '../../../src/index.js';
import { eventsOf, providerOf, settled } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

const SUBJECT = 'Patient/1';

const client = (store: AllianceStore) =>
  rating(html`
    <alliance-provider .store=${store} subject=${SUBJECT} author=${SUBJECT} encounter="Encounter/1">
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);

const therapist = (store: AllianceStore) =>
  rating(html`
    <alliance-provider
      .store=${store}
      viewer="therapist"
      subject=${SUBJECT}
      author="Practitioner/1"
      encounter="Encounter/1"
    >
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);

async function press(widget: AllianceRating, name: string): Promise<void> {
  await widget.updateComplete;
  byRole(widget, 'button', name).click();
  await widget.updateComplete;
}

async function sent(widget: AllianceRating, answer: RegExp): Promise<void> {
  option(widget, about.person, answer).click();
  await press(widget, 'Send');
  await until(() => textOf(widget).includes('Thank you'));
}

const all = async (store: AllianceStore): Promise<QuestionnaireResponse[]> =>
  (await store.search('QuestionnaireResponse', { subject: SUBJECT })) as QuestionnaireResponse[];

describe('alliance-rating: after sending', () => {
  it('takes back what was sent: entered in error, in words, and it can be sent again', async () => {
    const store = createMemoryStore();
    const widget = await client(store);
    await sent(widget, /Mostly/);
    await press(widget, 'Take it back');
    await until(() => textOf(widget).includes('You took it back'));
    expect((await all(store)).map(({ status }) => status)).to.deep.equal(['entered-in-error']);
    await press(widget, 'Change my answers');
    expect(option(widget, about.person, /Mostly/).checked).to.equal(true, 'nothing is lost');
    await press(widget, 'Send changes');
    await until(() => textOf(widget).includes('Thank you'));
    expect((await all(store)).map(({ status }) => status)).to.deep.equal(['amended']);
  });

  it('starts a new response for another session', async () => {
    const store = createMemoryStore();
    const widget = await client(store);
    await sent(widget, /Mostly/);
    const provider = providerOf(widget);
    provider.encounter = 'Encounter/2';
    await provider.updateComplete;
    await settled(widget);
    expect(widget.answers).to.deep.equal({});
    await sent(widget, /Half/);
    expect(await all(store)).to.have.length(2);
  });

  it('merges what two places changed about different questions, without asking', async () => {
    const store = createMemoryStore();
    const [here, there] = [await client(store), await client(store)];
    option(here, about.sameGoal, /Mostly/).click();
    await sent(there, /Yes, fully/);
    await press(here, 'Send');
    await until(() => textOf(here).includes('Thank you'));
    expect(here.answers).to.deep.equal({ person: '4', 'same-goal': '3' });
    expect(await all(store)).to.have.length(1);
  });

  for (const [choice, answer] of [
    ['Use what is here', '1'],
    ['Use what is in the other place', '4'],
  ] as const) {
    it(`shows a true conflict and ends it with "${choice}"`, async () => {
      const store = createMemoryStore();
      const [here, there] = [await client(store), await client(store)];
      option(here, about.person, /A little/).click();
      option(here, about.chose, /Yes, fully/).click();
      await sent(there, /Yes, fully/);
      const seen = eventsOf(here);
      await press(here, 'Send');
      await until(() => textOf(here).includes('changed in another place'));
      expect(textOf(here)).to.contain('A little').and.to.contain('Yes, fully');
      const conflict = seen.find(({ type }) => type === 'alliance-conflict')!.event as AllianceConflictEvent;
      expect(JSON.stringify(conflict.theirs)).to.contain('"code":"4"');
      await press(here, choice);
      await until(() => textOf(here).includes('Thank you'));
      expect(here.answers).to.deep.equal({ person: answer, chose: '4' });
      expect(await all(store)).to.have.length(1);
    });
  }
});

describe('alliance-rating: for the therapist', () => {
  it('shows the answers in words with a prompt, follows new ones, and judges nothing', async () => {
    const store = createMemoryStore();
    const reader = await therapist(store);
    expect(textOf(reader)).to.contain('There are no answers yet');
    const writer = await client(store);
    option(writer, about.sameGoal, /rather not/).click();
    await sent(writer, /No, not at all/);
    await until(() => textOf(reader).includes('No, not at all'));
    expect(textOf(reader)).to.contain('What your client answered').and.to.contain('Would rather not say');
    expect(textOf(reader)).to.contain('To talk about together').and.to.contain('Left open');
    expect(allByRole(reader, 'radio')).to.have.length(0);
    expect(allByRole(reader, 'button')).to.have.length(0);
    expect(textOf(reader)).to.not.match(/total|score|risk|low|poor|good/i);
    expect(reader.response?.author).to.deep.equal({ reference: SUBJECT });
    expect(reader.value).to.equal('');
  });

  it('shows no answers that were taken back', async () => {
    const store = createMemoryStore();
    const writer = await client(store);
    await sent(writer, /Yes, fully/);
    const reader = await therapist(store);
    await until(() => textOf(reader).includes('Yes, fully'));
    await press(writer, 'Take it back');
    await until(() => !textOf(reader).includes('Yes, fully'));
  });
});
