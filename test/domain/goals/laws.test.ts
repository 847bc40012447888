import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { noGoal, type Goal, type Note, type ProposedChange } from '../../../src/domain/goals/goal.js';
import { sides } from '../../../src/domain/side.js';
import { mergeGoals, resolveGoal, sameGoals } from '../../../src/domain/goals/merge.js';

/*
 * Laws that hold for any three versions, also for those that no course of acts here leads to: other systems write goals too.
 */

const instant = fc.integer({ min: 0, max: 1e6 }).map((ms) => new Date(1.7e12 + ms).toISOString());
const answer = fc.constantFrom('agree', 'disagree', 'pending');
const wishOf = (by: ProposedChange['by']): fc.Arbitrary<ProposedChange> =>
  fc.record(
    {
      ...{ by: fc.constant(by), at: instant, text: fc.constantFrom('A', 'B') },
      due: fc.constant('2027'),
    },
    { requiredKeys: ['by', 'at'] },
  );
const fields = {
  text: fc.constantFrom('A', 'B', 'C'),
  due: fc.constantFrom(undefined, '2027', '2028-02'),
  levels: fc.constantFrom(new Map(), new Map([[0, 'x'] as const]), new Map([[0, 'y'] as const])),
  baseline: fc.constantFrom(-1 as const, -2 as const),
  helps: fc.constantFrom(undefined, 'My sister'),
  importance: fc.constantFrom(undefined, 0 as const, 3 as const),
  difficulty: fc.constantFrom(undefined, 0 as const, 3 as const),
};
const state = fc.constantFrom<Goal['state'][]>(
  ...(['proposed', 'agreed', 'on-hold', 'reached', 'let-go', 'withdrawn'] as const),
  { foreign: 'paused' },
);
const notes: fc.Arbitrary<readonly Note[]> = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), at: instant, words: fc.constant('Hello') }),
  { selector: ({ id }) => id },
);

const goals: fc.Arbitrary<Goal> = fc
  .record({
    ...{ ...fields, state, notes, proposedBy: fc.constantFrom(...sides) },
    accepted: fc.record({ client: answer, therapist: answer }),
    changes: fc.record({ client: wishOf('client'), therapist: wishOf('therapist') }, { requiredKeys: [] }),
    startedOn: fc.constantFrom(undefined, '2026-01-01', '2026-02-01'),
  })
  // What both agree to is agreed: it never is only proposed
  .filter((goal) => goal.state !== 'proposed' || sides.some((side) => goal.accepted[side] !== 'agree'));

const check = (law: (base: Goal, mine: Goal, theirs: Goal) => void): void =>
  fc.assert(fc.property(goals, goals, goals, law), { numRuns: 1_000 });

const partsOf = (conflicts: readonly { part: string }[]) => conflicts.map(({ part }) => part);

