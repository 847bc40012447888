import { expect } from '@open-wc/testing';
import type { AllianceStore, Outbox } from '../../src/context/store.js';
import { goalKind } from '../../src/controllers/kinds/goal.js';
import * as goalWriting from '../../src/controllers/kinds/goal-writing.js';
import { noGoal, type Goal } from '../../src/domain/goals/goal.js';
import type { Goal as GoalResource } from '../../src/fhir/resource.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { createMemoryQueue } from '../../src/store/outbox/queue.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { grounds } from '../support/grounds.js';
import { cutStore, outboxOver, stopOutboxes, until } from '../support/outbox.js';

/*
 * What waits to be sent of one of many records: of two tabs, and when somebody else has written before.
 */

const parties = { client: 'Patient/1', therapist: 'Practitioner/1' };
const now = (): Date => new Date('2026-11-26T10:00:00Z');
const writing = { load: () => Promise.resolve(goalWriting), required: goalWriting };
const kind = goalKind({ side: 'client', parties, now, writing });
const walk: Goal = { ...noGoal, text: 'Walk', accepted: { client: 'agree', therapist: 'pending' } };
const note = { id: 'a', by: 'client', at: now().toISOString(), words: 'Ask about shoes' } as const;

const writtenNow = {
  ...({ intent: 'give', language: 'en', told: [], completion: 'self' } as const),
  ...{ subject: parties.client, author: parties.client, at: now().toISOString() },
};

/** A goal on a server, and pages of the client that keep what waits on their device. */
async function onServer() {
  const ground = grounds['on a FHIR server, with an outbox on the device']!();
  const open = () => {
    const page = ground.open();
    return { ...deskOn(kind, page), outbox: page.store as Outbox };
  };
  const sender = open().begin();
  sender.edit.change(walk);
  await sender.send('give');
  const held = async (): Promise<GoalResource> => {
    const [found] = await ground.held.search('Goal', { subject: parties.client });
    return found as GoalResource;
  };
  return { open, held, network: ground.network!, save: ground.held.save.bind(ground.held) };
}

/** A goal that is stored, and the edit of it on a page that has lost its store since. */
async function cutOff() {
  const { store, inner, cut } = cutStore();
  const outbox = outboxOver(store);
  const sender = deskOn(kind, { store: outbox, drafts: createMemoryDrafts() }).begin();
  sender.edit.change(walk);
  await sender.send('give');
  cut.reason = 'offline';
  return { outbox, inner, cut, sender };
}

/** A store that answers no sooner than its gates are open. */
function slowStore() {
  const inner = createMemoryStore();
  const gates = { read: gate(), save: gate() };
  const store: AllianceStore = {
    read: async (...args) => gates.read.opened.then(() => inner.read(...args)),
    save: async (...args) => gates.save.opened.then(() => inner.save(...args)),
    search: (...args) => inner.search(...args),
    history: (...args) => inner.history(...args),
    watch: (...args) => inner.watch(...args),
    clear: (...args) => inner.clear(...args),
  };
  return { store, inner, gates };
}

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    opened,
    open: () => {
      open();
    },
  };
}

