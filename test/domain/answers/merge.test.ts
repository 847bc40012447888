import { expect } from '@open-wc/testing';
import {
  absent,
  answered,
  sameAnswers,
  unanswered,
  type Answer,
  type Answers,
  mergeAnswers,
} from '../../../src/domain/answers/answer.js';
import { awkwardLinkIds, seeded } from '../build.js';

const kinds: Readonly<Record<string, Answer>> = {
  '-': unanswered,
  '0': answered(0),
  '1': answered(1),
  '2': answered(2),
  declined: absent('asked-declined'),
  unknown: absent('asked-unknown'),
};

const about = (linkId: string, kind: string): Answers => {
  const answer = kinds[kind]!;
  return new Map(answer.state === 'unanswered' ? [] : [[linkId, answer]]);
};

/** base, mine, theirs → merged; `!` where the person has to decide. */
const table: readonly (readonly [
  base: string,
  mine: string,
  theirs: string,
  merged: string,
  conflict?: '!',
])[] = [
  ['-', '-', '-', '-'],
  ['-', '1', '-', '1'],
  ['-', '-', '1', '1'],
  ['-', '0', '-', '0'],
  ['-', '-', '0', '0'],
  ['1', '1', '1', '1'],
  ['1', '2', '1', '2'],
  ['1', '1', '2', '2'],
  ['1', '2', '2', '2'],
  ['1', '-', '1', '-'],
  ['1', '1', '-', '-'],
  ['1', '-', '-', '-'],
  ['0', '-', '0', '-'],
  ['1', '0', '1', '0'],
  ['1', 'declined', '1', 'declined'],
  ['declined', 'declined', '1', '1'],
  ['-', 'unknown', 'unknown', 'unknown'],
  ['-', '1', '2', '1', '!'],
  ['0', '1', '2', '1', '!'],
  ['1', '-', '2', '-', '!'],
  ['1', '2', '-', '2', '!'],
  ['1', '0', '-', '0', '!'],
  ['1', '-', '0', '-', '!'],
  ['-', 'declined', 'unknown', 'declined', '!'],
  ['-', '0', 'declined', '0', '!'],
  ['unknown', 'declined', '1', 'declined', '!'],
];

describe('mergeAnswers', () => {
  for (const [base, mine, theirs, merged, conflict] of table) {
    it(`was ${base}, here ${mine}, there ${theirs}: ${merged}${conflict ? ', and asks' : ''}`, () => {
      const result = mergeAnswers(about('q', base), about('q', mine), about('q', theirs));
      expect([...result.value]).to.deep.equal([...about('q', merged)]);
      expect(result.conflicts).to.deep.equal(
        conflict ? [{ part: 'q', mine: kinds[mine], theirs: kinds[theirs] }] : [],
      );
    });
  }

  it('takes what each side changed in different questions', () => {
    const base: Answers = new Map([['a', answered(1)]]);
    const mine: Answers = new Map([['a', answered(1)], ['b', answered(2)]]); // prettier-ignore
    const theirs: Answers = new Map([['a', answered(0)], ['c', answered(3)]]); // prettier-ignore
    const { value: answers, conflicts } = mergeAnswers(base, mine, theirs);
    expect(Object.fromEntries(answers)).to.deep.equal({ a: answered(0), b: answered(2), c: answered(3) });
    expect(conflicts).to.deep.equal([]);
  });

  for (const linkId of awkwardLinkIds) {
    it(`merges a question "${linkId}"`, () => {
      const { value: answers, conflicts } = mergeAnswers(new Map(), about(linkId, '0'), about(linkId, '1'));
      expect(answers.get(linkId)).to.deep.equal(answered(0));
      expect(conflicts.map((conflict) => conflict.part)).to.deep.equal([linkId]);
    });
  }

  describe('over many random edits', () => {
    const random = seeded(2);
    const names = Object.keys(kinds);
    const some = (): Answers =>
      new Map(
        ['a', 'b', 'c'].flatMap((linkId) => [...about(linkId, names[Math.floor(random() * names.length)]!)]),
      );
    const rounds = Array.from({ length: 300 }, () => ({ base: some(), mine: some(), theirs: some() }));

    it('gives mine where they changed nothing, and theirs where I changed nothing', () => {
      for (const { base, mine, theirs } of rounds) {
        expect(sameAnswers(mergeAnswers(base, mine, base).value, mine)).to.be.true;
        expect(sameAnswers(mergeAnswers(base, base, theirs).value, theirs)).to.be.true;
        expect(sameAnswers(mergeAnswers(base, mine, mine).value, mine)).to.be.true;
      }
    });

    it('finds the same conflicts from either side', () => {
      for (const { base, mine, theirs } of rounds) {
        const here = mergeAnswers(base, mine, theirs).conflicts.map(({ part }) => part);
        const there = mergeAnswers(base, theirs, mine).conflicts.map(({ part }) => part);
        expect(here.toSorted()).to.deep.equal(there.toSorted());
      }
    });

    it('has the same result from either side where there is no conflict', () => {
      for (const { base, mine, theirs } of rounds) {
        const here = mergeAnswers(base, mine, theirs);
        if (here.conflicts.length > 0) continue;
        expect(sameAnswers(here.value, mergeAnswers(base, theirs, mine).value)).to.be.true;
      }
    });

    it('changes none of the three', () => {
      for (const { base, mine, theirs } of rounds) {
        const before = structuredClone([base, mine, theirs]);
        mergeAnswers(base, mine, theirs);
        expect([base, mine, theirs]).to.deep.equal(before);
      }
    });
  });
});
