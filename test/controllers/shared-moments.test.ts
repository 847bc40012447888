import { expect } from '@open-wc/testing';
import type { Communication, Task } from 'fhir/r4.js';
import type { Viewer } from '../../src/context/provided.js';
import { confirm, raise, read, reply } from '../../src/domain/empathy/acts.js';
import type { Moment } from '../../src/domain/empathy/moment.js';
import { groupOf } from '../../src/domain/empathy/shared-moment.js';
import type { Resource } from '../../src/fhir/resource.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryQueue } from '../../src/store/outbox/queue.js';
import { grounds, type Ground } from '../support/grounds.js';
import { MomentsDesk } from '../support/moments.js';
import { cutStore, outboxOver, stopOutboxes } from '../support/outbox.js';
import { until } from '../support/until.js';
import { expectValid } from '../support/validator.js';

/*
 * Moments of one client, joined with what hangs on them, as client, therapist and supervisor see them.
 */

const missed: Moment = { kind: 'missed', about: 'pace', words: 'Too fast', visibility: 'now' };
const start = Date.parse('2026-11-26T10:00:00Z');

for (const [name, make] of Object.entries(grounds)) {
  describe(`shared moments, ${name}`, () => {
    let ground: Ground;
    let desks: MomentsDesk[];
    let ticks: number;
    const now = (): Date => new Date((ticks += 1000));
    beforeEach(() => {
      ground = make();
      desks = [];
      ticks = start;
    });
    afterEach(() => {
      for (const desk of desks) desk.leave();
      stopOutboxes();
    });
    const open = (viewer: Viewer, clock = now): MomentsDesk => {
      const desk = new MomentsDesk(ground.open(), viewer, clock);
      desks.push(desk);
      return desk;
    };
    const held = <Wire extends Resource>(type: Wire['resourceType']) =>
      ground.held.search(type, { subject: 'Patient/1' }) as unknown as Promise<Wire[]>;

    it('the whole loop between two people, and what it leaves is plain FHIR', async () => {
      const client = open('client');
      await client.share({ ...missed, visibility: 'next' }, true);
      const therapist = open('therapist');
      const found = await therapist.standsAs('sent');
      await until(() => therapist.all[0]?.shared.raise, 'the reminder');
      expect(groupOf(therapist.all[0]!.shared, 'therapist')).to.equal('next-session');
      // The therapist's clock is an hour fast
      const late = (): string => new Date(now().getTime() + 3_600_000).toISOString();
      await therapist.say(read(found, therapist.actor(late())));
      await therapist.say(
        reply(await therapist.standsAs('read'), therapist.actor(late()), 'Next time I will ask.'),
      );
      const again = open('client');
      await again.say(confirm(await again.standsAs('answered'), again.actor(now().toISOString()), 'not-yet'));
      const asked = open('therapist');
      await asked.say(
        reply(await asked.standsAs('not-yet'), asked.actor(late()), 'Shall we stop for a while?'),
      );
      const last = open('client');
      await last.say(confirm(await last.standsAs('answered'), last.actor(now().toISOString()), 'better'));
      const end = open('therapist');
      await end.standsAs('better');
      const shared = await until(() => end.all[0]?.shared.raise && end.all[0].shared, 'the reminder');
      await end.raise(raise(shared, end.actor(late()), true), shared.raise?.id);

      const [all, tasks] = [await held<Communication>('Communication'), await held<Task>('Task')];
      for (const one of [...all, ...tasks]) await expectValid(one);
      const moment = all.find(({ inResponseTo }) => inResponseTo === undefined)!;
      const thread = all
        .filter(({ inResponseTo = [] }) =>
          inResponseTo.some(({ reference }) => reference === `Communication/${moment.id!}`),
        )
        .sort((one, other) => (one.sent! < other.sent! ? -1 : 1));
      expect(
        thread.map(({ category, topic, sender }) =>
          [category?.[0]?.coding?.[0]?.code, topic?.coding?.[0]?.code, sender?.reference]
            .join(' ')
            .replace('  ', ' '),
        ),
      ).to.deep.equal([
        'reading Practitioner/1',
        'reply Practitioner/1',
        'confirmation not-yet Patient/1',
        'reply Practitioner/1',
        'confirmation better Patient/1',
      ]);
      expect(tasks.map(({ status, focus }) => [status, focus?.reference])).to.deep.equal([
        ['completed', `Communication/${moment.id!}`],
      ]);
    });

    it('a supervisor who was not told of is shown nothing of the thread', async () => {
      const client = open('client');
      await client.share(missed);
      const therapist = open('therapist');
      await therapist.say(
        reply(await therapist.standsAs('sent'), therapist.actor(now().toISOString()), 'Thanks'),
      );
      const supervisor = open('supervisor');
      await until(
        () => supervisor.lists.moments.hasHidden && supervisor.lists.threads.hasHidden,
        'it is known of',
      );
      expect(supervisor.all).to.deep.equal([]);
      expect(JSON.stringify(await held('Communication')).match(/told-audience/g)).to.have.length(2);
    });

    it('shows what another system answered, and leaves its own threads alone', async () => {
      const client = open('client');
      await client.share(missed);
      const { link } = await client.standsAs('sent');
      const wire = (await held<Communication>('Communication'))[0]!;
      const foreign = (value: string, to: object): Communication => ({
        resourceType: 'Communication',
        identifier: [{ system: 'https://example.org/ids', value }],
        status: 'completed',
        subject: { reference: 'Patient/1' },
        inResponseTo: [to],
        sender: { reference: 'Practitioner/1' },
        sent: '2026-11-26T11:00:00Z',
        payload: [{ contentString: `words of ${value}` }],
      });
      await ground.held.save(foreign('ours', { reference: `Communication/${wire.id!}` }));
      await ground.held.save(foreign('theirs', { reference: 'Communication/elsewhere' }));
      const { inResponseTo: _, ...first } = foreign('begun', {});
      await ground.held.save(first);
      const again = open('client');
      const shared = await again.standsAs('answered');
      expect(link.identifier).to.deep.equal(shared.link.identifier);
      expect(again.all).to.have.length(1);
      expect(shared.thread.map((entry) => entry.kind === 'reply' && entry.words)).to.deep.equal([
        'words of ours',
      ]);
    });

    it('what was taken back is gone with its thread', async () => {
      const client = open('client');
      await client.share(missed);
      const therapist = open('therapist');
      await therapist.say(
        reply(await therapist.standsAs('sent'), therapist.actor(now().toISOString()), 'Thanks'),
      );
      await client.lists.moments.edit(client.all[0]!.wire).send('withdraw');
      expect(client.all).to.deep.equal([]);
      const again = open('therapist');
      await until(() => again.lists.moments.stored.length === 1, 'it is found');
      expect(again.all).to.deep.equal([]);
    });

    it('does not begin again with what was given as the page was left', async () => {
      const { drafts } = ground.open();
      const kept = () => drafts.list({ subject: 'Patient/1', author: 'Patient/1' }, 'moment');
      const { moments } = open('client').lists;
      const sender = moments.edit();
      sender.edit.change(missed);
      const left = await until(async () => (await kept())[0], 'a draft');
      await sender.send('give');
      await until(async () => (await kept()).length === 0, 'no draft');
      // The page was gone before that; what was changed after it was given is not given
      await drafts.write(left);
      const resource = { ...left.resource, payload: [{ contentString: 'And more' }] };
      await drafts.write({ ...left, key: `${left.key}-changed`, resource });
      open('client');
      const all = await until(async () => {
        const now = await kept();
        return now.length === 1 && now;
      }, 'one draft');
      expect(JSON.stringify(all)).to.contain('And more');
    });

    it('tells what was begun from what is only for oneself', async () => {
      const client = open('client');
      const { moments } = client.lists;
      const begun = moments.edit();
      begun.edit.change({ kind: 'understood', words: 'A good word' });
      const own = moments.edit();
      own.edit.change({ ...missed, visibility: 'only-me' });
      await moments.close(begun);
      await moments.close(own);
      const again = client;
      await until(() => {
        again.board.follow();
        return again.board.own.length + again.board.begun.length === 2;
      }, 'both drafts');
      expect(again.board.own.map(({ moment }) => moment.words)).to.deep.equal(['Too fast']);
      expect(again.board.begun.map(({ moment }) => moment.words)).to.deep.equal(['A good word']);
      expect(again.all).to.deep.equal([]);
      const therapist = open('therapist');
      await therapist.lists.moments.kept.list();
      expect(therapist.board.own).to.deep.equal([]);
      again.board.forget();
      expect([again.board.own, again.board.begun, again.board.find('x')]).to.deep.equal([[], [], undefined]);
    });
  });
}

