import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { core } from '../../fhir/table/case.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * What is built too deep: limits, named in `problems`, with the plain words on the screen.
 */

const asked = (item: readonly object[], more: object = {}): Promise<AllianceRating> =>
  rating(
    html`<alliance-rating
      .questionnaire=${{ resourceType: 'Questionnaire', status: 'active', item, ...more }}
    ></alliance-rating>`,
  );

const last = { linkId: 'last', type: 'boolean', text: 'The last question' };

/** Built from the inside, so that the test itself does not run out of room. */
function nested(depth: number, wrap: (inner: object, level: number) => object, inner: object): object {
  let json = inner;
  for (let level = depth; level > 0; level -= 1) json = wrap(json, level);
  return json;
}

const group = (inner: object, level: number): object => ({
  linkId: `g${String(level)}`,
  type: 'group',
  text: `Level ${String(level)}`,
  item: [inner],
});

const reasons = (widget: AllianceRating): readonly string[] => [
  ...new Set(widget.problems.map(({ reason }) => reason)),
];

async function answersLast(widget: AllianceRating): Promise<void> {
  await until(() => allByRole(widget, 'radiogroup', 'The last question').length === 1, 'the last question');
  option(widget, 'The last question', 'Yes').click();
  await widget.updateComplete;
  expect(widget.answers['last']).to.equal(true);
}

describe('a Questionnaire that is built too deep', () => {
  for (const depth of [58, 400])
    it(`shows all of ${String(depth)} groups within each other, and takes an answer`, async () => {
      const deepest = { linkId: 'deep', type: 'boolean', text: 'The deepest question' };
      const widget = await asked([nested(depth, group, deepest), last]);
      await answersLast(widget);
      await until(() => allByRole(widget, 'radiogroup', 'The deepest question').length === 1, 'the deepest');
      option(widget, 'The deepest question', 'No').click();
      expect(widget.answers).to.deep.equal({ last: true, deep: false });
      expect(reasons(widget)).to.deep.equal([]);
    });

  it('says where it stops in 3,000 groups within each other, in plain words', async () => {
    const widget = await asked([nested(3000, group, { linkId: 'deep', type: 'boolean', text: 'x' }), last]);
    await answersLast(widget);
    expect(reasons(widget)).to.deep.equal(['too-deep']);
    await until(() => textOf(widget).includes('Level 502'), 'the words of where it stops');
  });

  it('reads 3,000 value sets that include each other as far as anybody needs', async () => {
    const contained = Array.from({ length: 3000 }, (_, index) => ({
      resourceType: 'ValueSet',
      id: `v${String(index)}`,
      compose: {
        include: [
          { system: 'https://example.org/c', concept: [{ code: `c${String(index)}` }] },
          { valueSet: [`#v${String(index + 1)}`] },
        ],
      },
    }));
    const choice = { linkId: 'a', type: 'choice', text: 'Which?', answerValueSet: '#v0' };
    const widget = await asked([choice, last], { contained });
    await answersLast(widget);
    expect(reasons(widget)).to.deep.equal(['unsupported-value-set']);
    byRole(widget, 'radiogroup', 'Which?');
    expect(allByRole(widget, 'radio', 'c0')).to.have.length(1);
  });

  const marked = (linkId: string, name: string, value: object): object => ({
    linkId,
    type: 'display',
    text: `plain words of ${linkId}`,
    _text: { extension: [core(`rendering-${name}`, value)] },
  });

  it('shows plain words where markup is too deep or too long, once for each', async () => {
    const widget = await asked([
      marked('quotes', 'markdown', { valueMarkdown: `${'> '.repeat(2000)}deep` }),
      marked('lists', 'markdown', { valueMarkdown: `${'- '.repeat(2000)}deep` }),
      marked('long', 'markdown', { valueMarkdown: 'word *and* '.repeat(5000) }),
      marked('tags', 'xhtml', { valueString: `${'<b>'.repeat(30_000)}deep` }),
      marked('fine', 'markdown', { valueMarkdown: '**fine**' }),
      last,
    ]);
    await answersLast(widget);
    await until(() => !textOf(widget).includes('plain words of fine'), 'what can be read');
    for (const linkId of ['long', 'tags']) expect(textOf(widget)).to.contain(`plain words of ${linkId}`);
    expect(reasons(widget)).to.deep.equal(['unsupported-markup']);
    expect(widget.problems.map((problem) => 'value' in problem && problem.value)).to.include(
      'markdown of 55000 characters',
    );
  });

  it('bears a response of 1,000 items within each other, and keeps it', async () => {
    const deep = nested(1000, (item, level) => ({ linkId: `r${String(level)}`, item: [item] }), {
      linkId: 'x',
      answer: [{ valueString: 'theirs, far below' }],
    });
    const widget = await asked([last]);
    widget.response = {
      resourceType: 'QuestionnaireResponse',
      status: 'in-progress',
      item: [{ linkId: 'last', answer: [{ valueBoolean: false }] }, deep],
    } as never;
    await widget.updateComplete;
    expect(widget.answers).to.deep.equal({ last: false });
    await answersLast(widget);
    expect(widget.value).to.contain('theirs, far below');
  });
});
