import type { Goal } from 'fhir/r4.js';

/*
 * Goals as other systems write them; written for these tests, no one's data. Some break R4, as real ones do.
 */

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const PCO = 'http://hl7.org/fhir/us/pco/StructureDefinition';
const loinc = (code: string) => ({ system: 'http://loinc.org', code });
const subject = { reference: 'Patient/1', display: 'The client' };

const acceptance = (individual: string, status: string, more: readonly object[] = []) => ({
  url: `${CORE}/goal-acceptance`,
  extension: [
    { url: 'individual', valueReference: { reference: individual, display: 'Somebody' } },
    { url: 'status', valueCode: status },
    ...more,
  ],
});

const level = (code: string, text: string, key = 'progressText') => ({
  url: `${PCO}/pco-goal-attainment-scaling`,
  extension: [
    { url: 'level', valueCoding: { ...loinc(code), display: 'A level' } },
    { url: key, valueString: text },
  ],
});

const goal = (id: string, part: object): Goal => ({
  resourceType: 'Goal',
  id,
  meta: { versionId: '1', lastUpdated: '2026-11-01T10:00:00Z', profile: [`https://example.org/${id}`] },
  lifecycleStatus: 'active',
  description: { text: 'Climb the stairs at home' },
  subject,
  ...part,
});

/** By what is odd about each. */
export const foreignGoals: Readonly<Record<string, Goal>> = {
  'US Core': goal('us-core', {
    category: [{ coding: [{ system: 'https://example.org/categories', code: 'mobility' }] }],
    achievementStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: 'improving' }],
    },
    startDate: '2026-10-01',
    target: [
      { measure: { coding: [loinc('59460-6')] }, detailQuantity: { value: 12 }, dueDate: '2027-03-01' },
    ],
    expressedBy: { reference: 'Practitioner/9' },
  }),
  'PCO with progressText': goal('pco', {
    extension: [
      level('LA34481-4', 'I climb one floor.'),
      level('LA34479-8', 'I climb three floors.'),
      acceptance('Patient/1', 'agree', [{ url: 'priority', valueCodeableConcept: { text: 'high' } }]),
    ],
    target: [{ measure: { coding: [loinc('107332-9')] }, dueDate: '2027-01-15' }],
  }),
  'PCO with the older text': goal('pco-older', {
    extension: [
      level('LA34481-4', 'I climb one floor.', 'text'),
      level('LA34483-0', 'Half a floor.', 'text'),
    ],
  }),
  'several targets': goal('targets', {
    target: [
      { measure: { text: 'Steps' }, detailQuantity: { value: 40 }, dueDate: '2027-02-01' },
      { measure: { text: 'Pain' }, detailRange: { high: { value: 3 } } },
      { dueDuration: { value: 6, unit: 'weeks', system: 'http://unitsofmeasure.org', code: 'wk' } },
    ],
  }),
  'a coding and no words': goal('coded', {
    description: {
      coding: [{ system: 'http://snomed.info/sct', code: '300893006', display: 'Able to climb stairs' }],
    },
  }),
  'a state that is not known here': goal('paused', { lifecycleStatus: 'paused-by-department' }),
  'two practitioners who agree': goal('two', {
    lifecycleStatus: 'proposed',
    extension: [acceptance('Practitioner/8', 'agree'), acceptance('Practitioner/9', 'disagree')],
  }),
  'contained resources': goal('contained', {
    contained: [{ resourceType: 'Condition', id: 'c1', subject: { reference: 'Patient/1' } }],
    addresses: [{ reference: '#c1' }, { reference: 'Condition/7' }],
    outcomeReference: [{ reference: 'Observation/5' }],
  }),
  'notes without an author': goal('notes', {
    note: [
      { text: 'From before' },
      { text: 'From a letter', authorString: 'The family', time: '2026-10-02' },
    ],
  }),
  holes: goal('holes', {
    extension: [null, {}, { url: 5 }, { url: `${PCO}/pco-goal-attainment-scaling`, extension: {} }],
    target: [null, {}],
    note: [null, { text: 7 }],
    identifier: [null, { system: 'https://example.org/ids', value: 'g-9' }],
  }),
  'extensions of primitives': goal('primitives', {
    startDate: '2026-10-01',
    _startDate: { extension: [{ url: 'https://example.org/about', valueString: 'roughly' }] },
    _lifecycleStatus: { id: 'status-1' },
    description: {
      text: 'Climb the stairs at home',
      _text: { extension: [{ url: `${CORE}/translation`, valueString: 'es' }] },
    },
  }),
  'unknown elements and a group': goal('unknown', {
    expressedBy: { reference: 'Group/1' },
    futureElement: { anything: [1, 2, { deep: true }] },
    statusReason: { text: 'On the waiting list' },
  }),
};