describe('laws of merging goals', () => {
  it('what only one version changed is as that version has it, and the same on both is no contradiction', () => {
    check((base, goal, { startedOn }) => {
      // Notes only grow: here both have those of the base
      const changed = { ...goal, notes: base.notes };
      for (const [mine, theirs] of [
        [changed, base],
        [base, changed],
        [changed, changed],
      ] as const) {
        const { value, conflicts } = mergeGoals(base, mine, theirs);
        expect(conflicts).to.deep.equal([]);
        expect(sameGoals(value, changed)).to.equal(true);
        expect(value.proposedBy).to.equal(changed.proposedBy);
      }
      expect(mergeGoals(base, { ...base, startedOn }, base).value.startedOn).to.equal(startedOn);
    });
  });

  it('nobody sees another outcome from the other side, nor other contradictions', () => {
    check((base, mine, theirs) => {
      const [one, other] = [mergeGoals(base, mine, theirs), mergeGoals(base, theirs, mine)];
      expect(partsOf(one.conflicts)).to.deep.equal(partsOf(other.conflicts));
      if (one.conflicts.length === 0) expect(sameGoals(one.value, other.value)).to.equal(true);
    });
  });

  it('edits to different fields commute, and none is lost', () => {
    const pairs = fc.shuffledSubarray(Object.keys(fields) as (keyof typeof fields)[], {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(goals, goals, goals, pairs, (base, from, to, [first, second]) => {
        const mine = { ...base, [first!]: from[first!] };
        const theirs = { ...base, [second!]: to[second!] };
        const [one, other] = [mergeGoals(base, mine, theirs), mergeGoals(base, theirs, mine)];
        expect([one.conflicts, other.conflicts]).to.deep.equal([[], []]);
        expect(sameGoals(one.value, other.value)).to.equal(true);
        expect([one.value[first!], one.value[second!]]).to.deep.equal([mine[first!], theirs[second!]]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('no note is lost or doubled, however often versions come together', () => {
    check((base, mine, theirs) => {
      const [one, other] = [mine, theirs].map((goal) => ({
        ...goal,
        notes: [...base.notes, ...goal.notes.filter(({ id }) => !base.notes.some((note) => note.id === id))],
      }));
      const once = mergeGoals(base, one!, other!).value;
      const again = mergeGoals(base, one!, mergeGoals(base, other!, once).value).value;
      const ids = new Set([...one!.notes, ...other!.notes].map(({ id }) => id));
      for (const { notes: found } of [once, again])
        expect(found.map(({ id }) => id).sort()).to.deep.equal([...ids].sort());
      const times = once.notes.map(({ at }) => at);
      expect(times).to.deep.equal([...times].sort());
    });
  });

  it('text, date, state and the words of one level that both changed are asked; nothing else of them is', () => {
    check((base, mine, theirs) => {
      const asked = partsOf(mergeGoals(base, mine, theirs).conflicts);
      const isTorn = (of: (goal: Goal) => unknown): boolean =>
        of(mine) !== of(base) && of(theirs) !== of(base) && of(mine) !== of(theirs);
      const word = ({ state: one }: Goal): string => (typeof one === 'string' ? one : one.foreign);
      const isOpen = [mine, theirs].every((goal) => ['proposed', 'agreed'].includes(word(goal)));
      expect(asked.includes('text')).to.equal(isTorn(({ text }) => text));
      expect(asked.includes('due')).to.equal(isTorn(({ due }) => due));
      expect(asked.includes('level:0')).to.equal(isTorn(({ levels }) => levels.get(0)));
      expect(asked.includes('state')).to.equal(isTorn(word) && !isOpen);
    });
  });

  it('what was asked is as it was chosen, and kept as a wish where both were', () => {
    const at = '2026-11-26T10:00:00.000Z';
    check((base, mine, theirs) => {
      for (const conflict of mergeGoals(base, mine, theirs).conflicts) {
        const { value } = mergeGoals(base, mine, theirs);
        const chosen = (choice: 'mine' | 'theirs' | 'both') =>
          resolveGoal(value, conflict, choice, { side: 'client', at });
        if (conflict.part === 'text') {
          expect([chosen('mine').text, chosen('theirs').text]).to.deep.equal([mine.text, theirs.text]);
          const { text, changes } = chosen('both');
          expect([text, changes.client?.text]).to.deep.equal([theirs.text, mine.text]);
        }
        if (conflict.part === 'importance')
          expect(chosen('both').importance, 'no term: mine').to.equal(mine.importance);
      }
    });
  });
});

describe('two wishes of one side', () => {
  const wished = (at: string, due: string): Goal => ({
    ...noGoal,
    changes: { client: { by: 'client', at, text: 'Walk', due } },
  });
  const kept = (one: Goal, other: Goal) => mergeGoals(noGoal, one, other).value.changes.client?.due;

  it('the later one holds, by the moment and not by the letters', () => {
    const early = wished('2026-01-01T01:00:00+02:00', '2027');
    const late = wished('2026-01-01T00:30:00Z', '2028');
    expect([kept(early, late), kept(late, early)]).to.deep.equal(['2028', '2028']);
  });

  it('of the same moment, both pages keep the same one', () => {
    const [one, other] = [wished('2026-01-01', '2027'), wished('2026-01-01', '2028')];
    expect(kept(one, other)).to.equal(kept(other, one));
  });
});

describe('what another system calls active', () => {
  const active: Goal = {
    ...noGoal,
    ...{ text: 'Walk', state: 'agreed', accepted: { client: 'pending', therapist: 'agree' } },
  };

  it('stays so where both had agreed here, and it knows of one only', () => {
    const base: Goal = { ...active, accepted: { client: 'agree', therapist: 'agree' } };
    for (const [mine, theirs] of [[base, active] as const, [active, base] as const])
      expect(mergeGoals(base, mine, theirs).value.state).to.equal('agreed');
  });

  it('is proposed where the other version opened it again as proposed, whoever looks', () => {
    const base: Goal = { ...active, state: 'let-go' };
    const opened: Goal = { ...active, state: 'proposed' };
    for (const [mine, theirs] of [[opened, active] as const, [active, opened] as const])
      expect(mergeGoals(base, mine, theirs).value.state).to.equal('proposed');
  });
});
