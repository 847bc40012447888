import type { Resource } from '../../src/fhir/resource.js';

/*
 * A small valid R4 resource of each type that is stored, and what the contract needs to know of the type.
 */

/** Elements that a parameter looks at, a value that finds them, and one that does not. */
type Finding = readonly [elements: object, finds: string, findsNot: string];

export interface Example {
  readonly type: string;
  /** A new resource of `Patient/{person}`, without an identifier. */
  make(person?: number, changes?: object): Resource;
  /** Finds all that `make` gives of one person. */
  whose(person?: number): Readonly<Record<string, string>>;
  /** Elements of two later versions, which say different things. */
  readonly changes: readonly [object, object];
  /** What a server adds or writes differently, and nobody said. */
  readonly added: object;
  /** All of R4's search parameters. */
  readonly finds: Readonly<Record<string, Finding>>;
  /** A parameter to sort by, and elements in its order. */
  readonly sorted: readonly [parameter: string, ...elements: object[]];
  /** Parameters that R4 does not have, although another type does. */
  readonly unknown: readonly string[];
  /** The same resource with nobody's name on it. */
  readonly nobody: object;
}

const to = (reference: string) => ({ reference });
const concept = (code: string) => ({ coding: [{ system: 'https://example.org/codes', code }] });
const token = 'https://example.org/codes|a';
const identified = { system: 'https://example.org/names', value: 'mine' };
const patient = (person: number) => to(`Patient/${person}`);
const bySubject = (person = 1) => ({ subject: `Patient/${person}` });
const byEncounter: Finding = [{ encounter: to('Encounter/1') }, 'Encounter/1', 'Encounter/2'];
const bySubjectOf: Finding = [{}, 'Patient/1', 'Patient/2'];
const identifiers: Finding = [
  { identifier: [identified] },
  'https://example.org/names|mine',
  'https://example.org/names|other',
];

function example(
  base: Readonly<Record<string, unknown>> & { readonly resourceType: string },
  rest: Pick<Example, 'changes' | 'added' | 'finds' | 'sorted' | 'unknown'>,
  person: 'subject' | 'for' = 'subject',
): Example {
  return {
    type: base.resourceType,
    make: (number = 1, changes = {}) => ({ ...base, [person]: patient(number), ...changes }),
    whose: bySubject,
    nobody: { [person]: undefined },
    ...rest,
  };
}

export const response: Example = example(
  {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire: 'https://example.org/q|1',
    authored: '2026-11-23T10:00:00Z',
    item: [{ linkId: 'a', answer: [{ valueInteger: 0 }] }],
  },
  {
    changes: [{ status: 'amended' }, { status: 'entered-in-error' }],
    added: { authored: '2026-11-23T10:00:03Z' },
    finds: {
      subject: bySubjectOf,
      encounter: byEncounter,
      questionnaire: [{}, 'https://example.org/q', 'https://example.org/q|2'],
      author: [{ author: to('Practitioner/1') }, 'Practitioner/1', 'Practitioner/2'],
      source: [{ source: to('RelatedPerson/1') }, 'RelatedPerson/1', 'RelatedPerson/2'],
      status: [{}, 'stopped,completed', 'amended'],
      authored: [{}, 'ge2026-11-23', 'gt2026-11-23'],
      'based-on': [{ basedOn: [to('CarePlan/1')] }, 'CarePlan/1', 'CarePlan/2'],
      'part-of': [{ partOf: [to('Procedure/1')] }, 'Procedure/1', 'Procedure/2'],
      identifier: [{ identifier: identified }, identifiers[1], identifiers[2]],
    },
    sorted: ['authored', { authored: '2026-11-01T10:00:00Z' }, { authored: '2026-11-03T10:00:00Z' }],
    unknown: ['category', 'date'],
  },
);

const observation: Example = example(
  {
    resourceType: 'Observation',
    status: 'final',
    code: concept('rating'),
    effectiveDateTime: '2026-11-23T10:00:00Z',
  },
  {
    changes: [{ status: 'amended' }, { status: 'entered-in-error' }],
    added: { issued: '2026-11-23T10:00:03Z' },
    finds: {
      subject: bySubjectOf,
      encounter: byEncounter,
      focus: [{ focus: [to('Goal/1')] }, 'Goal/1', 'Goal/2'],
      category: [{ category: [concept('a')] }, token, 'b'],
      code: [{}, 'https://example.org/codes|rating', 'https://example.org/others|rating'],
      performer: [{ performer: [to('Practitioner/1')] }, 'Practitioner/1', 'Practitioner/2'],
      'derived-from': [
        { derivedFrom: [to('QuestionnaireResponse/1')] },
        'QuestionnaireResponse/1',
        'QuestionnaireResponse/2',
      ],
      'has-member': [{ hasMember: [to('Observation/1')] }, 'Observation/1', 'Observation/2'],
      status: [{}, 'final', 'amended'],
      date: [{}, '2026-11-23', 'lt2026-11'],
      'based-on': [{ basedOn: [to('CarePlan/1')] }, 'CarePlan/1', 'CarePlan/2'],
      'part-of': [{ partOf: [to('Procedure/1')] }, 'Procedure/1', 'Procedure/2'],
      identifier: identifiers,
    },
    sorted: [
      'date',
      { effectiveDateTime: '2026-11-01T10:00:00Z' },
      { effectiveDateTime: '2026-11-03T10:00:00Z' },
    ],
    unknown: ['author', 'authored'],
  },
);

