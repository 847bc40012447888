import { entryKind, stepKind } from '../../../src/controllers/kinds/goal-parts.js';
import { goalKind } from '../../../src/controllers/kinds/goal.js';
import * as goalWriting from '../../../src/controllers/kinds/goal-writing.js';
import { noGoal, type Goal, type GoalEntry, type Step } from '../../../src/domain/goals/goal.js';
import { recordContract } from '../../suites/record.js';

/*
 * Goals, what hangs on them, and their steps are records like all others: on every store, offline, after a reload, and as
 * far as a person was told who can see them.
 */

const sides = {
  side: 'client',
  parties: { client: 'Patient/1', therapist: 'Practitioner/1' },
  now: () => new Date('2026-11-26T10:00:00Z'),
  writing: { load: () => Promise.resolve(goalWriting), required: goalWriting },
} as const;
const hangs = { ...sides, toldOf: () => undefined };
const goal = { identifier: { system: 'https://alliance-elements.org/fhir/goal-identifier', value: 'g1' } };
const at = '2026-11-26T10:00:00.000Z';

const first: Goal = { ...noGoal, text: 'Walk', accepted: { client: 'agree', therapist: 'pending' } };
recordContract({
  kind: goalKind(sides),
  first,
  changed: { ...first, helps: 'My sister' },
  changedElsewhere: { ...first, importance: 3 },
  both: { ...first, helps: 'My sister', importance: 3 },
  contradicted: { ...first, helps: 'My brother' },
  derives: ['Provenance'],
});

const setback: GoalEntry = { kind: 'setback', goal, by: 'client', at, happened: 'Rain' };
recordContract({
  kind: entryKind(hangs),
  first: setback,
  changed: { ...setback, tried: 'An umbrella' },
  changedElsewhere: { ...setback, wouldHelp: 'Sun' },
  both: { ...setback, tried: 'An umbrella', wouldHelp: 'Sun' },
  contradicted: { ...setback, tried: 'A coat' },
  derives: ['Provenance'],
});

const step: Step = { goal, by: 'client', at, text: 'To the corner', isDone: false };
recordContract({
  kind: stepKind(hangs),
  first: step,
  changed: { ...step, text: 'To the gate' },
  changedElsewhere: { ...step, isDone: true },
  both: { ...step, text: 'To the gate', isDone: true },
  contradicted: { ...step, text: 'To the door' },
  derives: ['Provenance'],
});
