import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Goal, GoalEntry, Level, Step } from '../../../src/domain/goals/goal.js';
import { levels, noGoal } from '../../../src/domain/goals/goal.js';
import { sides } from '../../../src/domain/side.js';
import { sameGoals } from '../../../src/domain/goals/merge.js';
import { linkOf, readGoal } from '../../../src/fhir/goal/goal-reader.js';
import type { VersionAbout } from '../../../src/fhir/version-about.js';
import { writeGoal } from '../../../src/fhir/goal/goal-writer.js';
import { isGoalEntry, readGoalEntry } from '../../../src/fhir/observation/goal-entry-reader.js';
import { writeGoalEntry } from '../../../src/fhir/observation/goal-entry-writer.js';
import { writeAuthorship } from '../../../src/fhir/provenance/provenance-writer.js';
import { isStep, readStep } from '../../../src/fhir/task/step-reader.js';
import { writeStep } from '../../../src/fhir/task/step-writer.js';
import { expectValid } from '../../support/validator.js';
import { expectSound, problemsBeside } from '../../support/sound.js';

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const at = '2026-11-26T10:00:00.000Z';
const about: VersionAbout = {
  ...{ intent: 'give', at, identifier: 'g1', subject: 'Patient/1', author: 'Patient/1' },
  ...{ language: 'en', told: ['therapist'], by: 'client', parties },
};

const whole: Goal = {
  ...noGoal,
  text: 'Walk to the shop',
  levels: new Map<Level, string>(levels.map((level) => [level, `Level ${String(level)}`])),
  baseline: -2,
  due: '2027-02',
  state: 'agreed',
  accepted: { client: 'agree', therapist: 'agree' },
  changes: {
    therapist: { by: 'therapist', at, text: 'Walk far', levels: new Map([[0, 'Far']]), due: '2027-03-01' },
  },
  helps: 'My sister',
  importance: 0,
  difficulty: 3,
  startedOn: '2026-11-01',
  notes: [{ id: 'n1', by: 'client', at, words: 'Ask about pain' }],
};

const link = linkOf(writeGoal(whole, about));

const entries: readonly GoalEntry[] = [
  ...levels.map((level) => ({ kind: 'rating' as const, goal: link, by: 'client' as const, at, level })),
  { kind: 'rating', goal: link, by: 'therapist', at, level: 0, importance: 0, difficulty: 2 },
  {
    kind: 'setback',
    goal: link,
    by: 'client',
    at,
    happened: 'Pain',
    tried: 'Rest',
    wouldHelp: 'A stick',
    next: 'pause',
  },
  { kind: 'setback', goal: link, by: 'client', at, happened: 'Rain' },
  { kind: 'barrier', goal: link, by: 'client', at, code: 'pain', words: 'My knee' },
  { kind: 'barrier', goal: link, by: 'client', at, words: 'The stairs' },
  { kind: 'why', goal: link, by: 'client', at, words: 'To buy my bread' },
];

const step: Step = { goal: link, by: 'client', at, text: 'Walk to the corner', isDone: false };
const authorOf = (by: 'client' | 'therapist' | undefined): VersionAbout => ({
  ...about,
  by,
  author: parties[by ?? 'client'],
});
const known = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

