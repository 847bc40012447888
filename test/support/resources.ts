import type { Communication, Goal, Observation, Provenance, QuestionnaireResponse, Task } from 'fhir/r4.js';

/*
 * Resources as small as a store needs them, of the six types that this library writes, all about one person; and how
 * they refer to each other before they have an id.
 */

export const SUBJECT = 'Patient/1';

const subject = { reference: SUBJECT };

const named = (value: string) => ({ system: 'https://alliance-elements.org/test', value });

/** R4's logical reference. */
export const to = (type: string, name: string) => ({ type, identifier: named(name) });

export const answers = (name: string, text = 'said'): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  identifier: named(name),
  questionnaire: 'https://example.org/q|1',
  subject,
  authored: '2026-11-23T10:00:00Z',
  item: [{ linkId: 'a', answer: [{ valueString: text }] }],
});

/** @param value of an answer; `at` is the ISO 8601 instant of what it follows from */
export const score = (of: string, value: number, at = '2026-11-23T10:00:00Z'): Observation => ({
  resourceType: 'Observation',
  identifier: [named(`${of}/score`)],
  status: 'final',
  code: { text: 'total' },
  subject,
  effectiveDateTime: at,
  derivedFrom: [to('QuestionnaireResponse', of)],
  valueQuantity: { value },
});

export const goal = (name: string, text = 'walk'): Goal => ({
  resourceType: 'Goal',
  identifier: [named(name)],
  lifecycleStatus: 'proposed',
  description: { text },
  subject,
});

export const rating = (name: string, of: string, value = 1): Observation => ({
  resourceType: 'Observation',
  identifier: [named(name)],
  status: 'final',
  code: { text: 'goal attainment' },
  subject,
  focus: [to('Goal', of)],
  valueInteger: value,
});

export const step = (name: string, of: string): Task => ({
  resourceType: 'Task',
  identifier: [named(name)],
  status: 'requested',
  intent: 'plan',
  for: subject,
  focus: to('Goal', of),
});

export const moment = (name: string, answering?: string): Communication => ({
  resourceType: 'Communication',
  identifier: [named(name)],
  status: 'completed',
  subject,
  payload: [{ contentString: `words of ${name}` }],
  ...(answering !== undefined && { inResponseTo: [to('Communication', answering)] }),
});

export const provenance = (type: string, of: string, code = 'CREATE'): Provenance => ({
  resourceType: 'Provenance',
  extension: [
    {
      url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient',
      valueReference: subject,
    },
  ],
  target: [to(type, of)],
  recorded: '2026-11-23T10:00:00Z',
  activity: { text: code },
  agent: [{ who: subject }],
});

/** The name that a resource was made with. */
export function nameOf(resource: object): string {
  const { identifier } = resource as { identifier?: { value?: string } | { value?: string }[] };
  return [identifier ?? {}].flat()[0]?.value ?? '';
}
