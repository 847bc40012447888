import { expect } from '@open-wc/testing';
import { answered, noAnswers } from '../../../src/domain/answers/answer.js';
import type { Group, Item, Note } from '../../../src/domain/instrument/instrument.js';
import { hasPages, screensOf, type Screen } from '../../../src/domain/instrument/screens.js';
import { instrument, label, question } from '../build.js';

const note = (linkId: string): Note => ({ kind: 'note', linkId, label: label(linkId) });
const group = (linkId: string, ...items: Item[]): Group => ({
  kind: 'group',
  linkId,
  label: label(linkId),
  items,
});
const when = (linkId: string, value: number): Pick<Note, 'enabling'> => ({
  enabling: { conditions: [{ linkId, operator: '=', value }], behavior: 'all' },
});

const form = instrument([
  note('welcome'),
  question('a', { type: 'integer', options: [] }),
  group('outer', note('n1'), group('inner', question('b'), note('n2'), question('c', { isHidden: true }))),
  { ...group('only with 0', question('d')), ...when('a', 0) },
  group('words only', note('n3')),
  { ...question('e'), items: [question('e.1')] },
  note('goodbye'),
]);

const read = (screens: readonly Screen[]): readonly (readonly [string[], string[]])[] =>
  screens.map(({ questions, items }) => [
    questions.map(({ linkId }) => linkId),
    items.map(({ linkId }) => linkId),
  ]);

describe('screensOf', () => {
  it('gives each question with what is read on the way to it, and what is read after the last', () => {
    expect(read(screensOf(form, noAnswers, 'question'))).to.deep.equal([
      [['a'], ['welcome', 'a']],
      [['b'], ['outer', 'n1', 'inner', 'b']],
      [['e'], ['n2', 'words only', 'n3', 'e']],
      [['e.1'], ['e.1', 'goodbye']],
    ]);
  });

  it('follows the conditions, an answer of 0 included', () => {
    const [, , third] = read(screensOf(form, new Map([['a', answered(0)]]), 'question'));
    expect(third).to.deep.equal([['d'], ['n2', 'only with 0', 'd']]);
  });

  it('gives notes alone a screen, and nothing none', () => {
    expect(read(screensOf(instrument([note('n')]), noAnswers, 'question'))).to.deep.equal([[[], ['n']]]);
    expect(screensOf(instrument([]), noAnswers, 'question')).to.deep.equal([]);
    expect(screensOf(instrument([]), noAnswers, 'page')).to.deep.equal([]);
  });

  it('gives each page by itself, and what stands between pages too', () => {
    const page = (linkId: string, ...items: Item[]): Group => ({ ...group(linkId, ...items), isPage: true });
    const paged = instrument([
      note('welcome'),
      page('p1', question('a', { type: 'integer', options: [] }), group('g', question('b'))),
      question('between'),
      group('wrap', page('p2', question('c')), { ...page('p3', question('d')), ...when('a', 0) }),
      note('goodbye'),
    ]);
    expect(hasPages(paged)).to.equal(true);
    expect(hasPages(form)).to.equal(false);
    expect(hasPages(instrument([page('only', question('a'))]))).to.equal(false, 'nothing to turn');
    expect(read(screensOf(paged, noAnswers, 'page'))).to.deep.equal([
      [
        ['a', 'b'],
        ['welcome', 'p1'],
      ],
      [['between'], ['between']],
      [['c'], ['wrap', 'p2', 'goodbye']],
    ]);
    const withZero = screensOf(paged, new Map([['a', answered(0)]]), 'page');
    expect(read(withZero)[3]).to.deep.equal([['d'], ['p3', 'goodbye']]);
  });
});
