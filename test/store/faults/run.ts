import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from '../../../src/fhir/resource.js';
import type { Queue } from '../../../src/store/outbox-queue.js';
import { seeded } from '../../domain/build.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { pause } from '../../suites/store.js';
import { answersIn, Page, TabLocks } from './page.js';
import { Schedule } from './schedule.js';

const TYPE = 'QuestionnaireResponse';
const STEPS = 14;
const NAMES = ['one', 'two', 'three'];

/**
 * Lets two tabs answer, crash and come back while the network fails as the seed says; then, with the network well,
 * looks at what the server holds: every answer that was handed over once, none lost, none doubled.
 */
export async function runSeed(seed: number, queue: Queue): Promise<void> {
  await queue.clear();
  const schedule = new Schedule(seeded(seed));
  const base = freshServer();
  const locks = new TabLocks();
  const owed = new Set<string>();
  const pages: Page[] = [];
  const open = (): Page => {
    const page = new Page(base, queue, locks, schedule, (answer) => owed.add(answer));
    pages.push(page);
    return page;
  };
  try {
    await live([open(), open()], open, schedule, seed);
    for (const page of pages) page.crash();
    // A reload shows each tab the conflicts that were left to decide
    const healed = [open(), open()];
    for (const tab of healed) tab.heal();
    await settle(healed, queue);
    await check(base, owed);
  } finally {
    for (const page of pages) page.crash();
    // The next run has the same device: nothing of this one may still be written there
    await Promise.all(pages.map((page) => page.hasEnded()));
  }
}

/** The steps of two tabs: an answer, or a crash and a new page. */
async function live(tabs: Page[], open: () => Page, schedule: Schedule, seed: number): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    const tab = schedule.chance(0.5) ? 0 : 1;
    if (schedule.chance(0.15)) {
      tabs[tab]!.crash();
      tabs[tab] = open();
    } else {
      const doing = tabs[tab]!.answer(schedule.pick(NAMES), `${String(seed)}-${String(step)}`).catch(
        () => undefined,
      );
      // Sometimes the person waits, sometimes the other tab goes on meanwhile
      await Promise.race([doing, pause(schedule.chance(0.3) ? 0 : 60)]);
    }
  }
}

/** Until nothing waits any more, and nobody is about to write. */
async function settle(tabs: readonly Page[], queue: Queue): Promise<void> {
  let quiet = 0;
  for (let round = 0; round < 400 && quiet < 3; round += 1) {
    for (const tab of tabs) await tab.outbox.deliver();
    await pause(10);
    quiet = (await queue.all()).length === 0 && !tabs.some(({ isBusy }) => isBusy) ? quiet + 1 : 0;
  }
  const left = (await queue.all()).map(({ lane, state, reason }) => `${lane} ${state} ${reason ?? ''}`);
  expect(left, 'nothing waits any more').to.deep.equal([]);
}

async function check(base: string, owed: ReadonlySet<string>): Promise<void> {
  const server = storeOn(base);
  const responses = (await server.search(TYPE, { subject: 'Patient/1' })) as QuestionnaireResponse[];
  const names = responses.map(({ identifier }) => identifier?.value);
  expect(names, 'each response once').to.have.length(new Set(names).size);
  const held = responses.flatMap(answersIn);
  expect(held, 'no answer twice').to.have.length(new Set(held).size);
  for (const answer of owed) expect(held, `the answer ${answer}`).to.include(answer);
  for (const response of responses) {
    const versions = (await server.history(TYPE, response.id!)) as QuestionnaireResponse[];
    const counts = versions.map((version) => answersIn(version).length);
    expect(counts, 'no version takes an answer away').to.deep.equal(
      [...counts].sort((one, other) => other - one),
    );
  }
}
