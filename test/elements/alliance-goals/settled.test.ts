import { expect } from '@open-wc/testing';
import type { AllianceGoalEvent, Resource } from '../../../src/index.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import type { Goal } from 'fhir/r4.js';
import { textOf } from '../../support/screen.js';
import { providerOf, shown } from '../../support/care.js';
import { isOutbox } from '../../../src/context/store.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { bothAgree, click, goals, goalWire, inCare, write } from '../../support/goals.js';
import { outboxOver, stopOutboxes, until } from '../../support/outbox.js';

describe('a contradiction that is found after a reload', () => {
  afterEach(stopOutboxes);

  it('is settled, and the page is told what it has become', async () => {
    const server = storeOn(freshServer());
    const queue = { ...createMemoryQueue(), isLasting: true };
    await server.save(goalWire({ state: 'proposed', accepted: { ...bothAgree, therapist: 'pending' } }));
    const [wire] = await server.search('Goal', { subject: 'Patient/1' });
    const said = (text: string) => ({ ...wire, description: { text } }) as Resource;
    // Kept by a page that is gone
    const away = storeOn(freshServer(), { fetch: () => Promise.reject(new TypeError('away')) });
    await outboxOver(away, { queue }).save(said('Walk to the bakery'), wire);
    stopOutboxes();
    await server.save(said('Walk to the corner'), wire);

    const widget = await goals(inCare(outboxOver(server, { queue })));
    const told: AllianceGoalEvent[] = [];
    widget.addEventListener('alliance-goal', (event) => told.push(event));
    await shown(widget, 'This was changed in another place');
    await click(widget, 'Use what is here');
    await until(async () => {
      const [held] = await server.search('Goal', { subject: 'Patient/1' });
      return JSON.stringify(held).includes('Walk to the bakery');
    }, 'what the client kept');
    expect(told.map(({ action, goal }) => [action, goal.text])).to.deep.equal([
      ['edit', 'Walk to the bakery'],
    ]);
  });
});

describe('a goal that its proposer takes back while the other side is at it', () => {
  const heldBy = async (server: ReturnType<typeof storeOn>): Promise<Goal> => {
    const [held] = await server.search('Goal', { subject: 'Patient/1' });
    return held as Goal;
  };

  /** The therapist sees it as it was; the client has just taken it back. */
  async function takenBack() {
    const base = freshServer();
    const server = storeOn(base);
    const part = { text: 'Walk to the bakery', accepted: { ...bothAgree, therapist: 'pending' } } as const;
    await server.save(goalWire({ ...part, state: 'proposed' }));
    // So long that it hears of nothing meanwhile
    const widget = await goals(inCare(storeOn(base, { interval: 3_600_000 }), 'therapist'));
    await shown(widget, 'Walk to the bakery');
    const wire = await heldBy(server);
    await server.save({ ...wire, lifecycleStatus: 'entered-in-error' } as Resource, wire);
    return { server, widget };
  }

  it('asks whoever says yes to it what holds, in words', async () => {
    const { server, widget } = await takenBack();
    await click(widget, 'Yes, this is right');
    await shown(widget, 'This was changed in another place');
    await shown(widget, 'Taken back');
    expect((await heldBy(server)).lifecycleStatus).to.equal('entered-in-error');
    await click(widget, 'Use what is in the other place');
    await until(() => !textOf(widget).includes('Walk to the bakery'), 'the goal to be gone');
    expect((await heldBy(server)).description.text).to.equal('Walk to the bakery');
  });

  it('stays taken back, with its words, where a note comes late', async () => {
    const { server, widget } = await takenBack();
    widget.shadowRoot!.querySelector('summary')!.click();
    await click(widget, 'Add a note');
    await write(widget, 'We spoke about it');
    await click(widget, 'Save');
    await until(async () => (await heldBy(server)).note, 'the note');
    const { lifecycleStatus, description } = await heldBy(server);
    expect([lifecycleStatus, description.text]).to.deep.equal(['entered-in-error', 'Walk to the bakery']);
  });
});

describe('who takes a goal back to which the other side has said yes', () => {
  it('keeps what the other one said, and is asked once', async () => {
    const base = freshServer();
    const server = storeOn(base);
    const proposed = {
      text: 'Walk to the bakery',
      accepted: { ...bothAgree, therapist: 'pending' },
    } as const;
    await server.save(goalWire({ ...proposed, state: 'proposed' }));
    const [wire] = await server.search('Goal', { subject: 'Patient/1' });
    // So long that it hears of nothing meanwhile
    const widget = await goals(inCare(storeOn(base, { interval: 3_600_000 })));
    await shown(widget, 'Walk to the bakery');
    await server.save({ ...goalWire({ text: 'Walk to the bakery' }), id: wire!.id }, wire);

    widget.shadowRoot!.querySelector('summary')!.click();
    await click(widget, 'Take it back');
    await shown(widget, 'This was changed in another place');
    await click(widget, 'Use what is in the other place');
    await until(async () => {
      const { currentStore } = providerOf(widget);
      return isOutbox(currentStore) && (await currentStore.waiting()).length === 0;
    }, 'nothing that waits');
    const [held] = await server.search('Goal', { subject: 'Patient/1' });
    expect((held as Goal).lifecycleStatus).to.equal('active');
    expect(textOf(widget)).to.contain('You both agreed').and.to.not.contain('You took it back');
  });
});
