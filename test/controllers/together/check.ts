import { expect } from '@open-wc/testing';
import { sameTerms, termsWith } from '../../../src/domain/goals/terms.js';
import type { Goal } from '../../../src/domain/goals/goal.js';
import { sameGoals } from '../../../src/domain/goals/merge.js';
import { sides, type Side } from '../../../src/domain/side.js';
import { readGoal } from '../../../src/fhir/goal/goal-reader.js';
import type { Goal as GoalResource, Observation, Resource, Task } from '../../../src/fhir/resource.js';
import { storeOn } from '../../support/fhir-server.js';
import { nameOf } from '../../support/resources.js';
import { parties, sideOf } from '../../support/together/two-people.js';
import type { Person } from './person.js';
import { goalOf, wordsOf, type World } from './world.js';

/*
 * What the server and both pages must hold in the end.
 */

const once = (all: readonly string[], what: string): void => {
  const doubled = all.filter((one, index) => all.indexOf(one) !== index);
  expect(doubled, `${what}: none twice`).to.deep.equal([]);
};

export async function checkGoals(world: World, people: Readonly<Record<Side, Person>>): Promise<void> {
  for (const side of sides) {
    const { pages } = people[side];
    expect(
      pages.flatMap(({ failures }) => failures),
      `what failed on a page of the ${side}`,
    ).to.deep.equal([]);
  }
  const server = storeOn(world.base);
  const find = <Wire extends Resource>(type: string) =>
    server.search(type, { subject: parties.client }) as Promise<unknown> as Promise<Wire[]>;
  const [goals, entries, steps] = await Promise.all([
    find<GoalResource>('Goal'),
    find<Observation>('Observation'),
    find<Task>('Task'),
  ]);
  const hanging = [...entries, ...steps];
  checkGiven(world, goals, hanging);
  for (const step of steps)
    if (world.done.has(nameOf(step))) expect(step.status, wordsOf(step)).to.equal('completed');
  for (const wire of goals) {
    const versions = (await server.history('Goal', wire.id!)) as GoalResource[];
    checkVersions(world, nameOf(wire), [...versions].reverse());
  }
  for (const side of sides) checkPage(people[side], goals, hanging);
}

/** Everything that was handed over is there once, in the name of whoever gave it, where they gave it. */
function checkGiven(
  world: World,
  goals: readonly GoalResource[],
  hanging: readonly (Observation | Task)[],
): void {
  const notes = goals.flatMap(({ note = [] }) => note);
  const names = [...goals, ...hanging].map(nameOf);
  const texts = [...notes.map(({ text }) => text), ...hanging.flatMap((one) => wordsOf(one) ?? [])];
  once(names, 'resources');
  once(texts, 'words');
  const held = new Set([...names, ...texts]);
  const lost = world.due.filter((name) => !held.has(name));
  expect(lost, 'handed over, and lost').to.deep.equal([]);

  for (const wire of goals)
    for (const { text, authorReference } of wire.note ?? [])
      expect([sideOf(authorReference?.reference), nameOf(wire)], `the note "${text}"`).to.deep.equal([
        world.given.get(text)?.side,
        world.given.get(text)?.goal,
      ]);
  for (const one of hanging) {
    const words = wordsOf(one);
    const author = one.resourceType === 'Task' ? one.requester?.reference : one.performer?.[0]?.reference;
    const [focus] = [one.focus].flat();
    const goal = goals.find((wire) => nameOf(wire) === goalOf(one));
    expect(focus?.reference, `where "${words ?? 'a rating'}" hangs`).to.equal(`Goal/${goal?.id ?? 'absent'}`);
    const side = sideOf(author);
    if (words !== undefined)
      expect([side, nameOf(goal!)], `"${words}"`).to.deep.equal([
        world.given.get(words)?.side,
        world.given.get(words)?.goal,
      ]);
    else expect(world.owed.get(nameOf(one)), 'whose rating it is').to.equal(side);
  }
}