const goal: Example = example(
  {
    resourceType: 'Goal',
    lifecycleStatus: 'proposed',
    description: { text: 'Walk to the shop' },
    startDate: '2026-11-23',
  },
  {
    changes: [{ lifecycleStatus: 'active' }, { lifecycleStatus: 'completed' }],
    added: { text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">A goal</div>' } },
    finds: {
      subject: bySubjectOf,
      category: [{ category: [concept('a')] }, token, 'b'],
      'lifecycle-status': [{}, 'proposed', 'active'],
      'achievement-status': [{ achievementStatus: concept('a') }, token, 'b'],
      'start-date': [{}, 'eq2026-11', 'eq2026-12'],
      'target-date': [{ target: [{ dueDate: '2027-01-31' }] }, 'le2027-01-31', 'lt2027-01-31'],
      identifier: identifiers,
    },
    sorted: ['start-date', { startDate: '2026-11-01' }, { startDate: '2026-11-03' }],
    unknown: ['status', 'encounter', 'focus'],
  },
);

const task: Example = example(
  { resourceType: 'Task', status: 'requested', intent: 'plan', authoredOn: '2026-11-23T10:00:00Z' },
  {
    changes: [{ status: 'accepted' }, { status: 'completed' }],
    added: { lastModified: '2026-11-23T10:00:03Z' },
    finds: {
      subject: bySubjectOf,
      encounter: byEncounter,
      focus: [{ focus: to('Goal/1') }, 'Goal/1', 'Goal/2'],
      code: [{ code: concept('a') }, token, 'b'],
      status: [{}, 'requested', 'completed'],
      owner: [{ owner: to('Practitioner/1') }, 'Practitioner/1', 'Practitioner/2'],
      requester: [{ requester: to('Patient/3') }, 'Patient/3', 'Patient/4'],
      'authored-on': [{}, 'sa2026-11-22', 'sa2026-11-23'],
      'based-on': [{ basedOn: [to('CarePlan/1')] }, 'CarePlan/1', 'CarePlan/2'],
      'part-of': [{ partOf: [to('Task/1')] }, 'Task/1', 'Task/2'],
      identifier: identifiers,
    },
    sorted: ['authored-on', { authoredOn: '2026-11-01T10:00:00Z' }, { authoredOn: '2026-11-03T10:00:00Z' }],
    unknown: ['category', 'sent'],
  },
  'for',
);

const communication: Example = example(
  {
    resourceType: 'Communication',
    status: 'completed',
    sent: '2026-11-23T10:00:00Z',
    payload: [{ contentString: 'That was too fast for me' }],
  },
  {
    changes: [{ status: 'entered-in-error' }, { status: 'stopped' }],
    added: { text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Words</div>' } },
    finds: {
      subject: bySubjectOf,
      encounter: byEncounter,
      category: [{ category: [concept('a')] }, token, 'b'],
      sender: [{ sender: to('Patient/1') }, 'Patient/1', 'Patient/2'],
      recipient: [{ recipient: [to('Practitioner/1')] }, 'Practitioner/1', 'Practitioner/2'],
      sent: [{}, 'eb2026-11-24', 'eb2026-11-23'],
      status: [{}, 'completed', 'stopped'],
      'based-on': [{ basedOn: [to('CarePlan/1')] }, 'CarePlan/1', 'CarePlan/2'],
      'part-of': [{ partOf: [to('Communication/1')] }, 'Communication/1', 'Communication/2'],
      identifier: identifiers,
    },
    sorted: ['sent', { sent: '2026-11-01T10:00:00Z' }, { sent: '2026-11-03T10:00:00Z' }],
    unknown: ['author', 'focus', 'in-response-to'],
  },
);

const aboutPatient = (person: number) => ({
  url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient',
  valueReference: patient(person),
});

const provenance: Example = {
  type: 'Provenance',
  make: (person = 1, changes = {}) =>
    ({
      resourceType: 'Provenance',
      extension: [aboutPatient(person)],
      target: [to(`Goal/of-${person}/_history/1`)],
      recorded: '2026-11-23T10:00:00Z',
      agent: [{ who: patient(person) }],
      ...changes,
    }) as Resource,
  // Some servers compare what is written, with its version
  whose: (person = 1) => ({ target: `Goal/of-${person}/_history/1` }),
  nobody: { extension: undefined },
  changes: [
    { agent: [{ who: to('RelatedPerson/1') }] },
    { agent: [{ who: to('RelatedPerson/1') }, { who: to('RelatedPerson/2') }] },
  ],
  added: { recorded: '2026-11-23T10:00:00.123Z' },
  finds: {
    target: [{}, 'Goal/of-1/_history/1', 'Goal/of-2'],
    agent: [{}, 'Patient/1', 'Patient/2'],
    recorded: [{}, 'ge2026-11-23T10:00:00Z', 'lt2026-11-23T10:00:00Z'],
  },
  sorted: ['recorded', { recorded: '2026-11-01T10:00:00Z' }, { recorded: '2026-11-03T10:00:00Z' }],
  unknown: ['subject', 'identifier', 'encounter'],
};

export const examples: readonly Example[] = [response, observation, goal, task, communication, provenance];

/** A resource that every parameter of its type finds by the first of its values. */
export const foundByAll = ({ make, finds }: Example): Resource =>
  make(1, Object.assign({}, ...Object.values(finds).map(([elements]) => elements)) as object);