describe('what is written of goals', () => {
  for (const state of ['proposed', 'agreed', 'on-hold', 'reached', 'let-go', 'withdrawn'] as const) {
    it(`${state}: a valid Goal that says so again`, async () => {
      const intent = state === 'withdrawn' ? 'withdraw' : 'give';
      const wire = writeGoal({ ...whole, state }, { ...about, intent });
      await expectValid(wire);
      await expectSound(wire);
      const back = readGoal(wire, parties);
      expect(sameGoals(back, { ...whole, state }), JSON.stringify(wire)).to.equal(true);
      expect([back.baseline, back.writtenBy, back.proposedBy]).to.deep.equal([-2, 'client', 'client']);
      expect(back.changes.therapist?.levels?.get(0)).to.equal('Far');
    });
  }

  it('what is reached and opened again is in progress', () => {
    const reached = writeGoal({ ...whole, state: 'reached' }, about);
    expect(reached.achievementStatus?.coding?.[0]?.code).to.equal('achieved');
    const again = writeGoal({ ...readGoal(reached, parties), state: 'agreed' }, about, reached);
    expect([again.lifecycleStatus, again.achievementStatus?.coding?.[0]?.code]).to.deep.equal([
      'active',
      'in-progress',
    ]);
  });

  for (const entry of entries) {
    it(`${entry.kind} by the ${entry.by ?? ''}: a valid Observation that says so again`, async () => {
      const wire = writeGoalEntry(entry, authorOf(entry.by));
      await expectValid(wire);
      await expectSound(wire);
      expect(isGoalEntry(wire)).to.equal(true);
      expect(known(readGoalEntry(wire, parties)!)).to.deep.equal(known(entry));
      expect(wire.focus?.[0]?.identifier?.value, 'found before the goal has an id').to.equal('g1');
    });
  }

  it('a step: a valid Task, done and not', async () => {
    const wire = writeStep(step, about);
    await expectValid(wire);
    await expectSound(wire);
    expect(isStep(wire)).to.equal(true);
    expect(readStep(wire, parties)).to.deep.equal(step);
    const done = writeStep({ ...step, isDone: true }, about, { ...wire, id: 't1' });
    expect([done.status, readStep(done, parties).isDone]).to.deep.equal(['completed', true]);
  });

  it('who wrote each version, of whatever type', async () => {
    for (const wire of [
      writeGoal(whole, about),
      writeGoalEntry(entries[0]!, about),
      writeStep(step, about),
    ]) {
      const provenance = writeAuthorship(wire, about)!;
      await expectValid(provenance);
      await expectSound(provenance);
      expect(provenance.target[0]?.identifier).to.deep.equal(wire.identifier?.[0]);
      expect(provenance.agent[0]?.who.reference).to.equal('Patient/1');
    }
  });

  it('any goal comes back as it was', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((words) => words.trim() !== '');
    const texts = fc.uniqueArray(fc.tuple(fc.constantFrom(...levels), text), {
      selector: ([level]) => level,
    });
    const weight = fc.constantFrom(undefined, 0 as const, 1 as const, 2 as const, 3 as const);
    const said = fc.constantFrom('agree' as const, 'disagree' as const, 'pending' as const);
    const goals = fc.record({
      text,
      levels: texts.map((all) => new Map(levels.flatMap((level) => all.filter(([of]) => of === level)))),
      baseline: fc.constantFrom(-1 as const, -2 as const),
      due: fc.constantFrom(undefined, '2027', '2027-02', '2027-02-03'),
      importance: weight,
      difficulty: weight,
      helps: fc.option(text, { nil: undefined }),
      proposedBy: fc.constantFrom(...sides),
      accepted: fc.record({ client: said, therapist: said }),
      state: fc.constantFrom('proposed' as const, 'agreed' as const, 'on-hold' as const, 'let-go' as const),
    });
    fc.assert(
      fc.property(goals, goals, (one, other) => {
        const first: Goal = { ...noGoal, ...one };
        const wire = writeGoal(first, about);
        expect(sameGoals(readGoal(wire, parties), first), JSON.stringify(wire)).to.equal(true);
        // And changed to any other one, it says that one
        const second: Goal = { ...first, ...other, proposedBy: first.proposedBy };
        const changed = writeGoal(second, about, { ...wire, id: 'g' });
        expect(sameGoals(readGoal(changed, parties), second), JSON.stringify(changed)).to.equal(true);
      }),
    );
  });
});

describe('the check of codes, references and parts', () => {
  it('finds a wrong code, a wrong target, and a part that an extension does not have', async () => {
    const wrong = [
      { ...writeGoal(whole, about), lifecycleStatus: 'banana' },
      { ...writeGoal(whole, about), expressedBy: { reference: 'Device/1' } },
      {
        ...writeGoal(whole, about),
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/goal-acceptance',
            extension: [
              { url: 'individual', valueReference: { reference: 'PractitionerRole/1' } },
              { url: 'mood', valueCode: 'agree' },
            ],
          },
        ],
      },
    ];
    for (const [index, count] of [1, 1, 2].entries())
      expect((await problemsBeside(wrong[index])).length, JSON.stringify(wrong[index])).to.equal(count);
  });
});
