import { expect } from '@open-wc/testing';
import type { Communication, Observation, Provenance, Task } from 'fhir/r4.js';
import type { Resource } from '../../../src/fhir/resource.js';
import { storeOn } from '../../support/fhir-server.js';
import { nameOf } from '../../support/resources.js';
import { CHANGED, mark, wordsIn } from './record.js';

/*
 * What a server must hold after a fault schedule.
 */

const once = (words: readonly string[], what: string): void => {
  const doubled = words.filter((word, index) => words.indexOf(word) !== index);
  expect(doubled, `${what}: none twice`).to.deep.equal([]);
};

export async function checkServer(base: string, owed: ReadonlySet<string>): Promise<void> {
  const server = storeOn(base);
  const held = new Map<string, readonly Resource[]>();
  for (const type of ['QuestionnaireResponse', 'Goal', 'Observation', 'Task', 'Communication', 'Provenance'])
    held.set(type, await server.search(type, {}));
  const all = (type: string): readonly Resource[] => held.get(type) ?? [];

  for (const [type, resources] of held) if (type !== 'Provenance') once(resources.map(nameOf), type);
  const words = [...held].flatMap(([type, resources]) =>
    type === 'Provenance' ? [] : resources.flatMap(wordsIn),
  );
  once(words, 'words');
  const missing = [...owed].filter((word) => !words.includes(word));
  expect(missing, 'handed over, and lost').to.deep.equal([]);

  checkChildren(all);
  checkSenders(all('Communication') as Communication[]);
  checkScores(all);
  for (const type of CHANGED)
    for (const record of all(type)) checkVersions(await server.history(type, record.id!), all('Provenance'));
}

/** Each child says where its parent is, by both names. */
function checkChildren(all: (type: string) => readonly Resource[]): void {
  const parents = [...(all('Observation') as Observation[]).flatMap(({ focus = [] }) => focus)];
  parents.push(...(all('Task') as Task[]).flatMap(({ focus }) => focus ?? []));
  parents.push(...(all('Communication') as Communication[]).flatMap(({ inResponseTo = [] }) => inResponseTo));
  parents.push(...(all('Observation') as Observation[]).flatMap(({ derivedFrom = [] }) => derivedFrom));
  for (const { type = '', identifier, reference } of parents) {
    const parent = all(type).find((one) => nameOf(one) === identifier?.value);
    expect(reference, `${type} ${identifier?.value ?? ''}`).to.equal(`${type}/${parent?.id ?? 'absent'}`);
  }
}

/** Moments and confirmations are the client's, readings and answers the therapist's, with the words of each. */
function checkSenders(communications: readonly Communication[]): void {
  for (const { category, sender, subject, payload, identifier } of communications) {
    const code = category?.[0]?.coding?.[0]?.code ?? '';
    const isClients = code === 'moment' || code === 'confirmation';
    expect(sender?.reference, code).to.equal(isClients ? subject?.reference : 'Practitioner/1');
    const words = code === 'reading' ? undefined : identifier?.[0]?.value;
    expect(payload?.[0]?.contentString, code).to.equal(words);
  }
}

/** Each response has its score, and it is that of its newest version. */
function checkScores(all: (type: string) => readonly Resource[]): void {
  for (const response of all('QuestionnaireResponse')) {
    const name = nameOf(response);
    const scores = (all('Observation') as Observation[]).filter((one) => nameOf(one) === `${name}/score`);
    const values = scores.map(({ valueQuantity }) => valueQuantity?.value);
    expect(values, `the score of ${name}`).to.deep.equal([wordsIn(response).length]);
  }
}

/** No version takes a word away, and of each it is said once who wrote it. */
function checkVersions(versions: readonly Resource[], said: readonly Resource[]): void {
  const counts = versions.map((version) => wordsIn(version).length);
  expect(counts, 'no version takes a word away').to.deep.equal([...counts].sort((one, other) => other - one));
  for (const version of versions) {
    const { resourceType, id = '', meta } = version;
    const reference = `${resourceType}/${id}/_history/${meta?.versionId ?? ''}`;
    const about = (said as Provenance[]).filter(({ target }) => target[0]?.reference === reference);
    expect(
      about.map(({ activity }) => activity?.text),
      `who wrote ${reference}`,
    ).to.deep.equal([mark(version)]);
  }
}