describe('shared moments, one that was not taken back', () => {
  it('is there, to be taken back again, also after a reload', async () => {
    const { store, inner, cut } = cutStore();
    const [queue, drafts] = [{ ...createMemoryQueue(), isLasting: true }, createMemoryDrafts()];
    const open = () =>
      new MomentsDesk({ store: outboxOver(store, { queue }), drafts }, 'client', () => new Date(start));
    const before = open();
    await before.share(missed);
    cut.reason = 'refused';
    cut.only = (resource) => (resource as Communication).status === 'entered-in-error';
    await before.lists.moments.edit(before.all[0]!.wire).send('withdraw');
    before.leave();
    const client = open();
    const failed = await until(() => client.all[0] && client.board.failedOf(client.all[0]), 'another try');
    delete cut.reason;
    await failed.retry();
    expect(client.all).to.deep.equal([]);
    const [held] = (await inner.search('Communication', {})) as unknown as Communication[];
    expect(held?.status).to.equal('entered-in-error');
    client.leave();
    stopOutboxes();
  });

  it('is there without its words where an answer to it was not taken, until that is sent', async () => {
    const { store, inner, cut } = cutStore();
    const open = (viewer: Viewer) =>
      new MomentsDesk(
        { store: outboxOver(store), drafts: createMemoryDrafts() },
        viewer,
        () => new Date(start),
      );
    const client = open('client');
    await client.share(missed);
    const therapist = open('therapist');
    const found = await therapist.standsAs('sent');
    cut.reason = 'refused';
    cut.only = ({ resourceType }) => resourceType === 'Communication';
    await therapist.say(reply(found, therapist.actor('2026-11-26T11:00:00Z'), 'Thanks'));
    delete cut.reason;
    await client.lists.moments.edit(client.all[0]!.wire).send('withdraw');
    await until(() => therapist.all[0]?.shared.moment.words === undefined, 'its words are gone');
    const [drawn] = therapist.all;
    expect([drawn?.shared.moment, drawn?.isBack]).to.deep.equal([{ kind: 'missed' }, true]);
    await therapist.board.failedOf(drawn!)?.retry();
    expect(therapist.all).to.deep.equal([]);
    const all = (await inner.search('Communication', {})) as unknown as Communication[];
    expect(all.map(({ payload }) => payload?.[0]?.contentString).sort()).to.include('Thanks');
    for (const desk of [client, therapist]) desk.leave();
    stopOutboxes();
  });
});

