import { expect } from '@open-wc/testing';
import type { Observation, Task } from 'fhir/r4.js';
import type { VersionAbout } from '../../../src/fhir/version-about.js';
import { readGoalEntry } from '../../../src/fhir/observation/goal-entry-reader.js';
import { writeGoalEntry } from '../../../src/fhir/observation/goal-entry-writer.js';
import { readStep } from '../../../src/fhir/task/step-reader.js';
import { writeStep } from '../../../src/fhir/task/step-writer.js';

/*
 * What another system has hung on a goal: it is taken back, or ticked off, and says for the rest what it said.
 */

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const about: VersionAbout = {
  ...{ intent: 'give', at: '2026-11-26T10:00:00.000Z', identifier: 'e1', subject: 'Patient/1' },
  ...{ author: 'Patient/1', language: 'en', told: [], by: 'client', parties },
};

const observation = (code: object, more: object): Observation => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  code: { coding: [code] },
  subject: { reference: 'Patient/1' },
  focus: [{ reference: 'Goal/1' }],
  identifier: [{ system: 'https://example.org/ids', value: 'o-1' }],
  category: [{ text: 'theirs' }],
  ...more,
});

const foreign: Readonly<Record<string, Observation>> = {
  'a barrier in a code of SNOMED': observation(
    { system: 'http://snomed.info/sct', code: '811791000000103' },
    {
      effectiveDateTime: '2026-11-01',
      valueCodeableConcept: {
        coding: [{ system: 'http://snomed.info/sct', code: '22253000', display: 'Pain' }],
        text: 'Pain',
      },
    },
  ),
  'a rating with a period, and more than one code': observation(
    { system: 'http://loinc.org', code: '107334-5' },
    {
      effectivePeriod: { start: '2026-11-01' },
      valueCodeableConcept: {
        coding: [
          { system: 'http://loinc.org', code: 'LA34481-4', display: 'Expected' },
          { system: 'https://example.org/levels', code: 'as-hoped' },
        ],
      },
      component: [{ code: { text: 'theirs' }, valueString: 'kept' }],
    },
  ),
};

describe('what other systems hung on a goal', () => {
  for (const [name, wire] of Object.entries(foreign)) {
    it(`${name}: taken back, it says what it said`, () => {
      const written = writeGoalEntry(readGoalEntry(wire, parties)!, { ...about, intent: 'withdraw' }, wire);
      expect(written).to.deep.equal({ ...wire, status: 'entered-in-error' });
    });
  }

  it('a step that nobody is said to have asked for is not said to be of whoever ticks it off', () => {
    const wire: Task = {
      resourceType: 'Task',
      id: 't1',
      status: 'in-progress',
      intent: 'plan',
      code: {
        coding: [{ system: 'https://alliance-elements.org/fhir/CodeSystem/alliance-task', code: 'step' }],
      },
      identifier: [{ system: 'https://example.org/ids', value: 't-1' }],
      description: 'To the corner',
      focus: { reference: 'Goal/1' },
      for: { reference: 'Patient/1' },
      authoredOn: '2026-11-01T10:00:00Z',
    };
    const written = writeStep({ ...readStep(wire, parties), isDone: true }, about, wire);
    expect(written).to.deep.equal({ ...wire, status: 'completed', lastModified: about.at });
  });
});
