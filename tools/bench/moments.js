import { client, FHIR, listCases, therapist } from './lists.js';

/** Runs in the page: moments of one session that a client has shared and nobody has read. */

const coded = (system, code) => ({ coding: [{ system: `${FHIR}/CodeSystem/${system}`, code }] });

const moment = (index, words) => ({
  resourceType: 'Communication',
  id: `moment-${index}`,
  language: 'en',
  extension: [
    { url: `${FHIR}/StructureDefinition/show-at`, valueCode: 'now' },
    { url: `${FHIR}/StructureDefinition/told-audience`, valueCode: 'therapist' },
  ],
  identifier: [{ system: `${FHIR}/moment-identifier`, value: `moment-${index}` }],
  status: 'completed',
  category: [coded('alliance-communication', 'moment')],
  topic: coded('alliance-moment', 'missed'),
  reasonCode: [coded('alliance-moment', 'pace')],
  subject: { reference: client },
  encounter: { reference: 'Encounter/1' },
  sent: new Date(Date.UTC(2026, 2, 4, 10) + index * 1000).toISOString(),
  recipient: [{ reference: therapist }],
  sender: { reference: client },
  payload: [{ contentString: words }],
});

export const momentCases = listCases({
  ...{ name: 'moments', tag: 'alliance-empathy', part: 'moment' },
  resource: moment,
});
