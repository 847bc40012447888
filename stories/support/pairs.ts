import type { QuestionnaireResponse } from 'fhir/r4.js';
import type { Side } from '../../src/domain/side.js';

const questions = { client: 'session-empathy', therapist: 'session-empathy-therapist' };
const people = { client: 'Patient/ana', therapist: 'Practitioner/kim' };
const linkIds = ['heard', 'understood', 'could-say', 'respected'];

/** What one side answered to the four questions, by degree; undefined is left open. */
export const rated = (
  side: Side,
  ...degrees: readonly (0 | 1 | 2 | 3 | 4 | undefined)[]
): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  id: `rated-by-${side}`,
  questionnaire: `https://alliance-elements.org/fhir/Questionnaire/${questions[side]}|1.0.0`,
  status: 'completed',
  subject: { reference: people.client },
  encounter: { reference: 'Encounter/today' },
  authored: '2026-03-04T10:30:00Z',
  author: { reference: people[side] },
  source: { reference: people[side] },
  item: linkIds.map((linkId, index) => ({
    linkId,
    ...(degrees[index] !== undefined && {
      answer: [
        {
          valueCoding: {
            system: 'https://alliance-elements.org/fhir/CodeSystem/alliance-degree',
            code: String(degrees[index]),
          },
        },
      ],
    }),
  })),
});
