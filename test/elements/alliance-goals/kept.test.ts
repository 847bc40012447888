import { expect, html } from '@open-wc/testing';
import type { AllianceGoalEvent, AllianceGoals, AllianceProvider, Resource } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { shown, storeWith } from '../../support/care.js';
import { bothAgree, click, fill, goals, goalWire, inCare, strike } from '../../support/goals.js';
import { allByRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const WORDS = 'Dance at the wedding';
const providerOf = (widget: AllianceGoals): AllianceProvider => widget.closest('alliance-provider')!;

async function keepIdea(widget: AllianceGoals): Promise<void> {
  await click(widget, 'Add a goal');
  await fill(widget, WORDS);
  await click(widget, 'Next');
  await click(widget, 'Back to the list');
  await shown(widget, 'My ideas');
}

async function unfold(widget: AllianceGoals): Promise<void> {
  const fold = await until(() => widget.renderRoot.querySelector<HTMLDetailsElement>('.more'));
  fold.open = true;
  await until(() => widget.renderRoot.querySelector('.inside'));
}

describe('what a person keeps for herself', () => {
  it('an idea reaches no store and no event, and no property tells it', async () => {
    const store = createMemoryStore();
    const widget = await goals(inCare(store));
    const told: string[] = [];
    for (const type of ['alliance-goal', 'alliance-saved', 'alliance-queued', 'alliance-error'])
      widget.addEventListener(type, ({ type: name }) => told.push(name));
    await keepIdea(widget);
    expect(textOf(widget)).to.contain(WORDS);
    for (const type of ['Goal', 'Observation', 'Task', 'Provenance'])
      expect(await store.search(type, {}), type).to.deep.equal([]);
    expect(told).to.deep.equal([]);
    expect([widget.goals, widget.resources]).to.deep.equal([[], []]);
  });

  it('a sign-out removes it, and another person never sees it', async () => {
    const widget = await goals(inCare(createMemoryStore()));
    await keepIdea(widget);
    providerOf(widget).subject = 'Patient/2';
    await until(() => !textOf(widget).includes(WORDS), 'nothing of it for another person');
    providerOf(widget).subject = 'Patient/1';
    await shown(widget, WORDS);
    await providerOf(widget).clear();
    await until(() => !textOf(widget).includes(WORDS), 'nothing of it after a sign-out');
  });

  it('an idea is gone on with, proposed with what was entered, and then is no idea any more', async () => {
    const store = createMemoryStore();
    const widget = await goals(inCare(store));
    await keepIdea(widget);
    await click(widget, 'Go on with this idea');
    for (let step = 0; step < 6; step += 1) {
      if (step === 0) await fill(widget, 'My niece marries');
      await click(widget, step === 0 ? 'Next' : 'Skip this');
    }
    await click(widget, 'Propose to my');
    await shown(widget, 'You suggested this.');
    await until(() => !textOf(widget).includes('My ideas'), 'no idea any more');
    expect(widget.goals.map(({ text, why }) => [text, why])).to.deep.equal([[WORDS, 'My niece marries']]);
    expect(await store.search('Goal', { subject: 'Patient/1' })).to.have.length(1);
  });

  it('an idea that is removed leaves nothing on the device of what was written beside it', async () => {
    const widget = await goals(inCare(createMemoryStore()));
    Object.assign(providerOf(widget), { partition: 'removed-idea', drafts: 'device' });
    await widget.updateComplete;
    await click(widget, 'Add a goal');
    await fill(widget, WORDS);
    await click(widget, 'Next');
    await fill(widget, 'My niece marries');
    await click(widget, 'Next');
    while (!textOf(widget).includes('What is a first small step?')) await click(widget, 'Skip this');
    await fill(widget, 'Find my shoes');
    await click(widget, 'Back to the list');
    await shown(widget, 'My ideas');
    const { drafts } = openDevice('removed-idea');
    const owner = { subject: 'Patient/1', author: 'Patient/1' };
    const kept = async (): Promise<string> => {
      const kinds = ['goal', 'goal-entry', 'goal-step'];
      return JSON.stringify(await Promise.all(kinds.map((kind) => drafts.list(owner, kind))));
    };
    expect(await kept())
      .to.contain(WORDS)
      .and.contain('My niece marries')
      .and.contain('Find my shoes');
    await strike(widget, 'Remove');
    await until(async () => (await kept()) === '[[],[],[]]', 'nothing of it is kept');
  });

  it('what was begun at one goal is not gone on with at another whose name begins alike', async () => {
    const store = await storeWith(goalWire({ text: 'Walk' }, '1'), goalWire({ text: 'Swim' }, '13'));
    const widget = await goals(inCare(store));
    await click(widget, 'Something got in the way: Swim');
    await fill(widget, 'The water was cold');
    await click(widget, 'Back to the list');
    await click(widget, 'Something got in the way: Walk');
    expect(await until(() => allByRole(widget, 'textbox')[0], 'a field')).to.have.property('value', '');
    await click(widget, 'Back to the list');
    await shown(widget, 'Swim');
    await click(widget, 'Something got in the way: Swim');
    await until(
      () =>
        (allByRole(widget, 'textbox')[0] as HTMLTextAreaElement | undefined)?.value === 'The water was cold',
    );
  });

  it('what was begun at a goal can still be read and removed where the goal is taken back meanwhile', async () => {
    const store = await storeWith(goalWire({ text: 'Swim', proposedBy: 'therapist' }, 'g1'));
    const widget = await goals(inCare(store));
    await unfold(widget);
    await click(widget, 'Add a small step');
    await fill(widget, 'Find a pool');
    await click(widget, 'Back to the list');
    await shown(widget, 'You began something here');
    const [held] = await store.search('Goal', {});
    await store.save({ ...held!, lifecycleStatus: 'entered-in-error' } as Resource, held);
    await shown(widget, 'Taken back');
    expect(widget.goals, 'it is no goal any more').to.deep.equal([]);
    await click(widget, 'Go on');
    await until(
      () => (allByRole(widget, 'textbox')[0] as HTMLTextAreaElement | undefined)?.value === 'Find a pool',
    );
    await click(widget, 'Back to the list');
    await strike(widget, 'Remove');
    await until(() => !textOf(widget).includes('Swim'), 'nothing is left of it');
  });

  it('a note that was begun is gone on with, and saved once', async () => {
    const store = await storeWith(goalWire({}));
    const widget = await goals(inCare(store));
    await unfold(widget);
    await click(widget, 'Add a note');
    await fill(widget, 'Ask about the stairs');
    await click(widget, 'Back to the list');
    await shown(widget, 'You began something here.');
    await strike(widget, 'Remove');
    await until(() => !textOf(widget).includes('You began something here.'), 'it is removed');
    await click(widget, 'Add a note');
    await fill(widget, 'Ask about the stairs');
    await click(widget, 'Back to the list');
    await shown(widget, 'You began something here.');
    expect(widget.goals[0]?.notes).to.deep.equal([]);
    await click(widget, 'Go on');
    await click(widget, 'Save');
    await shown(widget, 'Your note is here.');
    await until(() => !textOf(widget).includes('You began something here.'), 'nothing is begun any more');
    expect(widget.goals[0]?.notes.map(({ words }) => words)).to.deep.equal(['Ask about the stairs']);
  });
});

describe('what a person puts into words while the other side changes the goal', () => {
  /** A note that is begun before the therapist has other words for the goal, and comes after them. */
  async function noteAround(between: (widget: AllianceGoals, reword: () => Promise<void>) => Promise<void>) {
    const store = await storeWith(goalWire({}));
    const held = async (): Promise<Resource> => (await store.search('Goal', { subject: 'Patient/1' }))[0]!;
    const widget = await goals(inCare(store));
    await unfold(widget);
    await click(widget, 'Add a note');
    await between(widget, async () => {
      const wire = await held();
      await store.save({ ...wire, description: { text: WORDS } } as Resource, wire);
      await until(() => widget.resources.some((one) => JSON.stringify(one).includes(WORDS)), 'the news');
    });
    await click(widget, 'Save');
    await shown(widget, 'Your note is here.');
    const { text, notes } = widget.goals[0]!;
    expect(JSON.stringify(await held())).to.contain(WORDS);
    expect([text, notes.map(({ words }) => words)]).to.deep.equal([WORDS, ['Ask about the stairs']]);
  }

  it('leaves those words as they are, where they come before it is typed', () =>
    noteAround(async (widget, reword) => {
      await reword();
      await fill(widget, 'Ask about the stairs');
    }));

  it('leaves those words as they are, where it was kept for later', () =>
    noteAround(async (widget, reword) => {
      await fill(widget, 'Ask about the stairs');
      await click(widget, 'Back to the list');
      await reword();
      await shown(widget, 'You began something here.');
      await click(widget, 'Go on');
    }));
});

describe('a page that keeps the goals itself', () => {
  const proposed = goalWire({
    ...{ state: 'proposed', proposedBy: 'therapist' },
    accepted: { ...bothAgree, client: 'pending' },
  });
  const hosted = (): Promise<AllianceGoals> =>
    goals(
      inCare(createMemoryStore(), 'client', html`<alliance-goals .resources=${[proposed]}></alliance-goals>`),
    );

  it('is asked before anything is saved, and holds what it has taken', async () => {
    const widget = await hosted();
    let event: AllianceGoalEvent | undefined;
    widget.addEventListener('alliance-goal', (told) => {
      event = told;
      told.preventDefault();
      told.waitUntil(Promise.resolve());
    });
    await click(widget, 'Yes, this is right');
    await shown(widget, 'You said yes.');
    expect([event?.action, event?.goal.state, event?.resource.resourceType]).to.deep.equal([
      ...['accept', 'agreed', 'Goal'],
    ]);
    expect(event?.resources.map(({ resourceType }) => resourceType)).to.deep.equal(['Goal', 'Provenance']);
    expect(widget.goals[0]?.accepted).to.deep.equal(bothAgree);
    const store = providerOf(widget).currentStore!;
    expect(await store.search('Goal', {}), 'no store is written').to.deep.equal([]);
  });

  it('where it takes nothing over, that is said, and what was done can be tried again', async () => {
    const widget = await hosted();
    await click(widget, 'Yes, this is right');
    await shown(widget, 'This has not been sent.');
    widget.addEventListener('alliance-goal', (told) => {
      told.waitUntil(Promise.resolve());
    });
    await strike(widget, 'Try again');
    await shown(widget, 'You said yes.');
  });

  it('nobody is said to have agreed to what another system only calls active', async () => {
    const foreign = {
      ...{ resourceType: 'Goal', id: 'f1', lifecycleStatus: 'active', startDate: '2026-11-01' },
      ...{ description: { text: 'Swim' }, subject: { reference: 'Patient/1' } },
    } as Resource;
    const page = html`<alliance-goals .resources=${[foreign]}></alliance-goals>`;
    const widget = await goals(inCare(createMemoryStore(), 'client', page));
    await shown(widget, 'Under way since');
    expect(textOf(widget)).not.to.contain('agreed');
  });

  it('newer resources take the place of what is shown', async () => {
    const widget = await hosted();
    widget.resources = [goalWire({ text: 'Swim' })];
    await shown(widget, 'Swim');
    expect(widget.goals.map(({ text }) => text)).to.deep.equal(['Swim']);
  });
});