describe('shared moments, one that was not taken and was changed since', () => {
  afterEach(stopOutboxes);

  /** The page on which it was not taken, with what the person did then, is gone; another one is opened. */
  async function reopened(change: Partial<Moment>) {
    const { store, inner, cut } = cutStore();
    const queue = { ...createMemoryQueue(), isLasting: true };
    const drafts = { ...createMemoryDrafts(), lasts: 'device' as const };
    const open = () =>
      new MomentsDesk({ store: outboxOver(store, { queue }), drafts }, 'client', () => new Date(start));
    const before = open();
    cut.reason = 'refused';
    const sender = before.lists.moments.edit();
    sender.edit.change(missed);
    await sender.send('give');
    sender.edit.change({ ...missed, ...change });
    await before.lists.moments.close(sender);
    before.leave();
    delete cut.reason;
    const again = open();
    const kept = await until(() => {
      again.board.follow();
      return [...again.board.begun, ...again.board.own][0];
    }, 'what was changed');
    return { again, inner, queue, kept, open };
  }

  it('is gone on with, and is there once when it is shared', async () => {
    const { again, inner, queue, kept } = await reopened({ words: 'Much too fast' });
    await until(() => again.lists.moments.openFor(kept.draft.resource), 'it is known that it was not taken');
    again.board.follow();
    expect(again.all).to.deep.equal([]);
    expect(again.board.begun.map(({ moment }) => moment.words)).to.deep.equal(['Much too fast']);
    await again.lists.moments.edit(kept.draft).send('give');
    expect(again.all.map(({ shared }) => shared.moment.words)).to.deep.equal(['Much too fast']);
    expect(await queue.all()).to.deep.equal([]);
    expect(await inner.search('Communication', {})).to.have.length(1);
    again.leave();
  });

  it('waits nowhere where it is only for the person now', async () => {
    const { again, inner, queue, kept } = await reopened({ visibility: 'only-me' });
    await until(async () => (await queue.all()).length === 0, 'nothing waits');
    again.board.follow();
    expect([again.all.length, again.board.begun.length, again.board.own.length]).to.deep.equal([0, 0, 1]);
    expect(kept.moment.words).to.equal('Too fast');
    expect(await inner.search('Communication', {})).to.deep.equal([]);
    again.leave();
  });

  it('waits nowhere where the person removes it', async () => {
    const { again, queue, kept, open } = await reopened({ words: 'Much too fast' });
    await again.lists.moments.kept.remove(kept.draft);
    expect(await queue.all()).to.deep.equal([]);
    again.board.follow();
    expect([again.all, again.board.begun]).to.deep.equal([[], []]);
    again.leave();
    const last = open();
    await until(() => !last.lists.moments.isLoading, 'it is loaded');
    expect([last.all, last.board.begun]).to.deep.equal([[], []]);
    last.leave();
  });
});
