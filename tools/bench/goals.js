import { client, FHIR, listCases, therapist } from './lists.js';

/** Runs in the page: goals that both sides have agreed on. */

const acceptedBy = (reference) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/goal-acceptance',
  extension: [
    { url: 'individual', valueReference: { reference } },
    { url: 'status', valueCode: 'agree' },
  ],
});

const goal = (index, text) => ({
  resourceType: 'Goal',
  id: `goal-${index}`,
  language: 'en',
  extension: [
    ...[client, therapist].map(acceptedBy),
    { url: `${FHIR}/StructureDefinition/written-by`, valueReference: { reference: client } },
    { url: `${FHIR}/StructureDefinition/told-audience`, valueCode: 'therapist' },
  ],
  identifier: [{ system: `${FHIR}/goal-identifier`, value: `goal-${index}` }],
  lifecycleStatus: 'active',
  description: { text },
  subject: { reference: client },
  expressedBy: { reference: client },
  startDate: '2026-03-04',
});

export const goalCases = listCases({
  ...{ name: 'goals', tag: 'alliance-goals', part: 'goal' },
  ...{ resource: goal, canFind: true },
});
