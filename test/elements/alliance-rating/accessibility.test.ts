import { expect, html } from '@open-wc/testing';
import { accessibilityTree, engine, media } from '../../support/browser.js';
import { expectAccessible } from '../../support/axe.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, nameOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const questions = [
  'I trusted my therapist today.',
  'My therapist and I want the same thing for me.',
  'I know why we did this today.',
];
const options = [
  '0 No, not at all',
  '1 A little',
  '2 Half',
  '3 Mostly',
  '4 Yes, fully',
  'I don’t know',
  'I’d rather not say',
];
const WEBKIT_GROUPS =
  "[...document.querySelector('alliance-rating').shadowRoot.querySelectorAll('[role=radiogroup], input[type=radio]')]";

describe('alliance-rating: accessibility', () => {
  it('gives each question a radiogroup named by it, with seven named radios', async () => {
    await rating(
      html`<alliance-rating instrument="session-alliance-brief" layout="vertical"></alliance-rating>`,
    );
    const here = await engine();
    // A browser makes its tree in the background
    const tree = await until(async () => {
      const made = await accessibilityTree(WEBKIT_GROUPS);
      return questions.every((question) => made.includes(question)) && made;
    }, 'the questions in the accessibility tree');
    const lines = tree.split('\n').map((line) => line.trim());
    const role = { chromium: 'radiogroup', firefox: 'radiogroup', webkit: 'radiogroup' }[here];
    const groups = lines.filter((line) => line.toLowerCase().startsWith(role) || line.startsWith('grouping'));
    const radios = lines.filter((line) => /^radio(button)?\s/.test(line));
    const nameIn = (line: string): string => /"(.*)"/.exec(line)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
    expect(
      groups.map(nameIn).filter((name) => questions.includes(name)),
      tree,
    ).to.deep.equal(questions);
    expect(radios.map(nameIn), tree).to.deep.equal([...options, ...options, ...options]);
  });

  it('is free of faults that axe finds, empty, stopped, easy, sent and read by a therapist', async () => {
    const widget = await rating(html`<alliance-rating required audience="therapist"></alliance-rating>`);
    await expectAccessible(widget);
    byRole(widget, 'button', 'Send').click();
    await widget.updateComplete;
    await expectAccessible(widget);
    widget.support = 'easy';
    await widget.updateComplete;
    await expectAccessible(widget);
    const reader = await rating(html`
      <alliance-provider viewer="therapist"
        ><alliance-rating .answers=${{ person: 1 }}></alliance-rating
      ></alliance-provider>
    `);
    await expectAccessible(reader);
  });

  it('has targets of 44 px and more, also where a page makes its text small', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'html { font-size: 10px } label, li { margin: 0; font-size: 9px }';
    const widget = await rating(html`<alliance-rating layout="vertical"></alliance-rating>`);
    widget.answers = { person: 1 };
    await widget.updateComplete;
    const targets = [
      ...allByRole(widget, 'button'),
      ...allByRole(widget, 'radio').map((radio) => radio.closest('label')!),
      ...allByRole(widget, 'checkbox').map((box) => box.closest('label')!),
    ];
    const small = targets.filter((target) => target.getBoundingClientRect().height < 44).map(nameOf);
    expect(small).to.deep.equal([]);
    const text = Math.min(
      ...[...widget.shadowRoot!.querySelectorAll('p, span, legend, button')].map((element) =>
        parseFloat(getComputedStyle(element).fontSize),
      ),
    );
    expect(text).to.be.at.least(16);
    style.remove();
  });

  it('fits 320 px, and under forced colours shows the chosen option by its border, no larger than before', async () => {
    const narrow = document.body.appendChild(document.createElement('div'));
    narrow.style.inlineSize = '320px';
    const widget = await rating(html`<alliance-rating .answers=${{ person: 1 }}></alliance-rating>`);
    narrow.append(widget);
    await widget.updateComplete;
    const root = widget.shadowRoot!.querySelector('[part=root]')!;
    expect(root.scrollWidth).to.be.at.most(320);
    const chosen = widget.shadowRoot!.querySelector<HTMLElement>('label:has(:checked)')!;
    const height = chosen.offsetHeight;
    if (await media({ forcedColors: 'active' })) {
      expect(getComputedStyle(chosen, '::after').borderTopWidth).to.equal('2px');
      expect(chosen.offsetHeight).to.equal(height);
      await media({});
    }
    narrow.remove();
  });

  it('says in a live region that was there before how the sending ended', async () => {
    const widget = await rating();
    const region = document.querySelector('[data-alliance-announcer]')!;
    expect(region.getAttribute('role')).to.equal('status');
    widget.addEventListener('alliance-submit', (event) => {
      event.preventDefault();
    });
    widget.answers = { open: 'secret words' };
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await until(() => region.textContent.includes('Given to this website'));
    expect(region.textContent).to.not.contain('secret');
  });
});
