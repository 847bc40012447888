import { expect } from '@open-wc/testing';
import {
  canonicalOf,
  identityOf,
  questionOf,
  questionsOf,
} from '../../../src/domain/instrument/instrument.js';
import type { Group, Item, Note } from '../../../src/domain/instrument/instrument.js';
import { awkwardLinkIds, instrument, label, question } from '../build.js';

const note = (linkId: string): Note => ({ kind: 'note', linkId, label: label(linkId) });
const group = (linkId: string, ...items: Item[]): Group => ({
  kind: 'group',
  linkId,
  label: label(linkId),
  items,
});

const nested = instrument([
  note('welcome'),
  question('a'),
  group('outer', note('n1'), group('inner', question('b'), note('n2'), question('c'))),
  group('words only', note('n3')),
  question('d'),
]);

describe('questionsOf', () => {
  it('gives every question in reading order, out of all groups', () => {
    expect(questionsOf(nested).map(({ linkId }) => linkId)).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('gives none where nothing is asked', () => {
    expect(questionsOf(instrument([]))).to.deep.equal([]);
    expect(questionsOf(instrument([group('g', note('n'))]))).to.deep.equal([]);
  });
});

describe('questionOf', () => {
  it('finds a question in a group, but neither the group nor a note', () => {
    expect(questionOf(nested, 'c')?.linkId).to.equal('c');
    for (const linkId of ['outer', 'n1', 'nowhere']) expect(questionOf(nested, linkId)).to.equal(undefined);
  });

  for (const linkId of awkwardLinkIds) {
    it(`finds "${linkId}" only where it stands`, () => {
      expect(questionOf(nested, linkId)).to.equal(undefined);
      expect(questionOf(instrument([question(linkId)]), linkId)?.linkId).to.equal(linkId);
    });
  }
});

describe('canonicalOf', () => {
  const url = 'https://example.org/q';
  it('joins address and version as FHIR does', () => {
    expect(canonicalOf(instrument([], { url, version: '1.0.0' }))).to.equal(`${url}|1.0.0`);
    expect(canonicalOf(instrument([], { url }))).to.equal(url);
    expect(canonicalOf(instrument([], { version: '1.0.0' }))).to.equal(undefined);
  });
});

describe('identityOf', () => {
  it('tells two instruments apart that have neither address nor id', () => {
    const [one, other] = [instrument([question('a')]), instrument([question('b')])];
    expect(identityOf(one)).to.not.equal(identityOf(other));
    expect(identityOf(one)).to.equal(identityOf(instrument([question('a', { label: label('translated') })])));
    expect(identityOf(instrument([], { id: 'x' }))).to.equal('x');
  });
});
