import { expect, html } from '@open-wc/testing';
import type { AllianceEmpathy, AllianceRating, AllianceSubmitEvent } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { settled, shown } from '../../support/care.js';
import { click, empathy, inCare } from '../../support/empathy.js';
import { allByRole, nameOf, option } from '../../support/screen.js';
import { until } from '../../support/until.js';

const TILES = ['Something felt right', 'Something was missed'];

const tiles = (widget: AllianceEmpathy): string[] =>
  allByRole(widget, 'button')
    .map(nameOf)
    .filter((name) => TILES.includes(name));

/** Answers the one question and presses Send. */
async function answerAndSend(widget: AllianceEmpathy): Promise<AllianceRating> {
  const rating = await until(() => widget.shadowRoot!.querySelector('alliance-rating'), 'the question');
  await settled(rating);
  option(rating, /understood how/, /Mostly/).click();
  await click(rating, 'Send');
  return rating;
}

const quick = (store?: ReturnType<typeof createMemoryStore>): Promise<AllianceEmpathy> =>
  empathy(inCare(store, 'client', html`<alliance-empathy mode="quick"></alliance-empathy>`));

const onSubmit = (widget: AllianceEmpathy, act: (event: AllianceSubmitEvent) => void): void => {
  widget.addEventListener('alliance-submit', (event) => {
    act(event);
  });
};

describe('the one question of the quick way', () => {
  it('offers to tell more once the store has the answer', async () => {
    const widget = await quick(createMemoryStore());
    expect(tiles(widget)).to.deep.equal([]);
    await answerAndSend(widget);
    await until(() => tiles(widget).length === 2, 'the first choice');
  });

  it('offers it once the page says that it has the answer, where the page takes it', async () => {
    const widget = await quick();
    let take: (value?: unknown) => void = () => undefined;
    onSubmit(widget, (event) => {
      event.waitUntil(new Promise((resolve) => (take = resolve)));
    });
    const rating = await answerAndSend(widget);
    await shown(rating, 'Sending …');
    expect(tiles(widget)).to.deep.equal([]);
    take();
    await until(() => tiles(widget).length === 2, 'the first choice');
  });

  it('offers it where the page takes over without a word', async () => {
    const widget = await quick(createMemoryStore());
    onSubmit(widget, (event) => {
      event.preventDefault();
    });
    await answerAndSend(widget);
    await until(() => tiles(widget).length === 2, 'the first choice');
  });

  it('does not offer it where the page could not take it', async () => {
    const widget = await quick();
    onSubmit(widget, (event) => {
      event.waitUntil(Promise.reject(new Error('not now')));
    });
    const rating = await answerAndSend(widget);
    await shown(rating, 'There is a problem');
    expect(tiles(widget)).to.deep.equal([]);
  });
});
