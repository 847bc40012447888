import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { core } from '../../fhir/table/case.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

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

/** The parsers come when the first rich text is shown; until then there are its plain words. */
async function drawn(widget: AllianceRating): Promise<ParentNode> {
  await until(() => !textOf(widget).includes('plain words'), 'the rich text');
  return widget.renderRoot;
}

/** An image fails, and a frame is loaded: so has what was put into the page before them. */
async function afterLoading(): Promise<void> {
  const image = new Image();
  const failed = new Promise((resolve) => image.addEventListener('error', resolve));
  image.src = 'x';
  await failed;
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  frame.remove();
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
      await afterLoading();
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
    await until(() => allByRole(widget, 'textbox', 'Deepest').length === 1, 'The deepest is shown');
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

  /** A widget of so many items, and how often it was drawn, how many elements were made for it. */
  async function long(count: number): Promise<{ widget: AllianceRating; draws: number; made: number }> {
    const asked = count - count / 10; // every tenth waits for an answer
    const cost = { draws: 0, made: 0 };
    const { importNode } = Document.prototype;
    Document.prototype.importNode = function <Copied extends Node>(node: Copied, isDeep?: boolean): Copied {
      const copy = importNode.call(this, node, isDeep) as Copied;
      cost.made += (copy as unknown as ParentNode).querySelectorAll('*').length;
      return copy;
    };
    try {
      const widget = document.createElement('alliance-rating');
      widget.addController({ hostUpdated: () => (cost.draws += 1) });
      widget.questionnaire = { resourceType: 'Questionnaire', status: 'active', item: many(count) } as never;
      document.body.append(widget);
      await until(() => questionsIn(widget) === asked, `${String(asked)} questions`);
      await widget.updateComplete;
      return { widget, ...cost };
    } finally {
      Object.assign(Document.prototype, { importNode });
    }
  }

  const questionsIn = (widget: AllianceRating): number =>
    widget.shadowRoot?.querySelectorAll('fieldset').length ?? 0;

  const yes = (widget: AllianceRating): HTMLInputElement =>
    byRole(byRole(widget, 'radiogroup', 'Question 0'), 'radio', 'Yes') as HTMLInputElement;

  /** What changes in the page when the first question is answered. */
  async function changesOfAnAnswer(widget: AllianceRating): Promise<number> {
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(widget.renderRoot, {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
    });
    yes(widget).click();
    await widget.updateComplete;
    changes += observer.takeRecords().length;
    observer.disconnect();
    return changes;
  }

  it('of 5,000 items is drawn in few pieces, and takes ten times the elements of 500 items', async () => {
    const [small, large] = [await long(500), await long(5000)];
    expect(large.made).to.be.within(9.5 * small.made, 10.5 * small.made);
    expect(large.draws).to.be.at.most(40);
    const changes = await changesOfAnAnswer(small.widget);
    expect(changes).to.be.within(1, 20);
    expect(await changesOfAnAnswer(large.widget), 'an answer changes no more in a longer form').to.equal(
      changes,
    );
    expect(allByRole(large.widget, 'textbox', 'Question 9'), 'what hangs on it').to.have.length(1);
    small.widget.remove();
    large.widget.remove();
  });

  it('of 5,000 items takes an answer before it is drawn to its end, and keeps it', async () => {
    const { setTimeout: usual } = globalThis;
    const pieces: (() => void)[] = [];
    globalThis.setTimeout = ((work: () => void, wait?: number) =>
      wait === undefined ? pieces.push(work) : usual(work, wait)) as typeof setTimeout;
    try {
      const widget = await shown(many(5000));
      expect(questionsIn(widget)).to.be.within(1, 500);
      yes(widget).click();
      await widget.updateComplete;
      expect(yes(widget).checked).to.equal(true);
      expect(allByRole(widget, 'textbox', 'Question 9'), 'what hangs on it').to.have.length(1);
      await until(() => {
        for (const draw of pieces.splice(0)) draw();
        return questionsIn(widget) === 4501;
      }, 'all questions');
      expect(widget.answers).to.deep.equal({ q0: true });
      expect(yes(widget).checked).to.equal(true);
    } finally {
      globalThis.setTimeout = usual;
    }
  });
});
