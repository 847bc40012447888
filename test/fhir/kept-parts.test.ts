import { expect } from '@open-wc/testing';
import { writeMoment } from '../../src/fhir/communication/moment-writer.js';
import { readMoment } from '../../src/fhir/communication/moment-reader.js';
import { readGoal } from '../../src/fhir/goal/goal-reader.js';
import { writeGoal } from '../../src/fhir/goal/goal-writer.js';
import { readGoalEntry } from '../../src/fhir/observation/goal-entry-reader.js';
import { writeGoalEntry } from '../../src/fhir/observation/goal-entry-writer.js';
import type { Communication, Goal, Observation, Task } from '../../src/fhir/resource.js';
import { readStep } from '../../src/fhir/task/step-reader.js';
import { writeStep } from '../../src/fhir/task/step-writer.js';
import { careful } from '../support/careless.js';

/*
 * What another system wrote stays when something of ours is written on it, whatever holes are beside it.
 */

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const about = {
  ...{ intent: 'give' as const, at: '2026-11-25T10:00:00.000Z', identifier: 'new', language: 'en' },
  ...{ subject: 'Patient/1', author: 'Patient/1', by: 'client' as const, parties, told: ['therapist'] },
  ...{ completion: 'self' as const, recipients: [] },
};

const theirs = { url: 'https://other.example/extension', valueString: 'theirs' };
const their = { tag: { code: 'their tag' }, note: { text: 'their note' } };

/** In which form another system wrote its parts beside ours. */
const forms: Readonly<Record<string, (ours: readonly object[]) => object>> = {
  'beside holes': (ours) => ({
    extension: [null, theirs, ...ours, 5],
    meta: { versionId: '1', tag: [null, their.tag] },
    note: [null, their.note],
  }),
  'without the brackets of a list': () => ({
    extension: theirs,
    meta: { versionId: '1', tag: their.tag },
    note: their.note,
  }),
};

function expectKept(written: object): void {
  const { extension, meta } = written as { extension: unknown[]; meta: { tag: unknown[] } };
  expect(extension).to.deep.include(theirs).and.not.to.include(null).and.not.to.include(5);
  expect(JSON.stringify(meta)).to.contain('their tag');
  expect(JSON.stringify(written)).to.contain('their note');
}

for (const [form, parts] of Object.entries(forms))
  describe(`what another system wrote ${form}`, () => {
    const hollow = <Wire>(type: string, isIt: (wire: Wire) => boolean = () => true): Wire => {
      const found = (careful() as unknown as (Wire & { resourceType: string })[]).find(
        (one) => one.resourceType === type && isIt(one),
      )!;
      const { extension = [] } = found as { extension?: object[] };
      return Object.assign(found, parts(extension));
    };

    it('stays in a goal', () => {
      const base = hollow<Goal>('Goal');
      const value = readGoal(base, parties);
      const note = { id: 'n9', by: 'client' as const, at: about.at, words: 'our note' };
      const written = writeGoal(
        { ...value, text: 'Other words', notes: [...value.notes, note] },
        about,
        base,
      );
      expectKept(written);
      expect(written.note?.at(-1)).to.include({ text: 'our note' });
    });

    it('stays in a moment', () => {
      const base = hollow<Communication>('Communication');
      expectKept(writeMoment({ ...readMoment(base), words: 'Other words' }, about, base));
    });

    it('stays in what hangs on a goal', () => {
      const base = hollow<Observation>(
        'Observation',
        (one) => readGoalEntry(one, parties)?.kind === 'setback',
      );
      const entry = readGoalEntry(base, parties)!;
      expectKept(writeGoalEntry({ ...entry, at: about.at }, about, base));
    });

    it('stays in a step', () => {
      const base = hollow<Task>('Task');
      expectKept(writeStep({ ...readStep(base, parties), isDone: true }, about, base));
    });
  });
