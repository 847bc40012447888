import { expect } from '@open-wc/testing';
import type { AllianceGoalEvent, Resource } from '../../../src/index.js';
import { createMemoryQueue } from '../../../src/store/outbox/queue.js';
import { shown } from '../../support/care.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { bothAgree, click, goals, goalWire, inCare } from '../../support/goals.js';
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
