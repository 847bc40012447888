import { expect, html, waitUntil } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { core } from '../../fhir/table/case.js';
import { pause } from '../../suites/store.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, textOf } from '../../support/screen.js';

/*
 * A Questionnaire that means harm, or is only very large.
 */

const shown = (item: unknown, more: object = {}): Promise<AllianceRating> =>
  rating(
    html`<alliance-rating
      .questionnaire=${{ resourceType: 'Questionnaire', status: 'active', item, ...more }}
    ></alliance-rating>`,
  );

const rich = (linkId: string, name: 'markdown' | 'xhtml', source: string): object => ({
  linkId,
  type: 'display',
  text: 'plain words',
  _text: {
    extension: [
      core(`rendering-${name}`, name === 'markdown' ? { valueMarkdown: source } : { valueString: source }),
    ],
  },
});

async function drawn(widget: AllianceRating): Promise<ParentNode> {
  // The parsers come when the first rich text is shown
  for (let round = 0; round < 100 && widget.problems.length === 0; round += 1) await pause(20);
  await widget.updateComplete;
  return widget.renderRoot;
}

describe('a hostile Questionnaire', () => {
  const ran: string[] = [];
  before(() => {
    Object.assign(globalThis, { alarm: (what: string) => ran.push(what) });
  });

  const attacks = [
    [
      'markdown',
      '<script>alarm("md")</script> <img src=x onerror=alarm("img")> [go](javascript:alarm("link"))',
    ],
    [
      'markdown',
      '![x](javascript:alarm(1)) <iframe src="javascript:alarm(2)"></iframe> [a]: javascript:alarm(3)\n\n[a]',
    ],
    [
      'xhtml',
      '<div><script>alarm("x")</script><b onclick="alarm(1)">bold</b><img src="x" onerror="alarm(2)"/></div>',
    ],
    [
      'xhtml',
      '<a href="javascript:alarm(1)">go</a><a href="&#106;avascript:alarm(2)">go</a><svg onload="alarm(3)"></svg><style>*{display:none}</style>',
    ],
    ['xhtml', '<div><p>never closed <ul><li>one'],
  ] as const;
  for (const [format, source] of attacks) {
    it(`runs nothing of ${format}: ${source.slice(0, 50)}`, async () => {
      const widget = await shown([rich('a', format, source), { linkId: 'q', type: 'string', text: 'Asked' }]);
      const root = await drawn(widget);
      expect(
        root.querySelectorAll('script, iframe, img, svg[onload], [onclick], [onerror], .note style').length,
      ).to.equal(0);
      for (const link of root.querySelectorAll('a[href]'))
        expect(link.getAttribute('href')).to.not.match(/javascript/i);
      byRole(widget, 'textbox', 'Asked');
      await pause(50);
      expect(ran).to.deep.equal([]);
    });
  }

  it('draws what is allowed: bold, italic, breaks, lists and links', async () => {
    const markdown =
      '**bold** and *italic*  \nnew line\n\n1. one\n2. two\n\n[site](https://example.org) and `code`';
    const root = await drawn(await shown([rich('a', 'markdown', markdown)]));
    const note = root.querySelector('[part=note]')!;
    expect(note.querySelector('strong')?.textContent).to.equal('bold');
    expect(note.querySelector('em')?.textContent).to.equal('italic');
    expect([...note.querySelectorAll('ol > li')].map((entry) => entry.textContent.trim())).to.deep.equal([
      'one',
      'two',
    ]);
    const link = note.querySelector('a')!;
    expect([link.href, link.rel]).to.deep.equal(['https://example.org/', 'noopener noreferrer']);
    expect(note.textContent).to.include('code').and.to.not.include('plain words');
  });

  it('shows an address as words', async () => {
    const widget = await shown([
      { linkId: 'u', type: 'url', text: 'Where', initial: [{ valueUri: 'javascript:alarm(1)' }] },
    ]);
    expect(widget.renderRoot.querySelectorAll('a[href]').length).to.equal(0);
    expect((byRole(widget, 'textbox', 'Where') as HTMLInputElement).value).to.equal('javascript:alarm(1)');
    expect(ran).to.deep.equal([]);
  });

  it('takes linkIds that are names of every object', async () => {
    const linkIds = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const widget = await shown(
      linkIds.map((linkId) => ({ linkId, type: 'string', text: `Asked ${linkId}` })),
    );
    for (const linkId of linkIds) {
      const field = byRole(widget, 'textbox', `Asked ${linkId}`) as HTMLInputElement;
      field.value = `answer to ${linkId}`;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    expect(widget.response?.item?.map(({ answer }) => answer?.[0]?.valueString)).to.deep.equal(
      linkIds.map((linkId) => `answer to ${linkId}`),
    );
    expect(Object.keys(widget.answers)).to.deep.equal(linkIds);
    expect(({} as Record<string, unknown>)['answer']).to.equal(undefined);
  });

  it('bears texts of a megabyte', async () => {
    const long = 'word '.repeat(200_000);
    const widget = await shown([
      { linkId: 'q', type: 'string', text: long },
      rich('m', 'markdown', '*'.repeat(1_000_000)),
      { linkId: 'after', type: 'string', text: 'After' },
    ]);
    byRole(widget, 'textbox', 'After');
  });

  it('bears a depth of 200, and tells where it stops reading', async () => {
    const nested = (depth: number): object => ({
      linkId: `g${String(depth)}`,
      type: 'group',
      text: `Level ${String(depth)}`,
      item: [depth > 0 ? nested(depth - 1) : { linkId: 'deep', type: 'string', text: 'Deepest' }],
    });
    const widget = await shown([nested(200)]);
    await waitUntil(() => allByRole(widget, 'textbox', 'Deepest').length === 1, 'The deepest is shown');
    const deeper = await shown([nested(700)]);
    expect(deeper.problems.map(({ reason }) => reason)).to.deep.equal(['too-deep']);
    expect(textOf(deeper)).to.include('Level 700');
  });
});

describe('a very long Questionnaire', () => {
  const many = (count: number): object[] =>
    [...Array(count).keys()].map((index) => ({
      linkId: `q${String(index)}`,
      type: index % 2 === 0 ? 'boolean' : 'string',
      text: `Question ${String(index)}`,
      ...(index % 10 === 9 && {
        enableWhen: [{ question: `q${String(index - 9)}`, operator: 'exists', answerBoolean: true }],
      }),
    }));

  /** Every question that is asked is there; a long form is drawn piece by piece. */
  const allDrawn = (widget: AllianceRating, asked: number): Promise<void> =>
    waitUntil(
      () => widget.renderRoot.querySelectorAll('fieldset').length === asked,
      'It was never drawn whole',
      {
        timeout: 140_000,
      },
    );

  async function mountTime(count: number): Promise<number> {
    const start = performance.now();
    const widget = await shown(many(count));
    await allDrawn(widget, count - count / 10); // every tenth waits for an answer
    const time = performance.now() - start;
    widget.remove();
    return time;
  }

  it('of 5,000 items mounts in about the time of ten with 500', async () => {
    await mountTime(500); // the engine warms up
    let ten = 0;
    for (let turn = 0; turn < 10; turn += 1) ten += await mountTime(500);
    const whole = await mountTime(5000);
    const times = `ten of 500: ${ten.toFixed(0)} ms, 5,000: ${whole.toFixed(0)} ms`;
    expect(whole / ten, times).to.be.lessThan(2); // 10 would be quadratic
  }).timeout(150_000);

  it('of 5,000 items takes an answer before it is drawn to its end, and asks what follows from it', async () => {
    const widget = await shown(many(5000));
    const start = performance.now();
    const radio = byRole(byRole(widget, 'radiogroup', 'Question 0'), 'radio', 'Yes') as HTMLInputElement;
    radio.click();
    await widget.updateComplete;
    await new Promise(requestAnimationFrame);
    const time = performance.now() - start;
    expect(radio.checked).to.equal(true);
    expect(allByRole(widget, 'textbox', 'Question 9'), 'what hangs on it').to.have.length(1);
    expect(time, 'milliseconds from the tap to the next frame').to.be.lessThan(1000);
    await waitUntil(() => allByRole(widget, 'textbox', 'Question 4999').length === 0, '', {
      timeout: 140_000,
    });
    expect(widget.answers).to.deep.equal({ q0: true });
  }).timeout(150_000);
});
