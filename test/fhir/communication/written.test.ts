import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sameEntries, sameMoments } from '../../../src/domain/empathy/merge.js';
import { helpKinds, momentKinds, momentTopics } from '../../../src/domain/empathy/moment.js';
import type { Moment, Raise, ThreadEntry } from '../../../src/domain/empathy/moment.js';
import { isMoment, linkOfMoment, readMoment } from '../../../src/fhir/communication/moment-reader.js';
import { writeMoment } from '../../../src/fhir/communication/moment-writer.js';
import { stageOf } from '../../../src/fhir/communication/said.js';
import { answersIn, isThreadEntry, readThreadEntry } from '../../../src/fhir/communication/thread-reader.js';
import { writeThreadEntry } from '../../../src/fhir/communication/thread-writer.js';
import { writeAuthorship } from '../../../src/fhir/provenance/provenance-writer.js';
import { isRaise, readRaise } from '../../../src/fhir/task/raise-reader.js';
import { writeRaise } from '../../../src/fhir/task/raise-writer.js';
import { isStep } from '../../../src/fhir/task/step-reader.js';
import { expectSound } from '../../support/sound.js';
import { expectValid } from '../../support/validator.js';
import { about, aboutTherapist, at, parties } from './about.js';

const OWN = 'https://alliance-elements.org/fhir';
const whole: Moment = {
  ...{ kind: 'missed', about: 'how-said', words: 'It came too fast.\nAnd loud.' },
  ...{ help: { kind: 'own', words: 'A pause' }, visibility: 'next' },
};
const link = linkOfMoment(writeMoment(whole, about));
const ofClient = { moment: link, by: 'client', author: 'Patient/1', at } as const;
const ofTherapist = { moment: link, by: 'therapist', author: 'Practitioner/1', at } as const;

/** What is written, as other systems have to find it. */
const codings = (...codes: readonly (readonly [system: string, code: string])[]) =>
  codes.map(([system, code]) => ({ coding: [{ system: `${OWN}/CodeSystem/${system}`, code }] }));

describe('what is written of moments', () => {
  it('a whole one, element by element', async () => {
    const wire = writeMoment(whole, about);
    await expectValid(wire);
    await expectSound(wire);
    expect(wire).to.deep.equal({
      resourceType: 'Communication',
      meta: {
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }],
      },
      language: 'en',
      extension: [
        {
          url: `${OWN}/StructureDefinition/wanted-help`,
          extension: [
            { url: 'kind', valueCode: 'own' },
            { url: 'words', valueString: 'A pause' },
          ],
        },
        { url: `${OWN}/StructureDefinition/show-at`, valueCode: 'next' },
        { url: `${OWN}/StructureDefinition/told-audience`, valueCode: 'therapist' },
      ],
      identifier: [{ system: `${OWN}/moment-identifier`, value: 'm1' }],
      status: 'completed',
      category: codings(['alliance-communication', 'moment']),
      topic: codings(['alliance-moment', 'missed'])[0],
      reasonCode: codings(['alliance-moment', 'how-said']),
      subject: { reference: 'Patient/1' },
      encounter: { reference: 'Encounter/1' },
      sent: at,
      // R4 lets nobody else receive it
      recipient: [{ reference: 'Practitioner/1' }, { reference: 'CareTeam/1' }],
      sender: { reference: 'Patient/1' },
      payload: [{ contentString: 'It came too fast.\nAnd loud.' }],
    });
    expect(isMoment(wire)).to.equal(true);
    expect(readMoment(wire)).to.deep.equal(whole);
  });

  it('what nobody said is not there', async () => {
    const wire = writeMoment(
      { kind: 'understood', visibility: 'now' },
      { ...about, told: [], recipients: [] },
    );
    await expectValid(wire);
    expect(Object.keys(wire)).to.not.include.members(['payload', 'reasonCode', 'recipient', 'meta']);
    expect(sameMoments(readMoment(wire), { kind: 'understood', visibility: 'now' })).to.equal(true);
  });

  it('what is only for the person, or for nobody knows whom, is in preparation', async () => {
    for (const visibility of ['only-me', undefined] as const) {
      const wire = writeMoment({ ...whole, visibility }, about);
      await expectValid(wire);
      await expectSound(wire);
      expect([wire.status, stageOf(wire)]).to.deep.equal(['preparation', 'draft']);
      expect(readMoment(wire).visibility).to.equal(visibility);
    }
    const own = JSON.stringify(writeMoment({ ...whole, visibility: 'only-me' }, about));
    expect(own).to.contain('"nobody"').and.contain('"V"').and.not.contain('show-at');
  });

  it('taken back it is entered in error, and all of it stays', async () => {
    const stored = { ...writeMoment(whole, about), id: 'c1' };
    const gone = writeMoment(whole, { ...about, intent: 'withdraw', at: '2027-01-01T00:00:00Z' }, stored);
    await expectValid(gone);
    expect(gone).to.deep.equal({ ...stored, status: 'entered-in-error' });
    expect(stageOf(gone)).to.equal('withdrawn');
  });

  it('tells how it was said, where somebody helped', () => {
    const extension = (completion: 'supported' | 'proxy') =>
      JSON.stringify(writeMoment(whole, { ...about, completion }).extension);
    for (const completion of ['supported', 'proxy'] as const)
      expect(extension(completion)).to.contain(`completion","valueCode":"${completion}"`);
  });

  it('any moment comes back as it was, and changed to any other one it says that one', () => {
    const words = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined });
    const moments: fc.Arbitrary<Moment> = fc.record({
      kind: fc.constantFrom(...momentKinds),
      about: fc.constantFrom(...momentTopics, undefined),
      words,
      help: fc.option(fc.record({ kind: fc.constantFrom(...helpKinds), words }), { nil: undefined }),
      visibility: fc.constantFrom('now' as const, 'next' as const),
    });
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        const wire = writeMoment(one, about);
        expect(sameMoments(readMoment(wire), one), JSON.stringify(wire)).to.equal(true);
        const changed = writeMoment(other, about, { ...wire, id: 'c' });
        expect(sameMoments(readMoment(changed), other), JSON.stringify(changed)).to.equal(true);
        expect([changed.sent, changed.identifier]).to.deep.equal([wire.sent, wire.identifier]);
      }),
    );
  });
});

