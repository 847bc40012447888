import fc from 'fast-check';
import type { Resource } from '../../src/index.js';
import { noGoal, type Goal } from '../../src/domain/goals/goal.js';
import { bothAgree, goalWire, hangingOn } from './goals.js';
import { momentWire, threadOn } from './empathy.js';
import { CLIENT, THERAPIST } from './care.js';

/*
 * What a server may store: the six types as they should be, and the same with holes, wrong types, odd dates and depth.
 */

/** Dates and times that are none, or that only some systems can read. */
export const oddTimes: readonly unknown[] = [
  ...['25.11.2026', 'yesterday', '2026-06-30T23:59:60Z', '2026-02-30', '2026-02-30T10:00:00Z', '2026-13-45'],
  ...['2026-11-25 10:00', '2026-11-25T10:00', '2026-11-25T25:61:00Z', '2026-11-25T10:00:00+99:99', '2026-1'],
  ...['', '0000', '2026-11', '2026', '20261125', '２０２６-11-25', 20261125, null, {}, []],
];

/** What stands where something else should. */
const wrong: readonly unknown[] = [null, 'text', '', 5, -1, true, {}, [], [null], [[]], [{}], { a: null }];

const extra = { url: 'https://other.example/extension', valueString: 'theirs' };

const response = {
  resourceType: 'QuestionnaireResponse',
  id: 'r1',
  meta: { versionId: '1', lastUpdated: '2026-11-20T10:00:00.000Z', tag: [{ system: 'other', code: 'x' }] },
  extension: [
    extra,
    { url: 'https://alliance-elements.org/fhir/StructureDefinition/completion', valueCode: 'self' },
  ],
  identifier: { system: 'https://other.example', value: 'r1' },
  questionnaire: 'https://alliance-elements.org/fhir/Questionnaire/session-alliance|2.0.0',
  status: 'completed',
  language: 'en',
  subject: { reference: CLIENT },
  encounter: { reference: 'Encounter/1' },
  author: { reference: CLIENT },
  source: { reference: CLIENT },
  authored: '2026-11-20T10:00:00.000Z',
  item: [
    {
      linkId: 'trust',
      text: 'Trust',
      extension: [extra],
      answer: [
        { valueCoding: { code: '3', display: 'Mostly' }, extension: [extra], item: [{ linkId: 'x' }] },
      ],
    },
    {
      linkId: 'why',
      answer: [
        {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'asked-declined',
            },
          ],
        },
      ],
    },
    { linkId: 'theirs', item: [{ linkId: 'theirs.1', answer: [{ valueString: 'only theirs' }] }] },
    { linkId: 'open', answer: [{ valueString: 'A shorter talk.' }] },
  ],
};

const kept = (resource: Resource, id: string): Resource => ({
  ...resource,
  id,
  meta: { versionId: '1', lastUpdated: '2026-11-20T10:00:00.000Z', tag: [{ system: 'other', code: 'x' }] },
});

const wanted: Partial<Goal> = {
  ...{
    text: 'Walk to the bakery',
    startedOn: '2026-11-01',
    due: '2026-12',
    accepted: bothAgree,
    helps: 'A stick',
  },
  levels: new Map([
    [-2, 'Not at all'],
    [0, 'There and back'],
    [2, 'Every day'],
  ] as const),
  notes: [{ id: 'n1', by: 'client', at: '2026-11-20T10:00:00.000Z', words: 'It went well' }],
  changes: {
    therapist: { by: 'therapist', at: '2026-11-20T10:00:00.000Z', text: 'Walk further', due: '2027' },
  },
};

/** Each type in its place in the care of one client, as a server would give it back. */
export function careful(): readonly Resource[] {
  const goal = goalWire({ ...noGoal, ...wanted }, 'g1');
  const moment = momentWire({ help: { kind: 'own', words: 'Wait for me' } });
  const task = (code: string, focus: object) => ({
    resourceType: 'Task',
    status: 'requested',
    intent: 'plan',
    identifier: [{ system: 'https://other.example', value: code }],
    code: { coding: [{ system: 'https://alliance-elements.org/fhir/CodeSystem/alliance-task', code }] },
    focus,
    for: { reference: CLIENT },
    requester: { reference: THERAPIST },
    authoredOn: '2026-11-20T10:00:00.000Z',
    lastModified: '2026-11-20T10:00:00.000Z',
  });
  const provenance = {
    resourceType: 'Provenance',
    extension: [
      {
        url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient',
        valueReference: { reference: CLIENT },
      },
    ],
    target: [{ reference: 'Goal/g/_history/1' }],
    recorded: '2026-11-20T10:00:00Z',
    agent: [{ who: { reference: CLIENT } }],
  };
  const all = [
    response,
    goal,
    ...hangingOn(goal),
    moment,
    ...threadOn(moment, 'read', { reply: 'Thank you' }, 'better'),
    task('raise', { type: 'Communication', identifier: moment.identifier?.[0] }),
    provenance,
  ] as unknown as readonly Resource[];
  return structuredClone(all.map((one, index) => kept(one, `s${String(index)}`)));
}

type Place = readonly [holder: Record<string, unknown>, name: string];

/** Every value in some JSON with what holds it. */
function placesIn(json: unknown): Place[] {
  if (typeof json !== 'object' || json === null) return [];
  const holder = json as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [[holder, name] as const, ...placesIn(holder[name])]);
}

const isTime = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d/.test(value);

interface Fault {
  readonly kind: 'wrong' | 'hole' | 'gone' | 'time' | 'deep';
  readonly at: number;
  readonly which: number;
}

function nested(value: unknown, name: string, depth: number): unknown {
  let inner = value;
  for (let level = 0; level < depth; level += 1)
    inner = { linkId: `deep-${String(level)}`, url: `deep-${String(level)}`, [name]: [inner] };
  return inner;
}

function spoil(resource: Resource, { kind, at, which }: Fault): void {
  const all = placesIn(resource).filter(([, name]) => name !== 'resourceType');
  const fitting = all.filter(([holder, name]) =>
    kind === 'time' ? isTime(holder[name]) : kind === 'hole' ? Array.isArray(holder[name]) : true,
  );
  const place = fitting[at % fitting.length];
  if (!place) return;
  const [holder, name] = place;
  const value = holder[name];
  if (kind === 'gone') Reflect.deleteProperty(holder, name);
  else if (kind === 'hole') holder[name] = [null, ...(value as unknown[]), [], 5].slice(0, 2 + (which % 4));
  else if (kind === 'time') holder[name] = oddTimes[which % oddTimes.length];
  else if (kind === 'deep') {
    const deepAs = ['item', 'extension', 'answer'][which % 3] ?? 'item';
    holder[name] = Array.isArray(value) ? [nested(value[0], deepAs, 80)] : nested(value, deepAs, 80);
  } else holder[name] = structuredClone(wrong[which % wrong.length]);
}

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('wrong', 'wrong', 'hole', 'gone', 'time', 'deep'),
  at: fc.nat(10_000),
  which: fc.nat(1000),
});

/** All of one client's care, with a few faults in each resource. */
export const careless: fc.Arbitrary<readonly Resource[]> = fc
  .array(fc.array(fault, { maxLength: 6, size: 'max' }), { minLength: 16, maxLength: 16 })
  .map((faults) => {
    const all = careful();
    for (const [index, resource] of all.entries())
      for (const one of faults[index] ?? []) spoil(resource, one);
    return all;
  });
