import { expect } from '@open-wc/testing';
import type { Viewer } from '../../src/context/provided.js';
import type { ActStore } from '../../src/context/store.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import type { Conflict } from '../../src/domain/record.js';
import type { Resource } from '../../src/fhir/resource.js';
import { deskOn } from '../support/desk.js';
import type { Ground } from '../support/grounds.js';
import { until } from '../support/until.js';
import type { RecordExample } from './record.js';

/** Who looks, with a name of their own. */
const looking: Readonly<Record<Viewer, object>> = {
  client: { viewer: 'client' },
  therapist: { viewer: 'therapist', author: 'Practitioner/1' },
  supervisor: { viewer: 'supervisor', author: 'Practitioner/2' },
};

/** Of what was told, who may see it beside the person. */
const table: readonly (readonly [told: string, sees: readonly Viewer[]])[] = [
  ['', ['therapist', 'supervisor']],
  ['therapist', ['therapist']],
  ['team', ['therapist']],
  ['supervisor', ['supervisor']],
  ['therapist supervisor', ['therapist', 'supervisor']],
];

/** The same store, which tells nobody what others do. */
const deaf = (store: ActStore): ActStore =>
  new Proxy(store, {
    get(target, key) {
      if (key === 'watch') return () => () => undefined;
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });

/** What every kind promises about what a person was told, wherever its records live. */
export function toldContract<Value, Wire extends Resource, Contradiction extends Conflict>(
  { kind, first, changed, changedElsewhere, also }: RecordExample<Value, Wire, Contradiction>,
  make: () => Ground,
): void {
  type Kind = RecordKind<Value, Wire, Contradiction>;
  let ground: Ground;
  beforeEach(() => (ground = make()));

  const open = (about: object, by: Kind = kind) => deskOn(by, ground.open(), about);
  const held = async (): Promise<Wire[]> =>
    (await ground.held.search(kind.type, { subject: 'Patient/1' })).filter((one): one is Wire =>
      kind.is(one),
    );
  const toldIn = async (): Promise<string[]> =>
    (await held()).map((one) => [...kind.about(one).told].sort().join(' '));
  const isFirst = (value: Value): boolean => kind.same(value, first);

  /** The person gives the first value, and is told who can see it. */
  async function give(audience: string) {
    const desk = open({ ...looking.client, audience });
    const sender = desk.begin();
    sender.edit.change(first);
    await sender.send('give', also?.(sender.edit.toResource()) ?? []);
    await until(async () => (await held()).length === 1, 'it is stored');
    return { desk, sender };
  }

  /** What one sees: the value, or that there is something that is not theirs to see. */
  async function seenBy(viewer: Viewer) {
    const desk = open(looking[viewer]);
    const { sender } = await until(() => {
      const found = desk.stored();
      return found || desk.hasHidden() ? { sender: found } : undefined;
    }, 'it is known of');
    return { desk, sender };
  }

  for (const [told, sees] of table) {
    it(`tells "${told}", and shows it to no other viewer`, async () => {
      await give(told);
      expect(await toldIn()).to.deep.equal([told.split(' ').sort().join(' ')]);
      for (const viewer of ['client', 'therapist', 'supervisor'] as const) {
        const { desk, sender } = await seenBy(viewer);
        const isSeen = viewer === 'client' || sees.includes(viewer);
        expect(desk.hasHidden(), viewer).to.equal(!isSeen);
        expect(desk.stored()?.edit.isHidden ?? !isSeen, viewer).to.equal(!isSeen);
        if (isSeen) {
          expect(sender?.edit.value, viewer).to.satisfy(isFirst);
        } else {
          expect(desk.all(), viewer).to.deep.equal([]);
          const { value, base } = sender?.edit ?? { value: kind.none, base: undefined };
          expect(isFirst(value), viewer).to.equal(false);
          expect(sender?.edit.current(), viewer).to.equal(undefined);
          expect(base === undefined || kind.same(kind.read(base), kind.read(kind.veil(base)))).to.equal(true);
        }
      }
    });
  }

  it('repeats what was told in all that belongs to the act', async () => {
    const { sender } = await give('therapist');
    for (const { resource } of also?.(sender.edit.toResource()) ?? []) {
      const [found] = await ground.held.search(resource.resourceType, { subject: 'Patient/1' });
      expect(JSON.stringify(found), resource.resourceType).to.contain('told-audience');
    }
  });

  it('hides at once what is not shared any more, and shows what is shared anew', async () => {
    const { sender } = await give('therapist');
    const { desk } = await seenBy('therapist');
    await tellAnew(sender, changed, 'supervisor');
    await until(desk.hasHidden, 'it is hidden');
    expect(desk.all()).to.deep.equal([]);
    const { desk: other } = await seenBy('supervisor');
    expect(other.hasHidden()).to.equal(false);
  });

  /** The person changes what they gave, on a page that tells something else. */
  async function tellAnew(
    former: { edit: { end(isOut: boolean): Promise<void> } },
    value: Value,
    audience: string,
  ) {
    await former.edit.end(false);
    const again = open({ ...looking.client, audience });
    const sender = await until(again.stored, 'it is found');
    sender.edit.change(value);
    await sender.send('give');
    return sender;
  }

  it('tells anew what the page tells, and leaves it where the page tells nothing', async () => {
    const { sender } = await give('therapist');
    const next = await tellAnew(sender, changed, '');
    await until(async () => kind.same(kind.read((await held())[0]!), changed), 'it is changed');
    expect(await toldIn()).to.deep.equal(['therapist']);
    await tellAnew(next, first, 'team');
    await until(async () => kind.same(kind.read((await held())[0]!), first), 'it is changed again');
    expect(await toldIn()).to.deep.equal(['team']);
  });

  it('leaves what was told as it is when it is taken back', async () => {
    await give('therapist');
    const again = open({ ...looking.client, audience: 'supervisor' });
    const sender = await until(again.stored, 'it is found');
    await sender.send('withdraw');
    expect(await toldIn()).to.deep.equal(['therapist']);
  });

  it('tells of both where two told different people', async () => {
    await give('therapist team supervisor');
    const here = open({ ...looking.client, audience: 'therapist team' });
    const there = open({ ...looking.client, audience: 'team supervisor' });
    const [mine, theirs] = [await until(here.stored, 'one'), await until(there.stored, 'the other')];
    mine.edit.change(changed);
    theirs.edit.change(changedElsewhere);
    await theirs.send('give');
    await mine.send('give');
    expect(await toldIn()).to.deep.equal(['team']);
  });

  it('shows to nobody what two told nobody of in common, until the person tells anew', async () => {
    await give('therapist');
    const here = open({ ...looking.client, audience: 'therapist' });
    const there = open({ ...looking.client, audience: 'supervisor' });
    const [mine, theirs] = [await until(here.stored, 'one'), await until(there.stored, 'the other')];
    mine.edit.change(changed);
    theirs.edit.change(changedElsewhere);
    await theirs.send('give');
    await mine.send('give');
    for (const viewer of ['therapist', 'supervisor'] as const)
      expect((await seenBy(viewer)).desk.hasHidden(), viewer).to.equal(true);
    await tellAnew(mine, first, 'supervisor');
    expect(await toldIn()).to.deep.equal(['supervisor']);
  });

  if (!kind.writers.includes('therapist')) return;

  it('is changed by a therapist, and tells what the person was told', async () => {
    await give('therapist supervisor');
    const desk = open({ ...looking.therapist, audience: 'team' });
    const sender = await until(desk.stored, 'it is found');
    sender.edit.change(changed);
    await sender.send('give');
    expect(sender.edit.delivery.state).to.equal('saved');
    expect((await held()).map((one) => kind.same(kind.read(one), changed))).to.deep.equal([true]);
    expect(await toldIn()).to.deep.equal(['supervisor therapist']);
  });

  it('refuses a change of what is not shared any more, and shows none of it', async () => {
    const { sender: own } = await give('therapist');
    const page = ground.open();
    // It does not hear of the change before it sends
    const desk = deskOn(kind, { ...page, store: deaf(page.store) }, looking.therapist);
    const sender = await until(desk.stored, 'it is found');
    sender.edit.change(changed);
    await tellAnew(own, changedElsewhere, 'supervisor');
    await sender.send('give');
    expect(sender.edit.isHidden).to.equal(true);
    expect(kind.same(sender.edit.value, changedElsewhere)).to.equal(false);
    expect(desk.news.map((news) => Object.keys(news).sort().join())).to.deep.equal(['cause,failed']);
    expect(await toldIn()).to.deep.equal(['supervisor']);
    expect(kind.same(kind.read((await held())[0]!), changedElsewhere)).to.equal(true);
  });
}
