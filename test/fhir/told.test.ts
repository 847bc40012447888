import { expect } from '@open-wc/testing';
import type { Goal } from 'fhir/r4.js';
import type { Told } from '../../src/domain/told.js';
import { readTold, toldLike, veiled, withTold } from '../../src/fhir/told.js';
import { expectValid } from '../support/validator.js';

const URL = 'https://alliance-elements.org/fhir/StructureDefinition/told-audience';
const tell = (valueCode: string) => ({ url: URL, valueCode });

const goal = (extension?: unknown): Goal =>
  ({
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    description: { text: 'Walk to the shop' },
    subject: { reference: 'Patient/1' },
    ...(extension !== undefined && { extension }),
  }) as Goal;

describe('what was told, in a resource', () => {
  it('is written as one code each, in valid R4, and read again', async () => {
    const written = withTold(goal(), ['therapist', 'team']);
    expect(written.extension).to.deep.equal([tell('therapist'), tell('team')]);
    expect(readTold(written)).to.deep.equal(['therapist', 'team']);
    await expectValid(written);
  });

  it('leaves no empty list where nothing was told', () => {
    expect(withTold(goal(), [])).to.deep.equal(goal());
  });

  it('is patched: what is still told stays as it was written, and so does everything else', () => {
    const other = { url: 'https://example.org/other', valueString: 'theirs' };
    const marked = { id: 'x', ...tell('therapist') };
    const written = withTold(goal([marked, other, tell('supervisor')]), ['therapist', 'team']);
    expect(written.extension).to.deep.equal([marked, other, tell('team')]);
  });

  const holes: Readonly<Record<string, readonly [extension: unknown, told: Told]>> = {
    'no list': [null, []],
    'a hole in the list': [[null, tell('therapist')], ['therapist']],
    'no value': [[{ url: URL }], ['unknown']],
    'a value that is null': [[{ url: URL, valueCode: null }], ['unknown']],
    'a value of another type': [[{ url: URL, valueString: 'therapist' }], ['therapist']],
    'a concept': [[{ url: URL, valueCodeableConcept: { coding: [{ code: 'team' }] } }], ['team']],
    'a token of another system': [[tell('researcher')], ['researcher']],
    'the same twice': [[tell('team'), tell('team')], ['team']],
  };
  for (const [name, [extension, told]] of Object.entries(holes)) {
    it(`may have ${name}`, async () => {
      expect(readTold(goal(extension))).to.deep.equal(told);
      const written = withTold(goal(extension), told);
      expect(readTold(written)).to.deep.equal(told);
      if (name === 'no list' || name === 'a hole in the list') await expectValid(written);
    });
  }

  it('is repeated by what hangs on it', () => {
    const root = goal([tell('team')]);
    expect(readTold(toldLike(goal([tell('supervisor')]), root))).to.deep.equal(['team']);
  });

  it('is all that a veil holds beside whose and which it is', () => {
    const veil = veiled({
      ...goal([tell('team'), { url: 'https://example.org/other', valueString: 'secret' }]),
      id: 'g',
      meta: { versionId: '3', lastUpdated: '2026-03-02T10:45:00Z', tag: [{ code: 'secret' }] },
      note: [{ text: 'secret' }],
    });
    expect(JSON.stringify(veil)).to.not.match(/secret|shop/);
    expect(veil).to.include({ resourceType: 'Goal', id: 'g', lifecycleStatus: 'active' });
    expect(readTold(veil)).to.deep.equal(['team']);
  });
});
