import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Goal as Wire } from 'fhir/r4.js';
import { carryOut, type GoalAct } from '../../../src/domain/goals/acts.js';
import type { Goal } from '../../../src/domain/goals/goal.js';
import { isForeignGoal, linkOf, readGoal } from '../../../src/fhir/goal/goal-reader.js';
import type { VersionAbout } from '../../../src/fhir/version-about.js';
import { writeGoal } from '../../../src/fhir/goal/goal-writer.js';
import { foreignGoals } from './foreign-goals.js';

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const at = '2026-11-26T10:00:00.000Z';
const about: VersionAbout = {
  ...{ intent: 'give', at, identifier: 'g1', subject: 'Patient/1', author: 'Patient/1' },
  ...{ language: 'en', told: [], by: 'client', parties },
};
const ACCEPTANCE = 'http://hl7.org/fhir/StructureDefinition/goal-acceptance';
const OWN = 'https://alliance-elements.org/fhir/StructureDefinition/';

const read = (wire: Wire): Goal => readGoal(structuredClone(wire), parties);
const goals = Object.entries(foreignGoals);

type Loose = Readonly<Record<string, unknown>>;

/** What is in a resource but for what our act is about. */
function rest(wire: Wire, own: readonly string[]): Loose {
  const { extension, ...others } = structuredClone(wire) as unknown as Loose;
  // A hole says nothing
  const all = (Array.isArray(extension) ? (extension as unknown[]) : []).filter((one) => one !== null);
  const kept = all.filter((one) => {
    const url = (one as Loose | null)?.['url'];
    return !(typeof url === 'string' && (url.startsWith(OWN) || own.includes(url)));
  });
  return Object.fromEntries([
    ...Object.entries(others).filter(([key]) => !own.includes(key)),
    ...(kept.length > 0 ? [['extension', kept] as const] : []),
  ]);
}

/** Acts of a client, and which elements each is about. */
const acts: readonly (readonly [GoalAct, readonly string[]])[] = [
  [{ action: 'note', by: 'client', at, id: 'n1', words: 'Talk about it' }, ['note']],
  [{ action: 'weigh', by: 'client', at, importance: 3, difficulty: 0 }, []],
  [{ action: 'hold', by: 'client', at }, ['lifecycleStatus', 'statusDate']],
  [{ action: 'reach', by: 'client', at }, ['lifecycleStatus', 'statusDate', 'achievementStatus']],
  [{ action: 'edit', by: 'client', at, terms: { text: 'Climb two floors' } }, ['description', ACCEPTANCE]],
];

describe('goals of other systems', () => {
  it('are twelve, of different shapes', () => {
    expect(goals).to.have.length(12);
    for (const [, wire] of goals) expect(isForeignGoal(wire)).to.equal(true);
  });

  for (const [name, wire] of goals) {
    describe(name, () => {
      it('written without a change it is the same, but for who wrote it', () => {
        const before = structuredClone(wire);
        const written = writeGoal(read(wire), about, structuredClone(wire));
        expect(rest(written, [])).to.deep.equal(rest(wire, []));
        expect(wire, 'what came in is not touched').to.deep.equal(before);
        expect(linkOf(written)).to.deep.equal(linkOf(wire));
      });

      for (const [act, own] of acts) {
        it(`${act.action}: all that is foreign stays`, () => {
          const done = carryOut(read(wire), act);
          if ('refused' in done) {
            expect(['foreign', 'not-agreed']).to.contain(done.refused);
            return;
          }
          const written = writeGoal(done.goal, about, structuredClone(wire));
          expect(rest(written, own)).to.deep.equal(rest(wire, own));
          const notes = (wire.note ?? []).length;
          if (act.action === 'note') expect(written.note?.slice(0, notes)).to.deep.equal(wire.note ?? []);
          const { notes: said, importance, state } = read(written);
          if (act.action === 'note') expect(said.at(-1)?.words).to.equal('Talk about it');
          if (act.action === 'weigh') expect(importance).to.equal(3);
          if (act.action === 'hold') expect(state).to.equal('on-hold');
        });
      }
    });
  }
});

describe('what is read of them', () => {
  const of = (name: string): Goal => read(foreignGoals[name]!);

  it('words, or what a coding is called', () => {
    expect(of('US Core').text).to.equal('Climb the stairs at home');
    expect(of('a coding and no words').text).to.equal('Able to climb stairs');
  });

  it('the state, or its own word', () => {
    expect(of('US Core').state).to.equal('agreed');
    expect(of('a state that is not known here').state).to.deep.equal({ foreign: 'paused-by-department' });
  });

  it('the words of levels, also where older data have them', () => {
    expect([...of('PCO with progressText').levels]).to.deep.equal([
      [2, 'I climb three floors.'],
      [0, 'I climb one floor.'],
    ]);
    expect([...of('PCO with the older text').levels]).to.deep.equal([
      [0, 'I climb one floor.'],
      [-1, 'Half a floor.'],
    ]);
  });

  it('dates, notes and who has agreed', () => {
    expect([of('US Core').due, of('several targets').due]).to.deep.equal(['2027-03-01', '2027-02-01']);
    expect(of('notes without an author').notes.map(({ words }) => words)).to.deep.equal([
      'From before',
      'From a letter',
    ]);
    expect(of('two practitioners who agree').accepted.therapist).to.equal('agree');
    expect(of('PCO with progressText').accepted.client).to.equal('agree');
  });

  it('an accepted level is written as PCO has it now, beside what was there', () => {
    const wire = foreignGoals['PCO with the older text']!;
    const goal = { ...read(wire), levels: new Map([...read(wire).levels, [1, 'Two floors.'] as const]) };
    const written = writeGoal(goal, about, structuredClone(wire));
    expect([...read(written).levels.keys()]).to.deep.equal([1, 0, -1]);
    expect(written.extension?.slice(0, 2), 'what says the same stays as it was').to.deep.equal(
      wire.extension,
    );
  });

  it('comments of older versions are left out', () => {
    const wire = { ...foreignGoals['US Core']!, fhir_comments: ['old'] } as unknown as Wire;
    expect(writeGoal(read(wire), about, wire)).not.to.have.property('fhir_comments');
  });
});

