import { expect, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { AllianceErrorEvent, AllianceRating } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { about } from '../support/about.js';
import { eventsOf, inCare, widgetIn } from '../support/care.js';
import { click, fill, skipTo } from '../support/acting.js';
import { allByRole, byRole, option, textOf } from '../support/screen.js';
import { until } from '../support/until.js';

/*
 * A fault of ours: something throws while a widget is drawn or sends. It leaves nobody with a dead form.
 */

const WORDS = 'Something did not work here. Your answers are still here.';

/** Lets every drawing fail from now on; gives what ends that. */
function breaks(widget: LitElement): () => void {
  let isBroken = true;
  widget.addController({
    hostUpdate: () => {
      if (isBroken) throw new Error('private words');
    },
  });
  widget.requestUpdate();
  return () => (isBroken = false);
}

const told = (seen: readonly { event: Event }[]): readonly string[] =>
  seen.flatMap(({ event }) => ('reason' in event ? (event as AllianceErrorEvent).reason : []));

const tags = ['alliance-rating', 'alliance-goals', 'alliance-empathy'] as const;
const drawn = {
  'alliance-rating': html`<alliance-rating></alliance-rating>`,
  'alliance-goals': html`<alliance-goals></alliance-goals>`,
  'alliance-empathy': html`<alliance-empathy></alliance-empathy>`,
};

describe('a widget in which something throws', () => {
  const { error } = console;
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    console.error = (...args: unknown[]) => void lines.push(args.map(String).join(' '));
  });
  afterEach(() => {
    console.error = error;
  });

  for (const tag of tags)
    it(`${tag} says so, tells the page once, and goes on when it can`, async () => {
      const widget = await widgetIn(tag, inCare(createMemoryStore(), drawn[tag]));
      const before = textOf(widget);
      const seen = eventsOf(widget);
      const mend = breaks(widget);
      await until(() => textOf(widget).includes('Try again'), 'the way on');
      expect(textOf(widget)).to.contain(WORDS).and.to.contain(before.slice(0, 40));
      widget.requestUpdate();
      await widget.updateComplete;
      expect(told(seen)).to.deep.equal(['internal']);
      expect(lines.join(), 'the console').to.contain(tag).and.not.to.contain('private words');
      mend();
      const again = byRole(widget, 'button', 'Try again');
      again.focus();
      again.click();
      await until(() => !textOf(widget).includes(WORDS), 'it is mended');
      await until(() => document.activeElement === widget, 'the focus in the widget');
      expect(textOf(widget)).to.equal(before);
    });

  it('the rating can still be sent, and its answers copied', async () => {
    const store = createMemoryStore();
    const widget = await widgetIn('alliance-rating', inCare(store, drawn['alliance-rating']));
    option(widget, about.person, /Mostly/).click();
    await fill(widget, 'My own words');
    breaks(widget);
    const copy = (await until(
      () => allByRole(widget, 'textbox', 'Your words, to copy:')[0],
    )) as HTMLTextAreaElement;
    expect(copy.value).to.contain('Mostly').and.to.contain('My own words');
    byRole(widget, 'button', 'Send').click();
    await until(() => /Sent \d/.test(textOf(widget)), 'it is sent');
    const [sent] = await store.search('QuestionnaireResponse', { subject: 'Patient/1' });
    expect(JSON.stringify(sent)).to.contain('My own words');
  });

  it('what was begun of a goal can be copied', async () => {
    const widget = await widgetIn('alliance-goals', inCare(createMemoryStore(), drawn['alliance-goals']));
    await click(widget, 'Add a goal');
    await fill(widget, 'Swim in the lake');
    breaks(widget);
    const copy = (await until(
      () => allByRole(widget, 'textbox', 'Your words, to copy:')[0],
    )) as HTMLTextAreaElement;
    expect(copy.value).to.contain('Swim in the lake');
  });

  /** Lets something of ours throw while an act is put together. */
  async function failing(act: () => Promise<unknown>): Promise<void> {
    const { stringify } = JSON;
    const { fromEntries } = Object;
    Object.fromEntries = () => {
      throw new Error('private words');
    };
    try {
      await act();
    } finally {
      Object.assign(Object, { fromEntries });
      JSON.stringify = stringify;
    }
  }

  it('says why Send does not work, and sends when asked again', async () => {
    const widget: AllianceRating = await widgetIn(
      'alliance-rating',
      inCare(createMemoryStore(), drawn['alliance-rating']),
    );
    option(widget, about.person, /Mostly/).click();
    await widget.updateComplete;
    const seen = eventsOf(widget);
    await failing(() => widget.submit());
    await until(() => textOf(widget).includes(WORDS), 'the reason');
    expect(told(seen)).to.deep.equal(['internal']);
    await click(widget, 'Try again');
    await until(() => textOf(widget).includes('Thank you'), 'it is sent');
  });

  it('says why a goal is not suggested, and keeps it', async () => {
    const widget = await widgetIn('alliance-goals', inCare(createMemoryStore(), drawn['alliance-goals']));
    await click(widget, 'Add a goal');
    await fill(widget, 'Swim in the lake');
    await skipTo(widget, 'Propose to my');
    const seen = eventsOf(widget);
    await failing(() => click(widget, 'Propose to my'));
    await until(() => textOf(widget).includes(WORDS), 'the reason');
    expect(told(seen)).to.include('internal');
  });
});
