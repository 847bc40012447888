import { expect } from '@open-wc/testing';
import type { Queue } from '../../../src/store/outbox/queue.js';
import { seeded } from '../../domain/build.js';
import { freshServer } from '../../support/fhir-server.js';
import { checkServer } from './check.js';
import { Page, TabLocks, type World } from './page.js';
import { Schedule } from './schedule.js';

const STEPS = 10;

/** Two persons use the device, one after the other. */
const PERSONS = ['Patient/1', 'Patient/2'] as const;

/** A turn of the browser's loop: what was ready has run by then. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Lets two tabs write, crash and come back while the network fails as the seed says; then, with the network well, looks
 * at what the server holds: every word that was handed over once, none lost, none doubled, and all that follows from it.
 */
export async function runSeed(seed: number, queue: Queue): Promise<void> {
  await queue.clear();
  const owed = new Set<string>();
  let time = Date.parse('2026-11-23T10:00:00Z');
  const world: World = {
    base: freshServer(),
    queue,
    locks: new TabLocks(),
    schedule: new Schedule(seeded(seed), true),
    now: () => new Date((time += 1000)).toISOString(),
    strayed: [],
    owe: (words) => {
      for (const word of words) owed.add(word);
    },
  };
  const pages: Page[] = [];
  const open = (person: string): Page => {
    const page = new Page(world, person);
    pages.push(page);
    return page;
  };
  try {
    const [first, second] = PERSONS;
    await live(first, open, world.schedule, seed);
    // Nobody signs out: what is left waits for its own person
    for (const page of pages) page.crash();
    if (world.schedule.chance(0.5)) await live(second, open, world.schedule, seed);
    for (const page of pages) page.crash();
    // What the pages that are gone had asked of the device is done before the next ones look at it
    await Promise.all(pages.map((page) => page.hasEnded()));
    // A reload shows each tab the conflicts that were left to decide
    const healed = [open(first), open(first), open(second)];
    for (const tab of healed) tab.heal();
    await settle(healed, queue);
    await checkServer(world.base, owed);
    expect(world.strayed, 'sent with the sign-in of somebody else').to.deep.equal([]);
  } finally {
    for (const page of pages) page.crash();
    // The next run has the same device: nothing of this one may still be written there
    await Promise.all(pages.map((page) => page.hasEnded()));
  }
}

/** The steps of two tabs: something is written, or a crash and a new page. */
async function live(
  person: string,
  open: (person: string) => Page,
  schedule: Schedule,
  seed: number,
): Promise<void> {
  const tabs = [open(person), open(person)];
  for (let step = 0; step < STEPS; step += 1) {
    const tab = schedule.chance(0.5) ? 0 : 1;
    if (schedule.chance(0.1)) void tabs[tab]!.again().catch(() => undefined);
    else if (schedule.chance(0.15)) {
      tabs[tab]!.crash();
      tabs[tab] = open(person);
    } else {
      const doing = write(tabs[tab]!, schedule, `${String(seed)}-${String(step)}`, person).catch(
        () => undefined,
      );
      // Sometimes the person waits for the answer, sometimes both tabs go on meanwhile
      await (schedule.chance(0.3) ? turn() : Promise.race([doing, until(60)]));
    }
  }
}

const until = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function write(page: Page, schedule: Schedule, said: string, person: string): Promise<void> {
  // Names and words are each person's own
  const word = person === PERSONS[0] ? said : `other-${said}`;
  const named = (name: string): string => (person === PERSONS[0] ? name : `other-${name}`);
  switch (schedule.pick(['answers', 'goal', 'thread'])) {
    case 'answers':
      return page.change('QuestionnaireResponse', named(schedule.pick(['one', 'two'])), word);
    case 'goal':
      return page.change('Goal', named(schedule.pick(['walk', 'swim'])), word);
    default:
      return page.reply(named('moment'), word);
  }
}

/** Until nothing waits any more, and nobody is about to write; where that never comes, the test's timeout says so. */
async function settle(tabs: readonly Page[], queue: Queue): Promise<void> {
  let quiet = 0;
  while (quiet < 2) {
    for (const tab of tabs) await tab.outbox.deliver();
    // What was not taken is on the screen: each person tries again, on one of their pages
    for (const tab of tabs.slice(1)) await tab.again().catch(() => undefined);
    await turn();
    const left = await queue.all();
    Object.assign(globalThis, { left }); // for who looks at a test that does not end
    quiet = left.length === 0 && !tabs.some(({ isBusy }) => isBusy) ? quiet + 1 : 0;
  }
}
