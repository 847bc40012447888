import { expect, html } from '@open-wc/testing';
import type { Observation, QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceRating, AllianceStore, Resource } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import stored from '../../fixtures/session-alliance-1.json';
import { about } from '../../support/about.js';
import { expectAccessible } from '../../support/axe.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { eventsOf, settled } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, focused, nameOf, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * What was answered to another version of the questions: `session-alliance-1.json` holds what the code of version 1.0.0
 * stored, word for word.
 */

const URL = 'https://alliance-elements.org/fhir/Questionnaire/session-alliance';
const english = stored.en as Resource[];
const older = english[0] as QuestionnaireResponse;
const newer: QuestionnaireResponse = {
  ...older,
  questionnaire: `${URL}|3.0.0`,
  identifier: { system: older.identifier!.system!, value: 'of-version-3' },
};

type Viewer = 'client' | 'therapist';

const shown = (
  store: AllianceStore,
  {
    viewer = 'client',
    patient = 1,
    locale = 'en',
  }: { viewer?: Viewer; patient?: number; locale?: string } = {},
): Promise<AllianceRating> =>
  rating(html`
    <alliance-provider
      .store=${store}
      viewer=${viewer}
      locale=${locale}
      subject="Patient/${patient}"
      author=${viewer === 'client' ? `Patient/${String(patient)}` : 'Practitioner/1'}
      encounter="Encounter/${patient}"
    >
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);

async function storeWith(resources: readonly Resource[], store: AllianceStore = createMemoryStore()) {
  // Each store gives ids and versions of its own
  for (const { id: _id, meta: _meta, ...resource } of resources) await store.save(resource);
  return store;
}

const responses = async (store: AllianceStore): Promise<QuestionnaireResponse[]> =>
  (await store.search('QuestionnaireResponse', { questionnaire: URL })) as QuestionnaireResponse[];

const scores = async (store: AllianceStore): Promise<Observation[]> =>
  (await store.search('Observation', { subject: 'Patient/1' })) as Observation[];

const versionOf = ({ questionnaire }: QuestionnaireResponse): string | undefined =>
  questionnaire?.split('|')[1];

const found = async (widget: AllianceRating): Promise<void> => {
  await until(() => textOf(widget).includes('What we did matters for my daily life'), 'it is found');
};

async function press(widget: AllianceRating, name: string): Promise<void> {
  await widget.updateComplete;
  byRole(widget, 'button', name).click();
  await widget.updateComplete;
}

/** Nothing of the questions of now. */
function expectOwnWords(widget: AllianceRating): void {
  expect(textOf(widget))
    .to.contain('My therapist got to know me as a person.')
    .and.to.contain('Mostly')
    .and.to.contain('A shorter talk.');
  expect(textOf(widget)).not.to.match(/person I am|trusted|How much|Half|Yes, fully|bond-1/);
  expect(allByRole(widget, 'radio')).to.have.length(0);
}

for (const [where, make] of Object.entries({
  'in memory': createMemoryStore,
  'on a FHIR server': () => storeOn(freshServer()),
})) {
  for (const [version, response] of Object.entries({ '1.0.0': older, '3.0.0': newer })) {
    describe(`alliance-rating: a response to version ${version} ${where}`, () => {
      const open = (viewer: Viewer, store: AllianceStore) => shown(store, { viewer });

      it('is shown to the client in its own words, with no number of now', async () => {
        const store = await storeWith([response], make());
        const widget = await open('client', store);
        await found(widget);
        expectOwnWords(widget);
        expect(textOf(widget)).to.contain('Thank you').and.to.contain('I’d rather not say');
        expect(textOf(widget)).to.contain('This page asks other questions now');
        expect([widget.answers, widget.declined, widget.unknown]).to.deep.equal([{}, [], []]);
        expect(widget.scores).not.to.have.property('total');
        expect(widget.response?.item).to.deep.equal(response.item);
        await expectAccessible(widget);
      });

      it('is shown to the therapist in its own words', async () => {
        const widget = await open('therapist', await storeWith([response], make()));
        await found(widget);
        expectOwnWords(widget);
        expect(textOf(widget)).to.contain('asked other questions').and.to.contain('Would rather not say');
        expect(textOf(widget)).to.contain('wrote something in their own words');
        expect(widget.scores).not.to.have.property('total');
        await expectAccessible(widget);
      });

      it('stays as it is when the client answers again: what they send is one of 2.0.0 beside it', async () => {
        const store = await storeWith([response], make());
        const [before] = await responses(store);
        const widget = await open('client', store);
        await found(widget);
        await press(widget, 'Answer again');
        await until(
          () => (focused()?.textContent ?? '').includes('person I am'),
          'the first question has the focus',
        );
        expect(allByRole(widget, 'radio').some((radio) => (radio as HTMLInputElement).checked)).to.equal(
          false,
        );
        option(widget, about.trust, /A little/).click();
        await press(widget, 'Send');
        await until(() => textOf(widget).includes('Thank you'));
        const after = await responses(store);
        expect(after.map(versionOf).sort()).to.deep.equal(['2.0.0', version].sort());
        expect(after.find((one) => versionOf(one) === version)).to.deep.equal(before);
        const [made] = after.filter((one) => versionOf(one) === '2.0.0');
        expect(made?.status).to.equal('completed');
        expect(JSON.stringify(made)).not.to.match(/bond-1|goal-1|got to know me/);

        const again = await open('client', store);
        await until(() => textOf(again).includes('A little'));
        expect(textOf(again))
          .to.contain('I trusted my therapist today.')
          .and.not.to.contain('got to know me');
        const reader = await open('therapist', store);
        await until(() => textOf(reader).includes('A little'), 'the newest is read');
      });
    });
  }
}

describe('alliance-rating: what was answered to version 1.0.0', () => {
  it('keeps the score that it had, also once there is one of 2.0.0', async () => {
    const store = await storeWith(english);
    const [before] = await scores(store);
    const widget = await shown(store);
    await found(widget);
    await press(widget, 'Answer again');
    for (const question of [about.person, about.trust, about.sameGoal, about.chose, about.why])
      option(widget, question, /Yes, fully/).click();
    await press(widget, 'Send');
    await until(async () => (await scores(store)).length === 2, 'a second score');
    const all = await scores(store);
    expect(all).to.deep.include(before);
    expect(all.map(({ valueQuantity }) => valueQuantity?.value)).to.have.members([undefined, 24]);
  });

  it('can be taken back, with its score and with every word of it', async () => {
    const store = await storeWith(english);
    const widget = await shown(store);
    await found(widget);
    await press(widget, 'Take it back');
    await until(() => textOf(widget).includes('You took it back'));
    const [kept, ...others] = await responses(store);
    expect(others).to.deep.equal([]);
    expect(kept).to.deep.include({ status: 'entered-in-error', item: older.item, authored: older.authored });
    expect(kept?.questionnaire).to.equal(`${URL}|1.0.0`);
    expect((await scores(store)).map(({ status }) => status)).to.deep.equal(['entered-in-error']);
    await press(widget, 'Answer again');
    await until(() => allByRole(widget, 'radio').length > 0);
  });

  it('is read in the language of its words', async () => {
    const widget = await shown(await storeWith(stored.es), { patient: 2 });
    await until(() => textOf(widget).includes('Mi terapeuta llegó a conocerme'));
    for (const words of [/llegó a conocerme/, /En gran parte/, /Menos ruido/]) {
      const [place] = [...widget.shadowRoot!.querySelectorAll('dt, dd')].filter((one) =>
        words.test(one.textContent),
      );
      const marked = place!.querySelector('[lang]') ?? place!.closest('[lang]')!;
      expect(marked.getAttribute('lang'), String(words)).to.equal('es');
    }
  });

  it('shows the plain value where it holds no words, and says so of what has none', async () => {
    const [first, second, ...rest] = structuredClone(older.item!);
    delete first!.answer![0]!.valueCoding!.display;
    second!.answer = [{ valueReference: { reference: 'Observation/1' } }];
    const widget = await shown(await storeWith([{ ...older, item: [first, second, ...rest] } as Resource]));
    await found(widget);
    const answers = [...widget.shadowRoot!.querySelectorAll('dd')].map((dd) => dd.textContent.trim());
    expect(answers.slice(0, 2)).to.deep.equal(['3', 'This cannot be shown here']);
  });

  it('is neither sent again nor changed by the page’s code', async () => {
    const store = await storeWith([older]);
    const [before] = await responses(store);
    const widget = await shown(store);
    await found(widget);
    await widget.submit();
    expect(await responses(store)).to.deep.equal([before]);
    widget.answers = { trust: 4 };
    await widget.updateComplete;
    expect(option(widget, about.trust, /Yes, fully/).checked).to.equal(true);
    await widget.submit();
    const after = await responses(store);
    expect(after).to.have.length(2).and.to.deep.include(before);
  });

  it('is not shown where it was taken back, or given by somebody else', async () => {
    const store = await storeWith([
      { ...older, status: 'entered-in-error' } as Resource,
      { ...newer, author: { reference: 'RelatedPerson/1' } } as Resource,
    ]);
    const widget = await shown(store);
    await settled(widget);
    expect(option(widget, about.person, /Mostly/).checked).to.equal(false);
  });

  it('is taken from the page, too: shown, and given to a form as it is', async () => {
    const response = structuredClone(older);
    const widget = await rating(html`
      <form><alliance-rating name="a" required .response=${response}></alliance-rating></form>
    `);
    const form = widget.closest('form')!;
    const seen = eventsOf(form);
    expectOwnWords(widget);
    expect(JSON.parse(new FormData(form).get('a') as string)).to.deep.equal(older);
    expect([widget.checkValidity(), widget.response]).to.deep.equal([true, older]);
    await press(widget, 'Answer again');
    expect(new FormData(form).has('a')).to.equal(false);
    expect(widget.checkValidity()).to.equal(false);
    option(widget, about.trust, /Half/).click();
    const made = JSON.parse(new FormData(form).get('a') as string) as QuestionnaireResponse;
    expect([versionOf(made), made.id]).to.deep.equal(['2.0.0', undefined]);
    form.reset();
    await widget.updateComplete;
    expectOwnWords(widget);
    expect(seen.map(({ type }) => type)).to.deep.equal(['input', 'change']);
  });

  it('is shown without a button where nothing can be changed', async () => {
    const widget = await rating(html`<alliance-rating readonly .response=${older}></alliance-rating>`);
    expectOwnWords(widget);
    expect(allByRole(widget, 'button').map(nameOf)).to.deep.equal([]);
  });
});