describe('who has agreed to a goal of another system', () => {
  const two = foreignGoals['two practitioners who agree']!;
  const saidIn = ({ extension = [] }: Wire) =>
    extension.flatMap(({ url, extension: parts = [] }) => {
      const [who, status] = ['individual', 'status'].map((name) => parts.find((part) => part.url === name));
      return url === ACCEPTANCE ? [`${who?.valueReference?.reference ?? ''} ${status?.valueCode ?? ''}`] : [];
    });

  it('stays as each of them said it, when another one says something', () => {
    const goal = { ...read(two), accepted: { ...read(two).accepted, therapist: 'disagree' as const } };
    const therapist = { ...about, author: 'Practitioner/1', by: 'therapist' as const };
    const written = writeGoal(goal, therapist, structuredClone(two));
    expect(saidIn(written)).to.deep.equal([
      'Practitioner/8 agree',
      'Practitioner/9 disagree',
      'Practitioner/1 disagree',
    ]);
    expect(read(written).accepted.therapist, 'the known therapist counts first').to.equal('disagree');
  });

  it('is asked anew of all of them, when somebody puts it in other words', () => {
    const agreed = JSON.parse(JSON.stringify(two).replace('"disagree"', '"agree"')) as Wire;
    expect(saidIn(agreed)).to.deep.equal(['Practitioner/8 agree', 'Practitioner/9 agree']);
    const done = carryOut(read(agreed), { action: 'edit', by: 'client', at, terms: { text: 'Other words' } });
    if ('refused' in done) throw new Error(done.refused);
    const written = writeGoal(done.goal, about, structuredClone(agreed));
    expect(saidIn(written).filter((said) => said.endsWith(' agree'))).to.deep.equal(['Patient/1 agree']);
  });

  it('stays with all its parts, when the client accepts', () => {
    const done = carryOut(read(two), { action: 'accept', by: 'client', at });
    if ('refused' in done) throw new Error(done.refused);
    const written = writeGoal(done.goal, about, structuredClone(two));
    expect(written.extension?.slice(0, 2)).to.deep.equal(two.extension);
    expect(saidIn(written).at(-1)).to.equal('Patient/1 agree');
  });
});

describe('whatever is stored', () => {
  const names = ['url', 'extension', 'valueString', 'valueCode', 'valueReference', 'reference', 'coding'];
  const anything = fc.letrec<{ one: unknown }>((tie) => ({
    one: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(null, 1, true, '', 'x', 'Patient/1', 'agree'),
      fc.array(tie('one'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names, 'text', 'time', 'dueDate', 'measure'), tie('one')),
    ),
  })).one;
  const urls = [
    ...[ACCEPTANCE, 'http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling'],
    ...['helps', 'baseline', 'importance', 'proposed-change', 'written-by'].map((name) => `${OWN}${name}`),
  ];
  const part = fc.record({
    url: fc.constantFrom('individual', 'status', 'level', 'progressText', 'by', 'at'),
    valueReference: anything,
  });
  const extension = fc.array(fc.record({ url: fc.constantFrom(...urls), extension: fc.array(part) }));
  const elements = fc.dictionary(
    fc.constantFrom('identifier', 'description', 'target', 'note', 'lifecycleStatus', 'expressedBy'),
    anything,
  );

  it('is read, changed and written without an exception', () => {
    fc.assert(
      fc.property(elements, extension, (loose, extensions) => {
        const wire = { resourceType: 'Goal', ...loose, extension: extensions } as unknown as Wire;
        const goal = read(wire);
        const note = { id: 'n', by: 'client' as const, at, words: 'words' };
        const others: Goal[] = [
          ...[goal, { ...goal, text: 'Other words' }, { ...goal, due: '2027' }],
          ...[
            { ...goal, notes: [...goal.notes, note] },
            { ...goal, state: 'reached' as const },
          ],
          { ...goal, accepted: { client: 'disagree', therapist: 'agree' } },
          { ...goal, changes: { client: { by: 'client', at, text: 'Other words' } } },
        ];
        for (const other of others) read(writeGoal(other, about, structuredClone(wire)));
      }),
      { numRuns: 1000 },
    );
  });
});
