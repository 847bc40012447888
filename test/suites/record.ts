import { expect } from '@open-wc/testing';
import type { Save } from '../../src/context/store.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import type { RecordSender } from '../../src/controllers/record/sender.js';
import type { Conflict } from '../../src/domain/record.js';
import type { Resource } from '../../src/fhir/resource.js';
import { deskOn, leaveDesks } from '../support/desk.js';
import { grounds, type Ground } from '../support/grounds.js';
import { stopOutboxes } from '../support/outbox.js';
import { until } from '../support/until.js';
import { expectValid } from '../support/validator.js';
import { toldContract } from './told.js';

/** What a kind is tried with. */
export interface RecordExample<Value, Wire extends Resource, Contradiction extends Conflict = Conflict> {
  readonly kind: RecordKind<Value, Wire, Contradiction>;
  readonly first: Value;
  /** The first with one part changed, with another part changed, and with both. */
  readonly changed: Value;
  readonly changedElsewhere: Value;
  readonly both: Value;
  /** The first with the same part changed to something else. */
  readonly contradicted: Value;
  /** What else the first act writes. */
  readonly also?: (wire: Wire) => readonly Save[];
  /** Resource types of what follows from an act. */
  readonly derives?: readonly string[];
}

/** A person who keeps something about herself. */
const owner = (subject: string) => ({ subject, author: subject });

/** Finds what hangs on a resource: R4 has no search by person for a Provenance. */
const searchOf = (
  type: string,
  { resourceType, id = '', meta }: Resource,
): Readonly<Record<string, string>> =>
  type === 'Provenance'
    ? { target: `${resourceType}/${id}/_history/${meta?.versionId ?? ''}` }
    : { subject: 'Patient/1' };

/** What every kind promises, wherever its records live. */
export function recordContract<Value, Wire extends Resource, Contradiction extends Conflict>(
  example: RecordExample<Value, Wire, Contradiction>,
): void {
  for (const [name, make] of Object.entries(grounds)) {
    describe(`${example.kind.name}, ${name}`, () => {
      onGround(example, make);
      toldContract(example, make);
    });
  }
}

