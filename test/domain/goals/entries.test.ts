import { expect } from '@open-wc/testing';
import { mergeEntries, mergeSteps, sameEntries, sameSteps } from '../../../src/domain/goals/entries.js';
import type { Rating, Setback, Step } from '../../../src/domain/goals/goal.js';

const hanging = { goal: { reference: 'Goal/1' }, by: 'client', at: '2026-11-26T10:00:00Z' } as const;
const step: Step = { ...hanging, text: 'Buy shoes', isDone: false };
const setback: Setback = { ...hanging, kind: 'setback', happened: 'I fell ill' };
const rating: Rating = { ...hanging, kind: 'rating', level: 0, importance: 0 };

describe('what hangs on a goal, in two versions', () => {
  it('a step that was done on one page and reworded on the other is both', () => {
    const { value, conflicts } = mergeSteps(
      step,
      { ...step, isDone: true },
      { ...step, text: 'Buy good shoes' },
    );
    expect(conflicts).to.deep.equal([]);
    expect(value).to.deep.equal({ ...step, isDone: true, text: 'Buy good shoes' });
  });

  it('words that both changed are asked about, and by default mine', () => {
    const { value, conflicts } = mergeEntries(
      setback,
      { ...setback, happened: 'A', tried: 'Rest' },
      { ...setback, happened: 'B', next: 'pause' },
    );
    expect(conflicts).to.deep.equal([{ part: 'happened', mine: 'A', theirs: 'B' }]);
    expect(value).to.deep.equal({ ...setback, happened: 'A', tried: 'Rest', next: 'pause' });
  });

  it('words that only one took away are gone', () => {
    const tried = { ...setback, tried: 'Rest' };
    const { value, conflicts } = mergeEntries(tried, { ...setback, tried: undefined }, tried);
    expect(conflicts).to.deep.equal([]);
    expect(value).to.deep.equal(setback);
  });

  it('is the same whoever wrote it, whenever and to whatever name; 0 is not nothing', () => {
    const other = { goal: {}, by: 'therapist', at: '2027' } as const;
    expect(sameSteps(step, { ...step, ...other })).to.equal(true);
    expect(sameEntries(rating, { ...rating, ...other, difficulty: undefined })).to.equal(true);
    expect(sameEntries(rating, { ...rating, importance: undefined })).to.equal(false);
    expect(sameEntries(rating, { ...rating, level: 1 })).to.equal(false);
  });

  it('merged with itself, it stays as it is', () => {
    for (const entry of [rating, setback])
      expect(mergeEntries(setback, entry, entry)).to.deep.equal({ value: entry, conflicts: [] });
  });
});
