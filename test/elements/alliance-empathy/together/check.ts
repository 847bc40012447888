import { expect } from '@open-wc/testing';
import { sides, type Side } from '../../../../src/domain/side.js';
import type { Communication, Resource, Task } from '../../../../src/fhir/resource.js';
import type { AllianceEmpathy } from '../../../../src/index.js';
import { storeOn } from '../../../support/fhir-server.js';
import { nameOf } from '../../../support/resources.js';
import { parties, sideOf } from '../../../support/together/two-people.js';
import type { Person } from './person.js';
import { linkIn, threadOf, type MomentsWorld } from './world.js';

/*
 * What the server, the devices and both pages must hold.
 */

const count = (all: readonly string[], one: string): number => all.filter((other) => other === one).length;

const wordsIn = (text: string): readonly string[] => text.match(/Said \d+\./g) ?? [];

const isBack = (resource: Resource): boolean => (resource as Communication).status === 'entered-in-error';

export async function checkMoments(
  world: MomentsWorld,
  people: Readonly<Record<Side, Person>>,
): Promise<void> {
  for (const side of sides) {
    const { pages, wrong } = people[side];
    expect([...pages.flatMap(({ failures }) => failures), ...wrong], `what failed for the ${side}`).to.be
      .empty;
  }
  expect(world.leaks, 'in a request before it was given').to.be.empty;
  const server = storeOn(world.base);
  const find = <Wire extends Resource>(type: string) =>
    server.search(type, { subject: parties.client }) as Promise<unknown> as Promise<Wire[]>;
  const all = [...(await find<Communication>('Communication')), ...(await find<Task>('Task'))];
  checkGiven(world, all);
  for (const side of sides) await checkWords(people[side], all);
  const [mine, theirs] = [people.client.widget.moments, people.therapist.widget.moments];
  const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
  expect([...mine].sort(byId), 'what both pages show').to.deep.equal([...theirs].sort(byId));
  for (const side of sides) checkPage(people[side], all);
}

/** All that was handed over is there once, from whoever gave it, where they gave it. */
function checkGiven(world: MomentsWorld, all: readonly (Communication | Task)[]): void {
  const names = all.map(nameOf);
  expect(
    names.filter((name) => count(names, name) > 1),
    'there twice',
  ).to.be.empty;
  const lost = [...world.owed.keys()].filter((name) => !names.includes(name) && !world.back.has(name));
  expect(lost, 'handed over, and lost').to.be.empty;
  for (const one of all) {
    const name = nameOf(one);
    const owed = world.owed.get(name);
    const label = `${one.resourceType} ${name}`;
    expect(owed, `${label} was given by somebody`).not.to.equal(undefined);
    const by = one.resourceType === 'Task' ? one.requester : one.sender;
    // What is to be brought up next time is one task, whoever says that it was talked about
    if (one.resourceType === 'Communication') expect(sideOf(by?.reference), label).to.equal(owed?.side);
    if (owed && isBack(owed.resource)) expect(one.status, label).to.equal('entered-in-error');
    const thread = threadOf(one);
    expect(thread, `where ${label} hangs`).to.equal(owed && threadOf(owed.resource));
    if (thread === undefined) continue;
    const moment = all.find((other) => nameOf(other) === thread);
    expect(linkIn(one)?.reference, label).to.equal(`Communication/${moment?.id ?? 'absent'}`);
  }
}

/** All words are there once: in the thread to which they were said, or among the drafts of whoever has not given them. */
async function checkWords({ side, world }: Person, all: readonly Resource[]): Promise<void> {
  const said = all.flatMap((one) => wordsIn(JSON.stringify(one)).map((words) => ({ words, one })));
  const drafts = await draftsOf(world, side);
  for (const [words, typed] of world.typed) {
    if (typed.side !== side) continue;
    const where = said.filter((one) => one.words === words);
    expect(where.length, `how often "${words}" was said`).to.be.at.most(1);
    const [found] = where;
    const isKept = drafts.some((draft) => draft.includes(words));
    if (found) {
      expect(typed.isGiven, `"${words}" was given`).to.equal(true);
      expect(threadOf(found.one), `to what "${words}" was said`).to.equal(typed.thread);
      expect(sideOf((found.one as Communication).sender?.reference), words).to.equal(side);
    } else if (!world.back.has(ownerOf(world, words)))
      expect(isKept, `"${words}" is among the drafts of the ${side}`).to.equal(true);
    expect(found && isKept, `"${words}" is said, and a draft too`).not.to.equal(true);
  }
}

/** Name of what is handed over with these words. */
const ownerOf = (world: MomentsWorld, words: string): string =>
  [...world.owed].find(([, { resource }]) => JSON.stringify(resource).includes(words))?.[0] ?? '';

async function draftsOf(world: MomentsWorld, side: Side): Promise<readonly string[]> {
  const owner = { subject: parties.client, author: parties[side] };
  const { drafts } = world.devices[side];
  const all = [...(await drafts.list(owner, 'moment')), ...(await drafts.list(owner, 'moment-entry'))];
  return all.map(({ resource }) => JSON.stringify(resource));
}

/** The page was left just now: what was begun is among the drafts, once. */
export async function checkDrafts({ side, world }: Person): Promise<void> {
  const drafts = await draftsOf(world, side);
  for (const [words, typed] of world.typed) {
    if (typed.side !== side || typed.isGiven) continue;
    const count = drafts.filter((draft) => draft.includes(words)).length;
    expect(count, `how often "${words}" is among the drafts of the ${side} who left`).to.equal(1);
  }
}

/** Each page shows what the server holds, nothing of it on its way, and what the person has begun. */
function checkPage(person: Person, all: readonly (Communication | Task)[]): void {
  const { side, widget } = person;
  person.unfold();
  const given = all.filter((one) => one.resourceType === 'Communication' && !isBack(one));
  const roots = given.filter((one) => threadOf(one) === undefined).map(nameOf);
  expect(widget.moments.map(({ id }) => id).sort(), `moments of the ${side}`).to.deep.equal(roots.sort());
  for (const { id, thread } of widget.moments) {
    const hanging = given.filter((one) => threadOf(one) === id);
    const words = hanging.flatMap((one) => wordsIn(JSON.stringify(one))).sort();
    expect(thread.length, `the thread of ${id}`).to.equal(hanging.length);
    expect(thread.flatMap((one) => one.words ?? []).sort(), `the thread of ${id}`).to.deep.equal(words);
  }
  const begun = [...person.world.typed].filter(
    ([, one]) => one.side === side && one.thread === undefined && !one.isGiven,
  );
  const kept = keptIn(widget);
  for (const [words] of begun) expect(kept, `what the ${side} has begun`).to.contain(words);
}

const keptIn = (widget: AllianceEmpathy): string =>
  [...widget.renderRoot.querySelectorAll('.card.kept')].map(({ textContent }) => textContent).join(' ');
