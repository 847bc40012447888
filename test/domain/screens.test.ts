import { expect } from '@open-wc/testing';
import { answered, noAnswers } from '../../src/domain/answer.js';
import type { Group, Item, Note } from '../../src/domain/instrument.js';
import { screensOf } from '../../src/domain/screens.js';
import { instrument, label, question } from './build.js';

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

describe('screensOf', () => {
  it('gives each question with what is read on the way to it, and what is read after the last', () => {
    const { screens, after } = screensOf(form, noAnswers);
    const read = screens.map(({ question: { linkId }, before }) => [
      linkId,
      before.map((item) => item.linkId),
    ]);
    expect(read).to.deep.equal([
      ['a', ['welcome']],
      ['b', ['outer', 'n1', 'inner']],
      ['e', ['n2', 'words only', 'n3']],
      ['e.1', []],
    ]);
    expect(after.map(({ linkId }) => linkId)).to.deep.equal(['goodbye']);
  });

  it('follows the conditions, an answer of 0 included', () => {
    const { screens } = screensOf(form, new Map([['a', answered(0)]]));
    const [, , third] = screens;
    expect(third?.question.linkId).to.equal('d');
    expect(third?.before.map(({ linkId }) => linkId)).to.deep.equal(['n2', 'only with 0']);
  });
});
