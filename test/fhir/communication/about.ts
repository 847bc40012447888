import type { CommunicationAbout } from '../../../src/fhir/communication/communication-writer.js';

export const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
export const at = '2026-11-26T10:00:00.000Z';

export const about: CommunicationAbout = {
  ...{
    intent: 'give',
    at,
    identifier: 'm1',
    subject: 'Patient/1',
    author: 'Patient/1',
    parties,
    by: 'client',
  },
  ...{ language: 'en', told: ['therapist'], completion: 'self', encounter: 'Encounter/1' },
  recipients: ['Practitioner/1', 'CareTeam/1', 'Location/1'],
};

export const aboutTherapist: CommunicationAbout = {
  ...about,
  ...{ author: 'Practitioner/1', by: 'therapist', identifier: 'e1', recipients: ['Patient/1'] },
};