describe('what is written of what hangs on a moment', () => {
  const entries: readonly (readonly [category: string, entry: ThreadEntry])[] = [
    ['reading', { kind: 'read', ...ofTherapist }],
    ['reply', { kind: 'reply', ...ofTherapist, words: 'Thank you for telling me.' }],
    ['confirmation', { kind: 'confirmation', ...ofClient, outcome: 'better', words: undefined }],
    ['confirmation', { kind: 'confirmation', ...ofClient, outcome: 'same', words: undefined }],
    ['confirmation', { kind: 'confirmation', ...ofClient, outcome: 'not-yet', words: 'Still fast' }],
  ];
  for (const [category, entry] of entries)
    it(`${category} ${entry.kind === 'confirmation' ? entry.outcome : ''}: a valid Communication that says so again`, async () => {
      const wire = writeThreadEntry(
        entry,
        entry.by === 'client' ? { ...about, identifier: 'e1' } : aboutTherapist,
      );
      await expectValid(wire);
      await expectSound(wire);
      expect([isThreadEntry(wire), isMoment(wire)]).to.deep.equal([true, false]);
      expect(readThreadEntry(wire, parties)).to.deep.equal(entry);
      expect(wire.category).to.deep.equal(codings(['alliance-communication', category]));
      expect(wire.inResponseTo, 'found before the moment has an id').to.deep.equal([
        { type: 'Communication', identifier: { system: `${OWN}/moment-identifier`, value: 'm1' } },
      ]);
      const topic =
        entry.kind === 'confirmation' ? codings(['alliance-moment', entry.outcome])[0] : undefined;
      expect(wire.topic).to.deep.equal(topic);
      expect(wire.sender?.reference).to.equal(entry.author);
      const gone = writeThreadEntry(entry, { ...about, intent: 'withdraw' }, { ...wire, id: 'c2' });
      expect(gone).to.deep.equal({ ...wire, id: 'c2', status: 'entered-in-error' });
    });

  it('a reading is named by the moment and who has read it; what is said, by its own name', () => {
    const [reading, reply] = [entries[0]![1], entries[1]![1]].map((one) =>
      writeThreadEntry(one, aboutTherapist),
    );
    expect(reading?.identifier).to.deep.equal([
      { system: `${OWN}/moment-identifier`, value: 'm1/read/Practitioner/1' },
    ]);
    expect(reply?.identifier).to.deep.equal([{ system: `${OWN}/moment-entry-identifier`, value: 'e1' }]);
    const known = { ...entries[0]![1], moment: { reference: 'Communication/7' } };
    expect(writeThreadEntry(known, aboutTherapist).identifier?.[0]?.value).to.equal(
      'Communication/7/read/Practitioner/1',
    );
  });

  it('a confirmation changed to any other outcome says that one', () => {
    const [, entry] = entries[2]!;
    const stored = { ...writeThreadEntry(entry, about), id: 'c2' };
    const other: ThreadEntry = { kind: 'confirmation', ...ofClient, outcome: 'not-yet', words: 'No' };
    expect(sameEntries(readThreadEntry(writeThreadEntry(other, about, stored), parties), other)).to.equal(
      true,
    );
  });

  it('what is to be brought up: a valid Task about the moment, done and not', async () => {
    const raise: Raise = { ...ofTherapist, isDone: false };
    const wire = writeRaise(raise, aboutTherapist);
    await expectValid(wire);
    await expectSound(wire);
    expect([isRaise(wire), isStep(wire)]).to.deep.equal([true, false]);
    expect(readRaise(wire, parties)).to.deep.equal(raise);
    expect(wire.identifier).to.deep.equal([{ system: `${OWN}/moment-identifier`, value: 'm1/raise' }]);
    expect([wire.for, wire.focus?.identifier?.value, wire.owner?.reference, wire.status]).to.deep.equal([
      ...[{ reference: 'Patient/1' }, 'm1', 'Practitioner/1', 'requested'],
    ]);
    const done = writeRaise({ ...raise, isDone: true }, about, { ...wire, id: 't1' });
    expect([done.status, done.requester]).to.deep.equal(['completed', wire.requester]);
  });

  it('who wrote each version, of whatever kind', async () => {
    const all = [
      writeMoment(whole, about),
      ...entries.map(([, entry]) => writeThreadEntry(entry, about)),
      writeRaise({ ...ofClient, isDone: false }, about),
    ];
    for (const wire of all) {
      const provenance = writeAuthorship(wire, about)!;
      await expectValid(provenance);
      await expectSound(provenance);
      expect(provenance.target[0]?.identifier).to.deep.equal(wire.identifier?.[0]);
    }
  });

  it('a thread can be walked by its references alone', () => {
    const moment = { ...writeMoment(whole, about), id: 'c1' };
    const named = linkOfMoment(moment);
    const reply = writeThreadEntry(
      { kind: 'reply', ...ofTherapist, moment: named, words: 'Thanks' },
      aboutTherapist,
    );
    expect(reply.inResponseTo?.[0]?.reference).to.equal('Communication/c1');
    expect(answersIn(reply)).to.deep.equal([named]);
  });
});
