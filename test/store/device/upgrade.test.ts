import { expect } from '@open-wc/testing';
import type { DraftStore } from '../../../src/context/drafts.js';
import type { QuestionnaireResponse, Resource } from '../../../src/fhir/resource.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import filled from '../../fixtures/device-version-2.json';
import { deleted } from '../../support/failing-storage.js';

/*
 * The fixture is every row of a database that commit b7962a1, the last one of version 2, filled in Chromium through its
 * own provider and ratings: answers of two persons with `storage="device"` (sent, changed, taken back), unsent ones of
 * two device pages and of two with `storage="fhir" drafts="device"`, and with `outbox="device"` for two servers (their
 * network cut, or answering 422) what was new, changed, changed again while it waited, refused, in conflict, and scores
 * and Provenance whose response had arrived.
 */

interface OldDraft {
  readonly key: string;
  readonly subject: string;
  readonly draft: { readonly resource: Resource };
}

const drafts = filled.drafts as unknown as readonly OldDraft[];
const outbox = filled.outbox as unknown as readonly { readonly sequence: number; readonly target: string }[];
const versions = filled.versions as unknown as readonly { readonly resource: Resource }[];
const [clinicA, clinicB] = ['https://clinic-a.example/fhir', 'https://clinic-b.example/fhir'];

