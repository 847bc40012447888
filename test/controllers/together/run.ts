import type { DrawnGoal } from '../../../src/controllers/kinds/shared-goals.js';
import { sides, type Side } from '../../../src/domain/side.js';
import type { TaskName } from '../../../src/elements/alliance-goals/goals-desk.js';
import { seeded } from '../../domain/build.js';
import { freshServer } from '../../support/fhir-server.js';
import { Schedule } from '../../store/faults/schedule.js';
import { checkGoals } from './check.js';
import { Person } from './person.js';
import { World } from './world.js';

const STEPS = 18;
/** So many rounds never come: what has not settled by then goes on for ever. */
const ROUNDS = 60;

type People = Readonly<Record<Side, Person>>;

/**
 * Lets two people work on the same goals while their networks fail and their pages crash as the seed says; then, with
 * everything well, looks at what the server and both pages hold.
 */
export async function runGoals(seed: number): Promise<void> {
  // At every other seed the answers may lie, too
  const schedule = new Schedule(seeded(seed), seed % 2 === 0);
  const world = new World(freshServer(), schedule);
  const people: People = { client: new Person(world, 'client'), therapist: new Person(world, 'therapist') };
  try {
    begin(people.client, 'add');
    await people.client.page.idle();
    for (let step = 0; step < STEPS; step += 1) {
      const person = people[schedule.pick(sides)];
      const happens = happening(person, schedule);
      // News may come between what is drawn and what is pressed
      if (schedule.chance(0.15)) {
        person.page.poll();
        await world.wire.letSomeThrough();
      }
      happens();
      // Sometimes the person waits for what comes of it, sometimes the other one or a crash comes between
      if (schedule.chance(0.6)) await person.page.idle();
      else await world.wire.letSomeThrough();
    }
    await settle(people, schedule);
    await checkGoals(world, people);
  } finally {
    for (const side of sides) for (const page of people[side].pages) page.crash();
  }
}

/** Begins something, puts it into words, and gives it. */
function begin(person: Person, name: TaskName, drawn?: DrawnGoal): void {
  const { world } = person;
  const { schedule } = world;
  person.begin(name, drawn);
  const isGoneOnWith = person.typed(name) !== '' || person.typed('happened') !== '';
  if (name === 'add') {
    person.answer('what', world.word('Goal'));
    if (schedule.chance(0.5)) person.answer('step', world.word('Step'));
  }
  if (name === 'edit' || name === 'ask') {
    if (schedule.chance(0.7)) person.answer('text', schedule.pick(['Walk', 'Swim', world.word('Words')]));
    if (schedule.chance(0.4)) person.answer('due', schedule.pick(['2027-06-01', '2028-05-02']));
    if (schedule.chance(0.3)) person.answer('level0', schedule.pick(['There', 'There and back']));
  }
  if (name === 'rate') person.answer('rate', schedule.pick(['-1', '0', '2']));
  if (name === 'setback' && !isGoneOnWith) {
    person.answer('happened', world.word('Rain'));
    person.answer('next', schedule.pick(['go-on', 'pause', 'smaller', 'later']));
    if (schedule.chance(0.5)) person.answer('words', world.word('Less'));
  }
  if (name === 'note' && !isGoneOnWith) person.answer('note', world.word('Note'));
  if (name === 'step' && !isGoneOnWith) person.answer('step', world.word('Step'));
  const isLeft = schedule.chance(0.15);
  if (isLeft) person.page.doing(person.leave());
  else person.finish();
}

/** One thing that a person does, or that happens to them. */
function happening(person: Person, schedule: Schedule): () => void {
  const { page, at } = person;
  const asked = person.asked !== undefined;
  if (schedule.chance(0.12)) return () => person.reload();
  if (schedule.chance(0.12)) return () => page.goAway(!page.isAway);
  if (schedule.chance(0.15)) return () => page.poll();
  if (asked) return () => person.page.doing(person.settle(schedule.pick(CHOICES)));
  if (at) return schedule.chance(0.5) ? () => person.finish() : () => person.page.doing(person.leave());
  const { drawn } = person;
  if (drawn.length === 0) return schedule.chance(0.3) ? () => begin(person, 'add') : () => page.poll();
  return toGoal(person, schedule.pick(drawn), schedule);
}

function toGoal(person: Person, goal: DrawnGoal, schedule: Schedule): () => void {
  const { page } = person;
  const begun = person.begun(goal)?.name;
  if (begun && schedule.chance(0.5)) return () => begin(person, begun, goal);
  const what = schedule.pick(ACTS);
  switch (what) {
    case 'accept':
    case 'decline':
    case 'hold':
    case 'resume':
    case 'reach':
    case 'let-go':
    case 'reopen':
    case 'withdraw':
      return () => person.page.doing(person.say(goal, what));
    case 'done':
      return () => person.page.doing(person.finishStep(goal));
    case 'undo':
      return () => person.undo();
    case 'retry':
      return () => person.page.doing(person.retry());
    case 'chance':
      return () => person.page.doing(page.outbox.deliver());
    default:
      return () => begin(person, what, what === 'add' ? undefined : goal);
  }
}

const CHOICES = ['mine', 'theirs', 'both'] as const;

const ACTS = [
  ...([
    'accept',
    'accept',
    'accept',
    'accept',
    'decline',
    'hold',
    'resume',
    'reach',
    'let-go',
    'reopen',
    'reopen',
    'withdraw',
    'undo',
    'undo',
    'undo',
    'done',
    'retry',
    'chance',
  ] as const),
  ...([
    'edit',
    'edit',
    'edit',
    'ask',
    'note',
    'note',
    'rate',
    'rate',
    'step',
    'step',
    'setback',
    'add',
  ] as const),
] as const;

/** Both are online, everything is sent, and each answers what they are asked. */
async function settle(people: People, schedule: Schedule): Promise<void> {
  const both = sides.map((side) => people[side]);
  for (const person of both) if (schedule.chance(0.5)) person.reload();
  let quiet = 0;
  for (let round = 0; quiet < 2; round += 1) {
    quiet += 1;
    for (const person of both) {
      const { page } = person;
      page.heal();
      await page.world.wire.letAllThrough();
      if (!person.asked) await person.leave();
      person.page.doing(page.outbox.deliver());
      page.poll();
      await page.idle();
      person.tryAgain();
      await page.idle();
      // What was not taken and was changed since is gone on with
      if ((await page.outbox.waiting()).some(({ state }) => state === 'refused'))
        for (const drawn of person.drawn) {
          const begun = person.begun(drawn);
          // Nothing can be said to the goal itself any more
          const isBack = drawn.shared.goal.state === 'withdrawn';
          if (begun && isBack && !['step', 'setback'].includes(begun.name)) page.doing(begun.drop());
          else if (begun && !person.at && !person.asked) begin(person, begun.name, drawn);
          await page.idle();
        }
      if (person.asked) {
        person.page.doing(person.settle(schedule.pick(CHOICES)));
        await page.idle();
      }
      const waiting = await page.outbox.waiting();
      if (waiting.length > 0 || person.asked) quiet = 0;
      if (round >= ROUNDS) {
        const told = await Promise.all(both.map((one) => one.tell()));
        throw new Error(`It does not settle. ${told.join('; ')}`);
      }
    }
  }
}
