import { expect, html } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { AllianceRating, AllianceStore, Viewer } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { inCare, settled, shown, widgetIn } from '../../support/care.js';
import { click } from '../../support/acting.js';
import { allByRole, option, textOf } from '../../support/screen.js';

/** The questions for therapists, as one of the people sees them. */
async function shownTo(store: AllianceStore, viewer: Viewer): Promise<AllianceRating> {
  const rating = html`<alliance-rating instrument="session-empathy-therapist"></alliance-rating>`;
  const widget = await widgetIn('alliance-rating', inCare(store, rating, viewer));
  await settled(widget);
  return widget;
}

async function answeredIn(store: AllianceStore): Promise<QuestionnaireResponse> {
  const widget = await shownTo(store, 'therapist');
  option(widget, /felt heard/, /Mostly/).click();
  await click(widget, 'Send');
  await shown(widget, 'Sent');
  const [given] = await store.search('QuestionnaireResponse', { subject: 'Patient/1' });
  return given as QuestionnaireResponse;
}

describe('questions for therapists', () => {
  it('are answered by the therapist, who tells nobody of anybody and is helped by nobody', async () => {
    const store = createMemoryStore();
    const given = await answeredIn(store);
    expect(given.author).to.deep.equal({ reference: 'Practitioner/1' });
    expect(given.source).to.deep.equal({ reference: 'Practitioner/1' });
    expect(JSON.stringify(given.extension)).to.not.contain('told-audience');
    const again = await shownTo(store, 'therapist');
    expect(textOf(again)).to.not.contain('can be seen by').and.not.contain('Someone is helping me');
    expect(again.answers).to.deep.equal({ heard: '3' });
  });

  it('show a client neither the questions nor the answers', async () => {
    const store = createMemoryStore();
    await answeredIn(store);
    const widget = await shownTo(store, 'client');
    expect(allByRole(widget, 'radiogroup')).to.deep.equal([]);
    expect(widget.response).to.equal(undefined);
    expect(widget.shadowRoot!.textContent).to.not.contain('Mostly');
  });

  it('are read by a supervisor', async () => {
    const store = createMemoryStore();
    await answeredIn(store);
    await shown(await shownTo(store, 'supervisor'), 'Mostly');
  });
});