/** Nobody ever agreed to anything but what they have said yes to, and no yes or note is gone from one version to the next. */
function checkVersions(world: World, id: string, versions: readonly GoalResource[]): void {
  const read = versions.map((version) => readGoal(version, parties));
  read.forEach((goal, index) => {
    const label = `version ${String(index + 1)} of ${id}: "${goal.text}", ${goal.due ?? 'no date'}`;
    for (const side of sides) {
      if (goal.accepted[side] === 'agree')
        expect(world.hasSaid(side, id, true, goal), `the ${side} agrees to ${label}`).to.equal(true);
      const wish = goal.changes[side];
      if (wish)
        expect(world.hasSaid(side, id, true, termsWith(goal, wish)), `the ${side} wants ${label}`).to.equal(
          true,
        );
    }
    const before = read[index - 1];
    if (before) checkStep(world, id, before, goal, label);
  });
  for (const side of sides) checkBrought(world, id, side, read);
  const last = read.at(-1)!;
  for (const side of sides) {
    const terms = world.standingYes(side, id);
    // A yes that met other words on its way was given to none that are there: it is asked for again
    const isThere = terms && read.some((goal) => goal.writtenBy === side && sameTerms(goal, terms));
    if (terms && isThere && sameTerms(terms, last))
      expect(last.accepted[side], `the ${side}'s last word to "${last.text}" of ${id}`).to.equal('agree');
  }
}

function checkStep(world: World, id: string, before: Goal, goal: Goal, label: string): void {
  const kept = before.notes.every((note) =>
    goal.notes.some((one) => one.id === note.id && one.words === note.words),
  );
  expect(kept, `the notes in ${label}`).to.equal(true);
  if (!sameTerms(before, goal)) return;
  for (const side of sides)
    if (before.accepted[side] === 'agree' && goal.accepted[side] !== 'agree')
      expect(world.hasSaid(side, id, false, goal), `the ${side} takes back their yes to ${label}`).to.equal(
        true,
      );
}

/** Words come into a goal no more often than somebody has brought them. */
function checkBrought(world: World, id: string, side: Side, read: readonly Goal[]): void {
  // Whoever takes a goal back takes its words with it
  const came = read.filter(
    (goal, index) =>
      goal.state !== 'withdrawn' && goal.writtenBy === side && goal.text !== read[index - 1]?.text,
  );
  for (const text of new Set(came.map((goal) => goal.text))) {
    const said = world.statements.filter(
      (one) => one.side === side && one.goal === id && one.brings && one.terms.text === text,
    );
    const count = came.filter((goal) => goal.text === text).length;
    expect(
      count,
      `how often the ${side} made it "${text}" (said ${String(said.length)} times)`,
    ).to.be.at.most(said.length);
  }
}

/** Each page shows what the server holds, and nothing else. */
function checkPage(
  person: Person,
  all: readonly GoalResource[],
  allHanging: readonly (Observation | Task)[],
): void {
  const { side } = person;
  // What was taken back is on no page, and nothing that hangs on it, but where something was begun at it
  const drawn = person.drawn.filter(({ shared }) => shared.goal.state !== 'withdrawn');
  const goals = all.filter((wire) => readGoal(wire, parties).state !== 'withdrawn');
  const hanging = allHanging.filter((one) => goals.some((wire) => nameOf(wire) === goalOf(one)));
  expect(drawn.map(({ shared }) => shared.id).sort(), `the goals of the ${side}`).to.deep.equal(
    goals.map(nameOf).sort(),
  );
  for (const { shared } of drawn) {
    const wire = goals.find((one) => nameOf(one) === shared.id)!;
    const held = readGoal(wire, parties);
    expect(sameGoals(shared.goal, held), `"${held.text}" on the page of the ${side}`).to.equal(true);
  }
  const shown = drawn.flatMap(({ shared: { ratings, setbacks, steps } }) => [
    ...ratings,
    ...setbacks,
    ...steps,
  ]);
  expect(shown.map(({ id }) => id).sort(), `what hangs on them for the ${side}`).to.deep.equal(
    hanging.map(nameOf).sort(),
  );
}