function onGround<Value, Wire extends Resource, Contradiction extends Conflict>(
  {
    kind,
    first,
    changed,
    changedElsewhere,
    both,
    contradicted,
    also,
    derives = [],
  }: RecordExample<Value, Wire, Contradiction>,
  make: () => Ground,
): void {
  type Sender = RecordSender<Value, Wire, Contradiction>;
  let ground: Ground;
  beforeEach(() => (ground = make()));
  afterEach(() => {
    leaveDesks();
    stopOutboxes();
  });

  const open = (about = {}) => deskOn(kind, ground.open(), about);
  const said = (expected: Value) => (resource: Wire) => kind.same(kind.read(resource), expected);
  const held = async (): Promise<Wire[]> =>
    (await ground.held.search(kind.type, { subject: 'Patient/1' })).filter((one) => kind.is(one));
  const give = async (sender: Sender, value: Value, with_: readonly Save[] = []): Promise<void> => {
    sender.edit.change(value);
    await sender.send('give', with_);
  };
  const state = ({ edit }: Sender): string => edit.delivery.state;
  /** A desk at which the first value was given and found again, as after a reload. */
  const given = async () => {
    const desk = open();
    await give(desk.begin(), first);
    const again = open();
    return { desk, again, sender: await until(again.stored, 'it is found') };
  };

  it('gives a value, and a page that is opened later finds it', async () => {
    const { desk, sender } = await given();
    expect(desk.news.map((news) => Object.keys(news)[0])).to.deep.equal(['saved']);
    expect(state(sender)).to.equal('saved');
    expect(sender.edit.value).to.satisfy((value: Value) => kind.same(value, first));
    expect(sender.edit.isDirty).to.equal(false);
    const all = await held();
    expect(all.map(said(first))).to.deep.equal([true]);
    await expectValid(all[0]!);
  });

  it('writes the resource once for each version of the value', async () => {
    let writes = 0;
    const counted: typeof kind = { ...kind, write: (...given) => ((writes += 1), kind.write(...given)) };
    const sender = deskOn(counted, ground.open()).begin();
    sender.edit.change(first);
    sender.edit.toResource();
    sender.edit.current();
    sender.edit.keepDraft();
    expect(writes).to.equal(1);
    await sender.send('give');
    expect(writes).to.equal(1, 'what is sent is what was written');
  });

  it('changes what was given, on the version that was found', async () => {
    const { sender } = await given();
    await give(sender, changed);
    expect(state(sender)).to.equal('saved');
    expect((await held()).map(said(changed))).to.deep.equal([true]);
  });

  it('saves what belongs to the act and what follows from it, each referring to what was saved', async () => {
    const sender = open().begin();
    sender.edit.change(first);
    await sender.send('give', also?.(sender.edit.toResource()) ?? []);
    const [main] = await held();
    const types = [...(also?.(main!) ?? []).map(({ resource }) => resource.resourceType), ...derives];
    for (const type of types) {
      const params = searchOf(type, main!);
      const found = await ground.held.search(type, params);
      expect(found, type).to.have.length(1);
      expect(JSON.stringify(found[0]), type).to.contain(`"reference":"${kind.type}/${main!.id!}`);
      await expectValid(found[0]!);
    }
  });

  it('takes back what was given', async () => {
    const { sender } = await given();
    await sender.send('withdraw');
    expect(state(sender)).to.equal('taken-back');
    expect((await held()).map((one) => kind.stage(one))).to.deep.equal(['withdrawn']);
  });

  it('brings together what two changed in different parts, and asks nobody', async () => {
    const { sender } = await given();
    const other = await until(open().stored, 'it is found');
    sender.edit.change(changed);
    await give(other, changedElsewhere);
    await sender.send('give');
    expect(state(sender)).to.equal('saved');
    expect((await held()).map(said(both))).to.deep.equal([true]);
  });

  for (const choice of ['mine', 'theirs'] as const) {
    it(`asks about a contradiction, and saves "${choice}"`, async () => {
      const { again, sender } = await given();
      const other = await until(open().stored, 'it is found');
      sender.edit.change(changed);
      await give(other, contradicted);
      await sender.send('give');
      expect(state(sender)).to.equal('conflict');
      expect(again.news.map((news) => Object.keys(news)[0])).to.deep.equal(['conflict']);
      expect((await held()).map(said(contradicted))).to.deep.equal([true], 'nothing is overwritten unasked');
      await sender.resolve(choice);
      expect(state(sender)).to.equal('saved');
      expect((await held()).map(said(choice === 'mine' ? changed : contradicted))).to.deep.equal([true]);
    });
  }

  it('shows what somebody else changed meanwhile, but not over what a person is changing', async () => {
    const { sender } = await given();
    const idle = await until(open().stored, 'it is found');
    const writer = await until(open().stored, 'it is found');
    sender.edit.change(changedElsewhere);
    await give(writer, changed);
    await until(() => kind.same(idle.edit.value, changed), 'the change is shown');
    expect(kind.same(sender.edit.value, changedElsewhere)).to.equal(true);
  });

  it('lets the page take over, and saves nothing then', async () => {
    const desk = open();
    Object.assign(desk.offer, { defaultPrevented: true });
    const sender = desk.begin();
    await give(sender, first);
    expect(state(sender)).to.equal('handed-over');
    Object.assign(desk.offer, { outcomes: [Promise.reject(new Error('no session'))] });
    await give(sender, changed);
    expect(sender.edit.delivery).to.include({ state: 'failed', reason: 'refused' });
    expect(await held()).to.deep.equal([]);
  });

  it('keeps what was entered and not given, for its own person alone', async function () {
    const desk = open();
    desk.begin().edit.change(first);
    await desk.pause();
    expect(await held(), 'a draft is no record').to.deep.equal([]);
    const page = ground.open();
    const isLasting = page.drafts.lasts === 'device';
    if (kind.find && !isLasting) this.skip();
    const kept = await until(deskOn(kind, page).kept, 'the draft');
    expect(kind.same(kept.edit.value, first)).to.equal(true);
    const others = deskOn(kind, page, { subject: 'Patient/2', author: 'Patient/2' });
    await page.drafts.list(owner('Patient/2'), kind.name); // by then theirs were looked for, too
    expect(others.kept()).to.equal(undefined);
    await kept.send('give');
    await until(
      async () => (await page.drafts.list(owner('Patient/1'), kind.name)).length === 0,
      'the draft is gone',
    );
    expect((await held()).map(said(first))).to.deep.equal([true]);
  });

  it('ends an edit with its person, and lets a save under way end where it began', async () => {
    const desk = open();
    const sender = desk.begin();
    sender.edit.change(first);
    const sending = sender.send('give');
    desk.provide({ subject: 'Patient/2', author: 'Patient/2' });
    const next = desk.begin();
    expect(next).to.not.equal(sender);
    expect(kind.same(next.edit.value, kind.start)).to.equal(true);
    await sending;
    expect(desk.news, 'nothing of it is told to the next person').to.deep.equal([]);
    expect((await held()).map((one) => kind.about(one).subject)).to.deep.equal(['Patient/1']);
    expect(await ground.held.search(kind.type, { subject: 'Patient/2' })).to.deep.equal([]);
  });

  it('writes nothing more after a sign-out', async () => {
    const page = ground.open();
    const desk = deskOn(kind, page);
    const sender = desk.begin();
    let letGo: (value?: unknown) => void = () => undefined;
    desk.offer.outcomes.push(new Promise((resolve) => (letGo = resolve)));
    sender.edit.change(first);
    const sending = sender.send('give');
    desk.provide({ signOuts: 1 });
    await page.drafts.clear('Patient/1');
    await page.store.clear('Patient/1');
    letGo();
    await sending;
    sender.edit.change(changed);
    expect(await held()).to.deep.equal([]);
    expect(await page.drafts.list(owner('Patient/1'), kind.name)).to.deep.equal([]);
  });

  it('starts afresh where another page has signed out', async () => {
    const page = ground.open();
    const desk = deskOn(kind, page);
    const sender = desk.begin();
    sender.edit.change(first);
    await sender.send('give');
    await page.drafts.clear('Patient/1');
    await page.store.clear('Patient/1');
    await until(() => sender.edit.isEnded, 'it hears of the sign-out');
    expect(desk.begin().edit).to.include({ isTouched: false, isEnded: false });
  });

  it('waits while the network is away, and hears when it has arrived', async function () {
    const { network } = ground;
    if (!network) this.skip();
    network.isAway = true;
    const desk = open();
    const sender = desk.begin();
    sender.edit.change(first);
    await sender.send('give', also?.(sender.edit.toResource()) ?? []);
    expect(state(sender)).to.equal('queued');
    expect(desk.news.map((news) => Object.keys(news)[0])).to.deep.equal(['queued']);
    network.isAway = false;
    await until(() => state(sender) === 'saved', 'it has arrived');
    await until(async () => (await held()).length === 1, 'it is stored');
  });

  it('delivers after a reload what was given before it, with all that belongs to it', async function () {
    const { network } = ground;
    if (!network || !ground.isLasting) this.skip();
    network.isAway = true;
    const desk = open();
    const sender = desk.begin();
    sender.edit.change(first);
    const children = also?.(sender.edit.toResource()) ?? [];
    await sender.send('give', children);
    desk.leave();
    stopOutboxes();
    const again = open();
    const found = await until(again.stored, 'what waits is found');
    expect(state(found)).to.equal('queued');
    expect(kind.same(found.edit.value, first)).to.equal(true);
    network.isAway = false;
    await until(() => state(found) === 'saved', 'it has arrived');
    for (const type of [kind.type, ...children.map(({ resource }) => resource.resourceType)]) {
      await until(
        async () => (await ground.held.search(type, { subject: 'Patient/1' })).length === 1,
        `${type} arrives once`,
      );
    }
    const [main] = await held();
    for (const type of derives) {
      const params = searchOf(type, main!);
      await until(async () => (await ground.held.search(type, params)).length === 1, `${type} arrives once`);
    }
  });

  it('asks about a contradiction that is found late', async function () {
    const { network } = ground;
    if (!network) this.skip();
    const { sender } = await given();
    network.isAway = true;
    await give(sender, changed);
    expect(state(sender)).to.equal('queued');
    const [present] = await held();
    const elsewhere = kind.write(
      contradicted,
      {
        intent: 'give',
        at: '2026-11-24T12:00:00Z',
        identifier: '',
        language: 'en',
        completion: 'self',
        told: [],
        subject: 'Patient/1',
      },
      present,
    );
    await ground.held.save(elsewhere, present);
    network.isAway = false;
    await until(() => state(sender) === 'conflict', 'it is asked about');
    await sender.resolve('mine');
    expect(state(sender)).to.equal('saved');
    expect((await held()).map(said(changed))).to.deep.equal([true]);
  });
}
