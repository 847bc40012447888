import type { Goal, QuestionnaireResponse } from 'fhir/r4.js';
import type { Save } from '../../../src/context/store.js';
import type { ThreadEntry } from '../../../src/domain/empathy/moment.js';
import { momentIdentifierSystem } from '../../../src/fhir/communication/moment-codes.js';
import { writeMoment } from '../../../src/fhir/communication/moment-writer.js';
import { writeThreadEntry } from '../../../src/fhir/communication/thread-writer.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { writeRaise } from '../../../src/fhir/task/raise-writer.js';
import { goal, nameOf, provenance, rating, score, step, SUBJECT } from '../../support/resources.js';

/*
 * What the pages of a fault schedule write: records that many change (responses with their score, goals with their
 * ratings and steps), threads that grow, and for each version who wrote it. All that a person says is a word of its own.
 */

/** Types that are changed, and not only made. */
export const CHANGED = ['QuestionnaireResponse', 'Goal'] as const;
export type Changed = (typeof CHANGED)[number];

const empty: Readonly<Record<Changed, (name: string) => Resource>> = {
  QuestionnaireResponse: (name) => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    identifier: { system: 'https://alliance-elements.org/test', value: name },
    questionnaire: 'https://example.org/q|1',
    subject: { reference: SUBJECT },
  }),
  Goal: (name) => goal(name),
};

export const emptyOf = (type: Changed, name: string): Resource => empty[type](name);

/** The same said by another person: whoever is the client in it is that person. */
export const saidBy = <Json extends object>(person: string, json: Json): Json =>
  JSON.parse(JSON.stringify(json).replaceAll(`"${SUBJECT}"`, JSON.stringify(person))) as Json;

/** The words in a resource, in the order in which they were said. */
export function wordsIn(resource: Resource): readonly string[] {
  const { item = [] } = resource as QuestionnaireResponse;
  const { note = [] } = resource as Goal;
  const words = [...item.map(({ linkId }) => linkId), ...note.map(({ text }) => text)];
  return CHANGED.some((type) => type === resource.resourceType) ? words : [nameOf(resource)];
}

/** With more words, each said once. */
export function withWords(resource: Resource, words: readonly string[]): Resource {
  const held = new Set(wordsIn(resource));
  const more = words.filter((word) => !held.has(word));
  if (resource.resourceType === 'Goal') {
    const { note = [] } = resource as Goal;
    return { ...resource, note: [...note, ...more.map((text) => ({ text }))] } as Resource;
  }
  const { item = [] } = resource as QuestionnaireResponse;
  const said = more.map((linkId) => ({ linkId, answer: [{ valueString: linkId }] }));
  return { ...resource, item: [...item, ...said] } as Resource;
}

/** How a version is told from others in what is said about it. */
export const mark = (resource: Resource): string => wordsIn(resource).join(' ');

/** All that is written with a version: a goal's is made up when it was changed, with a rating and a step. It comes first. */
export function actOf(resource: Resource, base: Resource | undefined, at: string, child?: string): Save[] {
  const name = nameOf(resource);
  const who = { resource: provenance(resource.resourceType, name, mark(resource)), derived: true };
  if (resource.resourceType === 'Goal') {
    const children =
      child === undefined ? [] : [rating(`${child}-rating`, name), step(`${child}-step`, name)];
    return [{ resource, base }, ...children.map((one) => ({ resource: one })), who];
  }
  const value = { resource: score(name, wordsIn(resource).length, at), derived: true };
  return [{ resource, base }, value, who];
}

const parties = { client: SUBJECT, therapist: 'Practitioner/1' };
const shared = { kind: 'missed', about: 'pace', visibility: 'next' } as const;

/** As one side writes it. */
const by = (side: 'client' | 'therapist', identifier: string) => ({
  ...({
    intent: 'give',
    at: '2026-11-23T10:00:00Z',
    identifier,
    subject: SUBJECT,
    parties,
    by: side,
  } as const),
  ...{ author: parties[side], recipients: [parties.therapist], language: 'en', told: ['therapist'] },
  completion: 'self' as const,
});

/**
 * One more answer in a thread, begun with it or before, which was read meanwhile and will be brought up; each in the name
 * of its sender. As they come: the outbox brings them into their order.
 */
export function replyOf(name: string, word: string): Save[] {
  const moment = { identifier: { system: momentIdentifierSystem, value: name } };
  const entry = (said: ThreadEntry): Save => ({
    resource: writeThreadEntry(said, by(said.by ?? 'client', word)),
  });
  const answer = word.endsWith('1')
    ? ({ kind: 'confirmation', by: 'client', moment, outcome: 'not-yet', words: word } as const)
    : ({ kind: 'reply', by: 'therapist', moment, words: word } as const);
  return [
    entry(answer),
    entry({ kind: 'read', by: 'therapist', moment }),
    { resource: writeRaise({ moment, isDone: false }, by('client', name)) },
    { resource: writeMoment({ ...shared, words: name }, by('client', name)) },
  ];
}
