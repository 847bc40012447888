import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as goalWriting from '../../../src/controllers/kinds/goal-writing.js';
import { entryKind, stepKind } from '../../../src/controllers/kinds/goal-parts.js';
import { goalKind } from '../../../src/controllers/kinds/goal.js';
import { raiseKind, threadKind } from '../../../src/controllers/kinds/moment-parts.js';
import * as momentWriting from '../../../src/controllers/kinds/moment-writing.js';
import { momentKind } from '../../../src/controllers/kinds/moment.js';
import { responseKind } from '../../../src/controllers/kinds/response.js';
import { storedParts } from '../../../src/controllers/kinds/stored-parts.js';
import type { RecordAbout, RecordKind } from '../../../src/controllers/record/kind.js';
import { builtInInstruments } from '../../../src/domain/instrument/built-in/built-in.js';
import { isQuestionnaireResponse } from '../../../src/fhir/resource.js';
import type { Resource } from '../../../src/index.js';
import { seeds, soak } from '../../support/browser.js';
import { careful, careless } from '../../support/careless.js';

/*
 * Every kind of record before what a careless server stores. `npm run soak` runs 5,000 seeds; the seed of a failure is in
 * the name of its test.
 */
const COUNT = soak ? 5000 : 100;

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const later = <Part>(part: Part) => ({ load: () => Promise.resolve(part), required: part });
const sides = { side: 'client' as const, parties, now: () => new Date('2026-11-25T10:00:00Z') };
const goals = { ...sides, writing: later(goalWriting), toldOf: () => undefined };
const moments = {
  ...sides,
  recipients: ['Practitioner/1'],
  writing: later(momentWriting),
  toldOf: () => undefined,
};
const instrument = builtInInstruments.get('session-alliance')!((key) => ({ text: key, lang: 'en' }));

const kinds = [
  responseKind({ instrument, scaleDirection: 'ltr' }),
  goalKind(goals),
  entryKind(goals),
  stepKind(goals),
  momentKind(moments),
  threadKind(moments),
  raiseKind(moments),
] as unknown as readonly RecordKind<unknown>[];

const about = (intent: RecordAbout['intent']): RecordAbout => ({
  ...{ intent, subject: 'Patient/1', author: 'Patient/1', encounter: 'Encounter/1' },
  ...{
    at: '2026-11-25T10:00:00.000Z',
    identifier: 'new',
    language: 'en',
    completion: 'self',
    told: ['therapist'],
  },
});

/** All that an element ever asks of a kind about one resource. */
function useOf(kind: RecordKind<unknown>, resource: Resource, other: Resource): void {
  const value = kind.read(resource);
  const says = kind.about(resource);
  for (const part of ['subject', 'author', 'encounter', 'instrument', 'at', 'language'] as const)
    expect(typeof (says[part] ?? ''), `${kind.name} ${part}`).to.equal('string');
  kind.stage(resource);
  kind.isOther?.(resource);
  kind.before?.(resource);
  kind.veil(resource);
  kind.same(value, kind.none);
  kind.merge(kind.none, value, kind.read(other));
  for (const intent of ['give', 'withdraw'] as const) {
    const written = kind.write(value, about(intent), resource);
    kind.write(kind.none, about(intent), resource);
    JSON.stringify(written);
    if (kind.stage(written) !== 'draft') kind.derive?.(written, value, about(intent));
  }
  if (isQuestionnaireResponse(resource)) storedParts(resource);
}

function useAll(all: readonly Resource[]): void {
  const before = JSON.stringify(all);
  for (const kind of kinds) {
    const own = all.filter((resource) => kind.is(resource));
    for (const [index, resource] of own.entries()) useOf(kind, resource, own[index - 1] ?? resource);
  }
  expect(JSON.stringify(all), 'nothing that is stored is changed').to.equal(before);
}

describe('what a server may store, read and written on', () => {
  it('each kind meets its own', () => {
    for (const kind of kinds)
      expect(
        careful().some((one) => kind.is(one)),
        kind.name,
      ).to.equal(true);
    useAll(careful());
  });

  for (const seed of seeds(COUNT))
    it(`throws nowhere with seed ${String(seed)}`, () => {
      for (const all of fc.sample(careless, { seed, numRuns: 5 })) useAll(all);
    });
});
