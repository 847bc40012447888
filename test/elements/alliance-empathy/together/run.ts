import { sides, type Side } from '../../../../src/domain/side.js';
import { seeded } from '../../../domain/build.js';
import { Schedule } from '../../../store/faults/schedule.js';
import { freshServer } from '../../../support/fhir-server.js';
import { checkDrafts, checkMoments } from './check.js';
import { Person } from './person.js';
import { MomentsWorld } from './world.js';

const STEPS = 14;
/** So many rounds never come: what has not settled by then goes on for ever. */
const ROUNDS = 60;

type People = Readonly<Record<Side, Person>>;

/**
 * Lets client and therapist say things to each other while their networks fail and they leave their pages as the seed
 * says; then, with everything well, looks at what the server, the devices and both pages hold.
 */
export async function runMoments(seed: number): Promise<void> {
  // At every other seed the answers may lie, too
  const schedule = new Schedule(seeded(seed), seed % 2 === 0);
  const world = new MomentsWorld(freshServer(), schedule);
  const stopClock = keepTime(world);
  const people: People = { client: new Person(world, 'client'), therapist: new Person(world, 'therapist') };
  const both = sides.map((side) => people[side]);
  try {
    for (const { page } of both) await page.idle();
    await people.client.act();
    for (let step = 0; step < STEPS; step += 1) {
      const person = people[schedule.pick(sides)];
      await happen(person, schedule);
      // Sometimes the person waits for what comes of it, sometimes the other one or a crash comes between
      if (schedule.chance(0.6)) await person.page.idle();
      else await world.wire.letSomeThrough();
    }
    if (schedule.chance(0.5)) people[schedule.pick(sides)].reload();
    await settle(both);
    await checkMoments(world, people);
    // What is there for good is what a page that is opened anew finds
    for (const person of both) person.reload();
    await settle(both);
    await checkMoments(world, people);
  } finally {
    stopClock();
    for (const { pages } of both) for (const page of pages) page.crash();
  }
}

/** One thing that a person does, or that happens to them. */
async function happen(person: Person, schedule: Schedule): Promise<void> {
  const { page } = person;
  if (schedule.chance(0.12)) {
    person.reload();
    await checkDrafts(person);
  } else if (schedule.chance(0.08)) {
    page.turnAway();
    await checkDrafts(person);
  } else if (schedule.chance(page.isAway ? 0.4 : 0.08)) page.goAway(!page.isAway);
  else {
    // News may come before what is pressed
    if (schedule.chance(0.7)) {
      page.poll();
      await person.world.wire.letSomeThrough();
    }
    await person.act();
  }
}

/** Both are online, everything is sent, and each answers what they are asked. */
async function settle(both: readonly Person[]): Promise<void> {
  let quiet = 0;
  for (let round = 0; quiet < 2; round += 1) {
    quiet += 1;
    for (const person of both) {
      const { page, world } = person;
      page.heal();
      await world.wire.letAllThrough();
      if (person.isAtWork) await person.leave();
      page.doing(page.outbox.deliver());
      page.poll();
      await page.idle();
      if (person.isAsked) await person.settle();
      await person.retry();
      await page.idle();
      const waiting = await page.outbox.waiting();
      if (waiting.length > 0 || person.isAsked) quiet = 0;
    }
    if (round < ROUNDS) continue;
    const told = await Promise.all(both.map((one) => one.tell()));
    throw new Error(`It does not settle. ${told.join('; ')}`);
  }
}

/** The clock of the page goes on with each look at it, and at no other time; the answer gives back the usual one. */
function keepTime({ now }: MomentsWorld): () => void {
  const { Date: Usual } = globalThis;
  const later = (): number => Usual.parse(now().toISOString());
  globalThis.Date = class extends Usual {
    static override now = later;
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [later()] : given) as [number]));
    }
  } as DateConstructor;
  return () => {
    globalThis.Date = Usual;
  };
}