/** Makes the database as version 1 or 2 made it, and puts what it held. */
function fill(version: number, rows: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('alliance-elements', version);
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onupgradeneeded = () => {
      const database = opening.result;
      const old = database.createObjectStore('versions', { keyPath: ['type', 'id', 'version'] });
      old.createIndex('type', 'type');
      old.createIndex('subject', 'subject');
      database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('subject', 'subject');
      if (version > 1) {
        const waiting = database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true });
        waiting.createIndex('subject', 'subject');
      }
    };
    opening.onsuccess = () => {
      const writing = opening.result.transaction(Object.keys(rows), 'readwrite');
      for (const [name, all] of Object.entries(rows)) {
        for (const row of all) writing.objectStore(name).put(row);
      }
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

const everything = { versions: filled.versions, drafts: filled.drafts, outbox: filled.outbox };
const byVersion = (one: Resource, other: Resource): number =>
  Number(other.meta?.versionId) - Number(one.meta?.versionId);

describe('a device database of version 2', () => {
  beforeEach(async () => {
    await deleted('alliance-elements');
    await fill(2, everything);
  });
  after(() => deleted('alliance-elements'));

  it('opens with every resource and its history in it', async () => {
    const { store } = openDevice();
    const found = (
      await Promise.all(
        ['QuestionnaireResponse', 'Observation', 'Provenance'].map((type) => store.search(type, {})),
      )
    ).flat();
    const names = new Set(versions.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
    expect(new Set(found.map(({ resourceType, id }) => `${resourceType}/${id}`))).to.deep.equal(names);
    for (const { resourceType: type, id } of found) {
      const all = versions.filter(({ resource }) => resource.resourceType === type && resource.id === id);
      const history = all.map(({ resource }) => resource).sort(byVersion);
      expect(await store.history(type, id!)).to.deep.equal(history);
      expect(await store.read(type, id!)).to.deep.equal(history[0]);
    }
  });

  it('is searched, saved to and cleared like a new one', async () => {
    const { store } = openDevice();
    const search = async (subject: string) =>
      (await store.search('QuestionnaireResponse', {
        subject,
        _sort: '-authored',
        _count: 5,
      })) as QuestionnaireResponse[];
    const [latest, takenBack] = await search('Patient/1');
    expect([latest?.status, takenBack?.status]).to.deep.equal(['completed', 'entered-in-error']);
    const again = await store.save({ ...takenBack!, status: 'amended' } as Resource, takenBack);
    expect(again).to.have.nested.property('saved.meta.versionId', '4');
    expect(await store.history('QuestionnaireResponse', takenBack!.id!)).to.have.length(4);
    await store.clear('Patient/1');
    expect(await search('Patient/1')).to.deep.equal([]);
    expect(await store.history('QuestionnaireResponse', takenBack!.id!)).to.deep.equal([]);
    expect(await search('Patient/2')).to.have.length(1);
    expect(await store.search('Provenance', {})).to.have.length(1);
  });

  it('gives each draft to the first page that asks for it, whole', async () => {
    expect(drafts).to.have.length(4);
    for (const { key, draft } of drafts) {
      const [, , author] = key.split('/').map(decodeURIComponent);
      const expected = { ...draft, key, kind: 'response', ...(author && { author }) };
      expect(await openDevice(clinicA).drafts.read(key)).to.deep.equal(expected);
      expect(await openDevice(clinicB).drafts.read(key), 'it is theirs now').to.equal(undefined);
    }
    const owners = new Set(drafts.map(({ key, subject }) => `${subject} ${key.split('/')[2] ?? ''}`));
    const listed = async (from: DraftStore): Promise<number> => {
      const lists = [...owners].map((owner) => {
        const [subject = '', author = ''] = owner.split(' ').map(decodeURIComponent);
        return from.list({ subject, ...(author && { author }) }, 'response');
      });
      return (await Promise.all(lists)).flat().length;
    };
    expect(await listed(openDevice(clinicA).drafts)).to.equal(4);
  });

  it('keeps a draft that a page has made since', async () => {
    const { drafts: mine } = openDevice(clinicB);
    const { key, subject, draft } = drafts[0]!;
    const made = {
      ...{ key, subject, kind: 'response', resource: draft.resource },
      keptAt: '2026-12-01T10:00:00Z',
    };
    await mine.write(made);
    expect(await mine.read(key)).to.deep.equal(made);
    expect(await openDevice().drafts.read(key), 'the old one').to.have.property('kind', 'response');
  });

  it('forgets the drafts of one person at sign-out, whoever’s server they were for', async () => {
    await openDevice(clinicB).drafts.clear('Patient/1');
    const left = await Promise.all(drafts.map(({ key }) => openDevice().drafts.read(key)));
    expect(left.map((draft) => draft?.subject)).to.have.members([
      undefined,
      undefined,
      undefined,
      'Patient/2',
    ]);
  });

  it('gives each server what waits for it, in its order, and nothing else', async () => {
    for (const target of [clinicA, clinicB]) {
      const entries = await openDevice(target).queue.all();
      const old = outbox.filter((row) => row.target === target);
      expect(entries.map(({ sequence }) => sequence)).to.deep.equal(old.map(({ sequence }) => sequence));
      expect(new Set(entries.map(({ act }) => act)).size).to.equal(entries.length);
      for (const entry of entries) {
        expect(entry).to.include({ isTried: true, lane: entry.key }).and.not.to.have.property('target');
        expect(entry.needs).to.deep.equal([]);
        expect(await openDevice(target).queue.lane(entry.lane)).to.deep.include(entry);
      }
    }
    expect(await openDevice().queue.all()).to.deep.equal([]);
    expect(await openDevice('store').queue.all()).to.deep.equal([]);
  });

  it('keeps what waits as it was: new, changed, refused, in conflict, derived', async () => {
    const entries = await openDevice(clinicA).queue.all();
    expect(entries.map(({ state }) => state)).to.deep.equal([
      ...['refused', 'conflict', 'waiting', 'waiting', 'waiting'],
    ]);
    const [refused, conflict, changed, fresh, again] = entries;
    expect(refused?.reason).to.equal('refused');
    expect(conflict?.base?.meta?.versionId).to.be.a('string');
    expect(changed?.base?.meta?.versionId).to.be.a('string');
    expect(fresh?.base).to.equal(undefined);
    expect(again?.key).to.equal(fresh?.key);
    const { meta, ...waited } = again!.base!;
    expect(meta, 'no mark, and no version: it was never stored').to.equal(undefined);
    expect(waited).to.deep.equal(fresh!.resource);
    const clinicBs = await openDevice(clinicB).queue.all();
    expect(clinicBs.map(({ resource, derived }) => [resource.resourceType, derived])).to.deep.equal([
      ['Observation', true],
      ['Provenance', true],
      ['QuestionnaireResponse', false],
      ['QuestionnaireResponse', false],
    ]);
    expect(JSON.stringify([...entries, ...clinicBs])).to.not.contain('urn:alliance-elements:outbox');
  });

  it('numbers what comes later after what waited', async () => {
    const { queue } = openDevice(clinicA);
    const { sequence, ...last } = (await queue.all()).at(-1)!;
    const [added] = await queue.add([last]);
    expect(added!.sequence).to.not.equal(sequence);
    expect(added!.sequence).to.be.greaterThan(Math.max(...outbox.map(({ sequence }) => sequence)));
  });
});

describe('other old device databases', () => {
  it('keep no version of what waited on a stored version', async () => {
    const [row] = filled.outbox as unknown as readonly { readonly resource: Resource }[];
    const mark = { id: '1', system: 'urn:alliance-elements:outbox', code: 'waiting' };
    const meta = { versionId: '4', lastUpdated: '2026-11-23T10:00:00Z', tag: [{ code: 'theirs' }] };
    const base = { ...row!.resource, meta: { ...meta, tag: [...meta.tag, mark] } };
    await fill(2, { outbox: [{ ...row, base }] });
    const [entry] = await openDevice(clinicA).queue.all();
    expect(entry?.base?.meta).to.deep.equal({ tag: [{ code: 'theirs' }] });
  });

  beforeEach(() => deleted('alliance-elements'));
  after(() => deleted('alliance-elements'));

  it('of version 1, which had no outbox, open with everything in them', async () => {
    await fill(1, { versions: filled.versions, drafts: filled.drafts });
    const { store, drafts: kept, queue } = openDevice();
    expect(await store.search('QuestionnaireResponse', {})).to.have.length(3);
    expect(await kept.read(drafts[0]!.key)).to.include({ key: drafts[0]!.key });
    expect(await queue.all()).to.deep.equal([]);
  });

  it('with types and holes that nobody expected are taken over too', async () => {
    const row = (type: string, rest: object) => ({
      ...{ type, id: 'odd', version: 1, subject: 'Patient/1' },
      resource: { resourceType: type, id: 'odd', meta: { versionId: '1' }, ...rest },
    });
    await fill(2, {
      versions: [
        row('Questionnaire', {}),
        row('QuestionnaireResponse', { extension: [null], subject: null, meta: { versionId: '1', tag: {} } }),
        row('Task', { subject: 'x', for: { reference: 'Patient/3' }, identifier: [null, { value: 5 }] }),
      ],
      drafts: [],
      outbox: [],
    });
    const { store } = openDevice();
    expect(await store.read('Questionnaire', 'odd')).to.have.property('id', 'odd');
    expect(await store.read('QuestionnaireResponse', 'odd')).to.have.property('id', 'odd');
    expect(await store.search('Task', { subject: 'Patient/3' })).to.have.length(1);
    await store.clear('Patient/1');
    expect(await store.read('Questionnaire', 'odd')).to.equal(undefined);
  });
});
