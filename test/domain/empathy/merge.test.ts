import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mergeEntries, mergeMoments, mergeRaises, sameMoments } from '../../../src/domain/empathy/merge.js';
import { helpKinds, momentKinds, momentTopics, type Moment } from '../../../src/domain/empathy/moment.js';
import { client, missed } from './build.js';

const words = fc.constantFrom(undefined, 'One', 'Two');
const moments: fc.Arbitrary<Moment> = fc.record({
  kind: fc.constantFrom(...momentKinds, undefined),
  about: fc.constantFrom(...momentTopics, undefined),
  words,
  help: fc.option(fc.record({ kind: fc.constantFrom(...helpKinds), words }), { nil: undefined }),
  visibility: fc.constantFrom('now' as const, 'next' as const, 'only-me' as const, undefined),
});
const check = (law: (base: Moment, mine: Moment, theirs: Moment) => void): void => {
  fc.assert(fc.property(moments, moments, moments, law), { numRuns: 500 });
};

describe('two versions of a moment', () => {
  it('what only one changed is taken from it, and nothing is asked', () => {
    check((base, mine) => {
      for (const merged of [
        mergeMoments(base, mine, base),
        mergeMoments(base, base, mine),
        mergeMoments(base, mine, mine),
      ]) {
        expect(sameMoments(merged.value, mine)).to.equal(true);
        expect(merged.conflicts).to.deep.equal([]);
      }
    });
  });

  it('nobody is asked about other parts from the other side, and what is clean comes out the same', () => {
    check((base, mine, theirs) => {
      const [one, other] = [mergeMoments(base, mine, theirs), mergeMoments(base, theirs, mine)];
      const parts = ({ conflicts }: typeof one) => conflicts.map(({ part }) => part).sort();
      expect(parts(one)).to.deep.equal(parts(other));
      if (one.conflicts.length === 0) expect(sameMoments(one.value, other.value)).to.equal(true);
    });
  });

  it('every contradiction is asked about, and is by default mine', () => {
    const { value, conflicts } = mergeMoments(
      missed,
      { ...missed, words: 'A', help: { kind: 'slow' } },
      { ...missed, words: 'B', help: { kind: 'slow' }, about: 'pain' },
    );
    expect(conflicts).to.deep.equal([{ part: 'words', mine: 'A', theirs: 'B' }]);
    expect(value).to.deep.equal({ ...missed, words: 'A', help: { kind: 'slow' }, about: 'pain' });
  });
});

describe('two versions of what hangs on a moment', () => {
  const hanging = { moment: { reference: 'Communication/1' }, ...client };

  it('outcome and words of a confirmation come together; to what it belongs never changes', () => {
    const base = { kind: 'confirmation', ...hanging, outcome: 'not-yet' } as const;
    const elsewhere = { ...base, moment: {}, outcome: 'same' } as const;
    expect(mergeEntries(base, { ...base, words: 'Still fast' }, elsewhere)).to.deep.equal({
      value: { ...elsewhere, words: 'Still fast' },
      conflicts: [],
    });
  });

  it('what two wanted to bring up is brought up once', () => {
    const raise = { ...hanging, isDone: false };
    const { value, conflicts } = mergeRaises(raise, raise, { ...raise, by: 'therapist', isDone: true });
    expect([value.isDone, conflicts.length]).to.deep.equal([true, 0]);
  });
});
