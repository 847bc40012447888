import { mergeParts } from '../../src/domain/record.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import { compact } from '../../src/fhir/resource.js';
import { readTold, veiled, withTold } from '../../src/fhir/told.js';
import type { Communication } from 'fhir/r4.js';

/*
 * A kind that nobody ships: many short notes of a person, each with a subject line. It shows how little a kind is.
 */

export type Note = ReadonlyMap<'title' | 'words', string>;

export const note = (words: string, title?: string): Note =>
  new Map([['words', words] as const, ...(title === undefined ? [] : [['title', title] as const])]);

const system = 'https://example.org/notes';
const reference = (to: string | undefined) => (to === undefined ? undefined : { reference: to });
const statuses = { keep: 'preparation', give: 'completed', withdraw: 'entered-in-error' } as const;
const stages: Readonly<Record<string, 'draft' | 'withdrawn'>> = {
  preparation: 'draft',
  'entered-in-error': 'withdrawn',
};

export const noteKind: RecordKind<Note, Communication> = {
  name: 'note',
  system,
  type: 'Communication',
  keyed: ['subject'],
  writers: ['client', 'therapist'],
  start: new Map(),
  none: new Map(),
  is: (resource): resource is Communication =>
    (resource as Communication | undefined)?.resourceType === 'Communication',
  read: ({ topic, payload = [] }) => note(payload[0]?.contentString ?? '', topic?.text),
  write: (value, { intent, at, identifier, subject, author, told }, base) => {
    const written = compact<Communication>({
      ...base,
      resourceType: 'Communication',
      identifier: base?.identifier ?? [{ system, value: identifier }],
      status: statuses[intent],
      subject: reference(subject) ?? base?.subject,
      sender: reference(author) ?? base?.sender,
      sent: at,
      topic: value.has('title') ? { text: value.get('title') } : undefined,
      payload: [{ contentString: value.get('words') ?? '' }],
    });
    return withTold(written, told);
  },
  same: (one, other) =>
    ['title', 'words'].every((part) => one.get(part as 'title') === other.get(part as 'title')),
  merge: (base, mine, theirs) => mergeParts(base, mine, theirs, (one, other) => one === other),
  resolve: (merged, { part, mine, theirs }, choice) =>
    new Map(merged).set(part as 'title', (choice === 'theirs' ? theirs : mine) as string),
  stage: ({ status }) => stages[status] ?? 'given',
  about: (communication) => ({
    subject: communication.subject?.reference,
    author: communication.sender?.reference,
    at: communication.sent,
    told: readTold(communication),
  }),
  veil: veiled,
  list: ({ subject = '' }) => ({ subject }),
};
