import { expect } from '@open-wc/testing';
import type { Resource } from '../../src/fhir/resource.js';
import { inOrder, takesOver } from '../../src/store/acts.js';
import { examples } from '../suites/examples.js';

const name = (value: string) => ({ system: 'https://example.org/names', value });
const task = (value: string, ...needs: readonly string[]): { resource: Resource } => ({
  resource: examples
    .find(({ type }) => type === 'Task')!
    .make(1, {
      identifier: [name(value)],
      partOf: needs.map((need) => ({ type: 'Task', identifier: name(need) })),
    }),
});
const order = (...saves: Parameters<typeof inOrder>[0]) => inOrder(saves).map(({ index }) => index);

describe('the order of an act', () => {
  it('stays as it came where nothing depends on anything', () => {
    expect(order(task('a'), task('b'), task('c'))).to.deep.equal([0, 1, 2]);
    expect(order()).to.deep.equal([]);
  });

  it('puts each part after what it refers to', () => {
    expect(order(task('a', 'b', 'c'), task('b', 'c'), task('c'))).to.deep.equal([2, 1, 0]);
    expect(order(task('a', 'held elsewhere'), task('b'))).to.deep.equal([0, 1]);
    expect(order({ ...task('score'), derived: true }, task('b'))).to.deep.equal([1, 0]);
  });

  it('keeps two saves of one resource in their order', () => {
    expect(order(task('a'), task('b', 'a'), task('a'))).to.deep.equal([0, 2, 1]);
  });

  it('refuses a circle, naming what is in it', () => {
    expect(() => order(task('a', 'b'), task('b', 'c'), task('c', 'a'))).to.throw(/\|a → .*\|b → .*\|c/);
    expect(() => order(task('a', 'a'))).to.throw('circle');
  });
});

describe('which of two derived resources is newer', () => {
  const score = (effectiveDateTime?: unknown) =>
    ({ resourceType: 'Observation', effectiveDateTime }) as unknown as Resource;

  it('is told by the time that it is about', () => {
    const held = score('2026-11-23T12:00:00+02:00');
    expect(takesOver(score('2026-11-23T10:00:01Z'), held), 'newer').to.equal(true);
    expect(takesOver(score('2026-11-23T10:00:00Z'), held), 'of the same time, and later').to.equal(true);
    expect(takesOver(score('2026-11-23T09:59:59Z'), held), 'older').to.equal(false);
    expect(takesOver(score('2026-11-23T10:00:00Z'), score('yesterday'))).to.equal(true);
    expect(takesOver(score(), held), 'without a time').to.equal(false);
  });
});