describe('what waits of one of many records', () => {
  afterEach(() => {
    leaveDesks();
    stopOutboxes();
  });

  it('is all said by one answer, where two tabs have kept something and somebody else wrote before', async () => {
    const { open, held, network, save } = await onServer();
    const tabs = [open(), open()] as const;
    for (const tab of tabs) await until(() => tab.all().length === 1, 'the goal');
    network.isAway = true;
    for (const [index, value] of [
      { ...walk, text: 'Run' },
      { ...walk, notes: [note] },
    ].entries()) {
      const sender = tabs[index]!.edit(tabs[index]!.all()[0]!, true);
      sender.edit.change(value);
      await sender.send('give');
      expect(sender.edit.delivery.state).to.equal('queued');
    }
    leaveDesks();
    stopOutboxes();
    network.isAway = false;
    const before = await held();
    await save({ ...before, description: { text: 'Swim' } } as GoalResource, before);

    const page = open();
    await until(async () => {
      const waiting = await page.outbox.waiting();
      return waiting.filter(({ state }) => state === 'conflict').length === 2;
    }, 'both in conflict');
    const isAsked = () => page.open().find(({ edit }) => edit.delivery.state === 'conflict');
    const asked = await until(isAsked, 'the question');
    await asked.resolve('mine');
    await until(async () => (await page.outbox.waiting()).length === 0, 'nothing waits');
    const goal = kind.read(await held());
    expect([goal.text, goal.notes.map(({ words }) => words)]).to.deep.equal(['Run', [note.words]]);
  });

  it('is asked about without what was typed since, where the person left while it was sent', async () => {
    const { store, inner, gates } = slowStore();
    gates.read.open();
    const before = await inner.save(kind.write(walk, { ...writtenNow, identifier: 'g' }, undefined));
    const [held] = (await inner.search('Goal', {})) as [GoalResource];
    expect(before).to.have.property('saved');
    const page = deskOn(kind, { store: outboxOver(store), drafts: createMemoryDrafts() });
    const [shown] = await until(() => page.all().length > 0 && page.all(), 'the goal');
    const sender = page.edit(shown!);
    sender.edit.change({ ...walk, text: 'Run' });
    const sending = sender.send('give');
    sender.edit.change({ ...walk, text: 'Run', notes: [note] });
    await page.pause();
    await inner.save({ ...held, description: { text: 'Swim' } } as GoalResource, held);
    gates.save.open();
    await sending;
    const isAsked = () => page.open().find(({ edit }) => edit.delivery.state === 'conflict');
    const asked = await until(isAsked, 'the question');
    await asked.resolve('mine');
    const [goal] = (await inner.search('Goal', {})).map((one) => kind.read(one as GoalResource));
    expect([goal?.text, goal?.notes]).to.deep.equal(['Run', []]);
    const kept = page.drafts().map(({ resource }) => kind.read(resource as GoalResource).notes);
    expect(kept, 'what was typed stays a draft').to.deep.equal([[note]]);
  });

  it('is offered again where it is not taken, though something newer was shown meanwhile', async () => {
    const { outbox, inner, cut, sender } = await cutOff();
    sender.edit.change({ ...walk, notes: [note] });
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('queued');
    const [held] = (await inner.search('Goal', {})) as GoalResource[];
    await inner.save({ ...held!, description: { text: 'Swim' } } as GoalResource, held);
    await until(() => sender.edit.value.text === 'Swim', 'what the other one wrote');
    cut.reason = 'refused';
    await outbox.deliver();
    await until(() => sender.edit.delivery.state === 'failed', 'it was not taken');
    expect(sender.edit.value.notes).to.have.length(1);
    delete cut.reason;
    await sender.retry();
    const [now] = (await inner.search('Goal', {})) as GoalResource[];
    const goal = kind.read(now!);
    expect([goal.text, goal.notes.map(({ words }) => words)]).to.deep.equal(['Swim', [note.words]]);
    expect(await outbox.waiting()).to.deep.equal([]);
  });

  it('is brought together with what somebody else wrote, without what is only being typed', async () => {
    const { outbox, inner, cut, sender } = await cutOff();
    sender.edit.change({ ...walk, text: 'Run' });
    await sender.send('give');
    sender.edit.change({ ...sender.edit.value, notes: [note] });
    const [held] = (await inner.search('Goal', {})) as GoalResource[];
    await inner.save({ ...held!, statusReason: 'theirs' } as GoalResource, held);
    delete cut.reason;
    await outbox.deliver();
    const stored = async () => ((await inner.search('Goal', {})) as GoalResource[])[0]!;
    await until(async () => kind.read(await stored()).text === 'Run', 'what waited');
    await until(() => sender.edit.delivery.state !== 'sending', 'it is sent');
    expect(kind.read(await stored()).notes, 'sent').to.deep.equal([]);
    const { value, delivery } = sender.edit;
    expect([value.text, value.notes, delivery.state]).to.deep.equal(['Run', [note], 'open']);
  });

  it('is no longer among what a person has begun', async () => {
    const { open, network } = await onServer();
    const page = open();
    await until(() => page.all().length === 1, 'the goal');
    const sender = page.edit(page.all()[0]!, true);
    sender.edit.change({ ...walk, text: 'Run' });
    const idea = page.begin();
    idea.edit.change({ ...noGoal, text: 'An idea' });
    await page.pause();
    await until(() => page.drafts().length === 2, 'both drafts');
    network.isAway = true;
    const again = page.edit(page.all()[0]!);
    await until(() => again.edit.value.text === 'Run', 'what was begun');
    await again.send('give');
    expect(again.edit.delivery.state).to.equal('queued');
    await until(() => page.drafts().length === 1, 'the idea alone');
  });

  it('is shown as it was said last, when it has arrived one after the other', async () => {
    const { open, network } = await onServer();
    const page = open();
    await until(() => page.all().length === 1, 'the goal');
    network.isAway = true;
    const sender = page.edit(page.all()[0]!, true);
    const both = [note, { ...note, id: 'b', words: 'Ask about stairs' }];
    for (const value of [
      { ...walk, notes: [note] },
      { ...walk, text: 'Run', notes: both },
    ]) {
      sender.edit.change(value);
      await sender.send('give');
      expect(sender.edit.delivery.state).to.equal('queued');
    }
    network.isAway = false;
    await page.outbox.deliver();
    await until(async () => (await page.outbox.waiting()).length === 0, 'nothing waits');
    await until(() => page.all().some(({ description }) => description.text === 'Run'), 'what was said last');
    const { value, isDirty } = sender.edit;
    expect([value.text, value.notes.length, isDirty]).to.deep.equal(['Run', 2, false]);
  });

  it('is asked about, though its edit was closed while it was being sent', async () => {
    const { open, held, save } = await onServer();
    const page = open();
    await until(() => page.all().length === 1, 'the goal');
    const before = await held();
    await save({ ...before, description: { text: 'Swim' } } as GoalResource, before);
    const sender = page.edit(before, true);
    sender.edit.change({ ...walk, text: 'Run' });
    const sending = sender.send('give');
    await page.pause();
    await sending;
    expect(sender.edit.isEnded).to.equal(true);
    const isAsked = () => page.open().find(({ edit }) => edit.delivery.state === 'conflict');
    const asked = await until(isAsked, 'the question');
    await asked.resolve('mine');
    await until(async () => (await page.outbox.waiting()).length === 0, 'nothing waits');
    expect(kind.read(await held()).text).to.equal('Run');
  });

  for (const isEarly of [false, true])
    it(`stays in sight where no store has taken it, though its edit was closed${isEarly ? ' while it was sent' : ''}`, async () => {
      const { store, inner, cut } = cutStore();
      cut.reason = 'refused';
      cut.only = ({ resourceType }) => resourceType === 'Goal';
      const queue = { ...createMemoryQueue(), isLasting: true };
      const page = deskOn(kind, { store: outboxOver(store, { queue }), drafts: createMemoryDrafts() });
      const sender = page.begin();
      sender.edit.change(walk);
      const sending = sender.send('give');
      if (!isEarly) await sending;
      await page.pause();
      await sending;
      const [again] = await until(() => page.open().length > 0 && page.open(), 'what can be sent again');
      expect(page.all().map((goal) => kind.read(goal).text)).to.deep.equal(['Walk']);
      expect(again!.edit.delivery.state).to.equal('failed');
      delete cut.reason;
      await again!.retry();
      expect(await inner.search('Goal', {})).to.have.length(1);
      expect(page.all().map(({ id }) => id !== undefined)).to.deep.equal([true]);
    });

  it('takes nothing back of what the person says meanwhile to the words that came instead', async () => {
    const { store, inner, gates } = slowStore();
    const theirs = deskOn(goalKind({ side: 'therapist', parties, now, writing }), {
      ...{ store: outboxOver(inner), drafts: createMemoryDrafts() },
    }).begin();
    theirs.edit.change({ ...walk, accepted: { client: 'pending', therapist: 'agree' } });
    await theirs.send('give');
    const proposed = theirs.edit.base!;
    const agreed = { client: 'agree', therapist: 'agree' } as const;
    const yesTo = (goal: GoalResource): Goal => ({ ...kind.read(goal), accepted: agreed, state: 'agreed' });
    // A yes that arrived when the therapist had put it into other words already
    await inner.save({ ...proposed, description: { text: 'Run' } } as GoalResource, proposed);
    const queue = createMemoryQueue();
    const yes = kind.write(yesTo(proposed), { ...writtenNow, identifier: 'g' }, proposed);
    expect(await outboxOver(inner, { queue }).save(yes, proposed)).to.have.key('conflict');

    const outbox = outboxOver(store, { queue });
    const page = deskOn(kind, { store: outbox, drafts: createMemoryDrafts() });
    const [reworded] = await until(() => page.all().length > 0 && page.all(), 'the goal');
    const sender = page.edit(reworded!, true);
    sender.edit.change(yesTo(reworded!));
    const sending = sender.send('give');
    let isTold = false;
    const stop = outbox.watch('Goal', { subject: parties.client }, (change) => {
      isTold ||= 'conflict' in change;
    });
    gates.read.open();
    await until(() => isTold, 'the conflict');
    gates.save.open();
    await sending;
    await until(async () => (await outbox.waiting()).length === 0, 'nothing waits');
    const goal = kind.read((await inner.search('Goal', {}))[0] as GoalResource);
    expect([goal.text, goal.accepted]).to.deep.equal(['Run', agreed]);
    stop();
  });
});
