import { expect } from '@open-wc/testing';
import type { Communication } from 'fhir/r4.js';
import { raiseKind, threadKind } from '../../src/controllers/kinds/moment-parts.js';
import * as momentWriting from '../../src/controllers/kinds/moment-writing.js';
import { momentKind, toldOfMoments } from '../../src/controllers/kinds/moment.js';
import type { Moment, Raise, ThreadEntry } from '../../src/domain/empathy/moment.js';
import { recordContract } from '../suites/record.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { grounds } from '../support/grounds.js';
import { stopOutboxes } from '../support/outbox.js';
import { until } from '../support/until.js';

/*
 * Moments, what is said to them, and what is to be brought up are records like all others; what is only for the person is
 * none.
 */

const sides = {
  side: 'client',
  parties: { client: 'Patient/1', therapist: 'Practitioner/1' },
  recipients: ['Practitioner/1'],
  writing: { load: () => Promise.resolve(momentWriting), required: momentWriting },
} as const;
const hangs = { ...sides, toldOf: () => undefined };
const moment = {
  identifier: { system: 'https://alliance-elements.org/fhir/moment-identifier', value: 'm1' },
};
const at = '2026-11-26T10:00:00.000Z';

const first: Moment = { kind: 'missed', about: 'pace', words: 'Too fast', visibility: 'now' };
recordContract({
  kind: momentKind(sides),
  first,
  changed: { ...first, words: 'Much too fast' },
  changedElsewhere: { ...first, help: { kind: 'slow' }, visibility: 'next' },
  both: { ...first, words: 'Much too fast', help: { kind: 'slow' }, visibility: 'next' },
  contradicted: { ...first, words: 'Fast' },
  derives: ['Provenance'],
});

const confirmation: ThreadEntry = { kind: 'confirmation', moment, by: 'client', at, outcome: 'not-yet' };
recordContract({
  kind: threadKind(hangs),
  first: confirmation,
  changed: { ...confirmation, words: 'Still fast' },
  changedElsewhere: { ...confirmation, outcome: 'same' },
  both: { ...confirmation, words: 'Still fast', outcome: 'same' },
  contradicted: { ...confirmation, words: 'Fast' },
  derives: ['Provenance'],
});

describe('what a person keeps for herself', () => {
  const onlyMe: Moment = { ...first, words: 'Only for me', visibility: 'only-me' };
  const kind = momentKind(sides);
  afterEach(() => {
    leaveDesks();
    stopOutboxes();
  });

  for (const [name, make] of Object.entries(grounds)) {
    it(`is nowhere but in her drafts, ${name}`, async () => {
      const ground = make();
      const page = ground.open();
      const desk = deskOn(kind, page, { audience: toldOfMoments.join(' ') });
      const sender = desk.begin();
      sender.edit.change({ ...onlyMe, visibility: 'now' });
      sender.edit.change(onlyMe);
      const failure = await sender.send('give').then(
        () => 'it was sent',
        (error: unknown) => String(error),
      );
      expect(failure).to.contain('only for the person');
      await desk.pause();
      expect(desk.news, 'the page hears nothing of it').to.deep.equal([]);
      for (const type of ['Communication', 'Task', 'Provenance'])
        expect(await ground.held.search(type, {}), type).to.deep.equal([]);
      const [kept] = await page.drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, kind.name);
      expect(kind.read(kept!.resource as Communication)).to.deep.equal({ ...onlyMe, help: undefined });
      expect(kind.stage(kept!.resource as Communication)).to.equal('draft');
      expect(kind.about(kept!.resource as Communication).told, 'whatever the page tells').to.deep.equal([
        'nobody',
      ]);
      await page.drafts.clear('Patient/1');
      expect(await page.drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, kind.name)).to.deep.equal(
        [],
      );
    });
  }

  it('is shared once she chooses so', async () => {
    const ground = grounds['on the device']!();
    const desk = deskOn(kind, ground.open(), { audience: 'therapist' });
    desk.begin().edit.change(onlyMe);
    await desk.pause();
    const again = deskOn(kind, ground.open(), { audience: 'therapist' });
    const sender = await until(again.kept, 'the draft');
    sender.edit.change({ ...sender.edit.value, visibility: 'next' });
    await sender.send('give');
    const [stored] = await ground.held.search('Communication', { subject: 'Patient/1' });
    expect((stored as Communication).status).to.equal('completed');
    expect(kind.about(stored as Communication).told).to.deep.equal(['therapist']);
    expect(kind.read(stored as Communication).visibility).to.equal('next');
  });
});

describe('what has one name for everybody', () => {
  const reading: ThreadEntry = { kind: 'read', moment, by: 'therapist', at };
  const raise: Raise = { moment, by: 'therapist', at, isDone: false };
  const therapist = { viewer: 'therapist', author: 'Practitioner/1' } as const;
  afterEach(() => {
    leaveDesks();
    stopOutboxes();
  });

  for (const [name, make] of Object.entries(grounds)) {
    it(`a reading is written once a reader, ${name}`, async () => {
      const ground = make();
      const kind = threadKind({ ...hangs, side: 'therapist', recipients: ['Patient/1'] });
      for (const author of ['Practitioner/1', 'Practitioner/1', 'Practitioner/2']) {
        // Each page has not heard of the others
        const sender = deskOn(kind, ground.open(), { ...therapist, author }).begin();
        sender.edit.change(reading);
        await sender.send('give');
        expect(sender.edit.delivery.state).to.equal('saved');
      }
      const stored = await ground.held.search('Communication', { subject: 'Patient/1' });
      const names = (stored as Communication[]).map(({ identifier }) => identifier?.[0]?.value);
      expect(names.sort()).to.deep.equal(['m1/read/Practitioner/1', 'm1/read/Practitioner/2']);
    });

    it(`what is to be brought up is one, whoever wants it, and is done, ${name}`, async () => {
      const ground = make();
      for (const side of ['therapist', 'client'] as const) {
        const who = side === 'therapist' ? therapist : {};
        const sender = deskOn(raiseKind({ ...hangs, side }), ground.open(), who).begin();
        sender.edit.change({ ...raise, by: side });
        await sender.send('give');
        expect(sender.edit.delivery.state, side).to.equal('saved');
      }
      const kind = raiseKind({ ...hangs, side: 'therapist' });
      const sender = await until(deskOn(kind, ground.open(), therapist).stored, 'it is found');
      sender.edit.change({ ...sender.edit.value, isDone: true });
      await sender.send('give');
      const stored = await ground.held.search('Task', { subject: 'Patient/1' });
      expect(stored.map((one) => kind.read(one as Parameters<typeof kind.read>[0]).isDone)).to.deep.equal([
        true,
      ]);
    });
  }
});
