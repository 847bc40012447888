import { expect, html } from '@open-wc/testing';
import type { AllianceEmpathy, AllianceGoals, AllianceStore, Resource } from '../../src/index.js';
import { overrideWords } from '../../src/index.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { about } from '../support/about.js';
import { eventsOf, inCare, shown, widgetIn } from '../support/care.js';
import { careful } from '../support/careless.js';
import { click } from '../support/acting.js';
import { allByRole, option, textOf } from '../support/screen.js';
import { until } from '../support/until.js';

/*
 * What a page hands in: reactive objects as Vue and MobX make them, and what is no JSON at all.
 */

/** A deep proxy: every object that is read out of it is one, too. */
function reactive<Given extends object>(given: Given): Given {
  return new Proxy(given, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'object' && value !== null ? reactive(value) : value;
    },
  });
}

const isProxy = (value: object): boolean => {
  try {
    structuredClone(value);
    return false;
  } catch {
    return true;
  }
};

/** All of one care, as a page keeps it that holds it for the elements. */
const kept = (): readonly Resource[] => careful();
const ofType = (type: string): Resource[] => kept().filter(({ resourceType }) => resourceType === type);

/** A portal's own store that gives reactive objects, and takes what can be kept anywhere. */
function reactiveStore(): AllianceStore & { readonly taken: Resource[] } {
  const inner = createMemoryStore();
  const taken: Resource[] = [];
  return {
    taken,
    read: async (...args) => {
      const found = await inner.read(...args);
      return found && reactive(found);
    },
    search: async (...args) => reactive(await inner.search(...args)),
    save: async (resource, base) => {
      taken.push(structuredClone(resource));
      return reactive(await inner.save(resource, base && structuredClone(base)));
    },
    history: async (...args) => reactive(await inner.history(...args)),
    watch: (type, params, onChange) => inner.watch(type, params, (change) => onChange(reactive(change))),
    clear: (...args) => inner.clear(...args),
  };
}

/** What the page reads of a list. */
const plainOf = (widget: Element): readonly unknown[] =>
  'goals' in widget ? (widget as AllianceGoals).goals : (widget as AllianceEmpathy).moments;

const draws = {
  'alliance-rating': html`<alliance-rating></alliance-rating>`,
  'alliance-goals': html`<alliance-goals></alliance-goals>`,
  'alliance-empathy': html`<alliance-empathy></alliance-empathy>`,
};

describe('what a page hands in as reactive objects', () => {
  it('is what the test takes it for: no device bears it', () => {
    expect(isProxy(reactive({ a: [{ b: 1 }] }))).to.equal(true);
  });

  for (const storage of ['memory', 'device'] as const)
    it(`a response is changed and kept in ${storage}`, async () => {
      const [response] = ofType('QuestionnaireResponse');
      const { id: _, meta: __, ...fresh } = response as Resource & { meta?: unknown };
      const widget = await widgetIn(
        'alliance-rating',
        html`<alliance-provider
          storage=${storage}
          subject="Patient/1"
          author="Patient/1"
          encounter="Encounter/1"
        >
          <alliance-rating .response=${reactive(fresh)}></alliance-rating>
        </alliance-provider>`,
      );
      const seen = eventsOf(widget);
      option(widget, about.sameGoal, /Mostly/).click();
      await widget.updateComplete;
      expect(textOf(widget)).not.to.contain('could not keep');
      await widget.submit();
      await until(() => seen.some(({ type }) => type === 'alliance-saved'), 'it is saved');
      expect(isProxy(widget.response ?? {})).to.equal(false);
      await widget.closest('alliance-provider')?.clear({ all: true });
    });

  it('a Questionnaire and plain answers', async () => {
    const questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [{ linkId: 'a', type: 'string', text: 'Which?', repeats: true }],
    };
    const widget = await widgetIn('alliance-rating', draws['alliance-rating']);
    widget.questionnaire = reactive(questionnaire) as never;
    widget.answers = reactive({ a: ['one', 'two'] });
    widget.declined = reactive([]);
    await until(() => allByRole(widget, 'textbox', /Which/).length > 0, 'the question');
    expect(widget.answers).to.deep.equal({ a: ['one', 'two'] });
    expect(isProxy(widget.response ?? {})).to.equal(false);
  });

  for (const tag of ['alliance-goals', 'alliance-empathy'] as const)
    it(`the resources of ${tag}`, async () => {
      const widget = await widgetIn(tag, inCare(undefined, draws[tag]));
      widget.resources = reactive([...kept()]);
      await until(() => plainOf(widget).length > 0, 'what was handed in');
      expect(widget.resources.length).to.be.greaterThan(1);
    });

  it('what a store of the portal gives, to all three', async () => {
    for (const tag of ['alliance-rating', 'alliance-goals', 'alliance-empathy'] as const) {
      const store = reactiveStore();
      for (const { id: _, meta: __, ...resource } of kept() as (Resource & { meta?: unknown })[])
        await store.save(resource);
      const widget = await widgetIn(tag, inCare(store, draws[tag]));
      if (tag !== 'alliance-rating') {
        await until(() => plainOf(widget).length > 0, `what ${tag} is given`);
      } else {
        await shown(widget, 'Take it back');
        const before = store.taken.length;
        await click(widget, 'Take it back');
        await until(() => store.taken.length > before, 'it is written on what the store gave');
        expect(textOf(widget)).not.to.contain('There is a problem');
      }
    }
  });

  it('words', async () => {
    const widget = await widgetIn('alliance-rating', draws['alliance-rating']);
    const words = reactive({ common: { send: { send: 'Share' } } });
    overrideWords('en', words);
    await until(() => allByRole(widget, 'button', 'Share').length === 1, 'the words');
    overrideWords('en', undefined);
  });
});

describe('what a page hands in that is no JSON', () => {
  const { error } = console;
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    console.error = (...args: unknown[]) => void lines.push(args.map(String).join(' '));
  });
  afterEach(() => {
    console.error = error;
  });

  const circle: Record<string, unknown> = { resourceType: 'QuestionnaireResponse', status: 'private words' };
  circle['self'] = circle;
  class Thing {
    readonly secret = 'private words';
  }

  for (const [what, response] of [
    ['a circle', circle],
    ['a BigInt', { resourceType: 'QuestionnaireResponse', status: 'private words', item: 5n }],
  ] as const)
    it(`a response with ${what} is named, not shown`, async () => {
      const widget = await widgetIn('alliance-rating', draws['alliance-rating']);
      option(widget, about.person, /Mostly/).click();
      widget.response = response as never;
      await widget.updateComplete;
      expect(widget.problems).to.deep.equal([{ reason: 'not-json', value: 'response' }]);
      expect(option(widget, about.person, /Mostly/).checked, 'what was answered stays').to.equal(true);
      expect(lines.join()).to.contain('response').and.not.to.contain('private words');
    });

  it('answers of another kind are refused each by itself, and a Date is what JSON makes of it', async () => {
    const questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: ['a', 'b', 'c', 'd', 'e', 'f'].map((linkId) => ({ linkId, type: 'string', text: linkId })),
    };
    const widget = await widgetIn('alliance-rating', draws['alliance-rating']);
    widget.questionnaire = questionnaire as never;
    await until(() => allByRole(widget, 'textbox').length === 6, 'the questions');
    const given = { a: 5n, b: () => 'x', c: new Thing(), d: new Date(0), e: Symbol('x'), f: 'taken' };
    widget.answers = given as never;
    await widget.updateComplete;
    expect(widget.answers).to.deep.equal({ d: '1970-01-01T00:00:00.000Z', f: 'taken' });
    expect(
      widget.problems.map((problem) => 'linkId' in problem && [problem.linkId, problem.reason]),
    ).to.deep.equal(['a', 'b', 'c', 'e'].map((linkId) => [linkId, 'wrong-type']));
  });

  it('a Questionnaire with a circle', async () => {
    const widget = await widgetIn('alliance-rating', draws['alliance-rating']);
    widget.questionnaire = circle as never;
    await until(() => widget.problems.length > 0, 'the problem');
    expect(widget.problems.map(({ reason }) => reason)).to.deep.equal(['broken-json']);
    expect(lines.join()).to.contain('questionnaire').and.not.to.contain('private words');
  });

  for (const tag of ['alliance-goals', 'alliance-empathy'] as const)
    it(`one of the resources of ${tag}: the others are shown`, async () => {
      const widget = await widgetIn(tag, inCare(undefined, draws[tag]));
      widget.resources = [circle as never, ...kept()];
      await until(() => plainOf(widget).length > 0, 'what was handed in');
      expect(lines.join()).to.contain('resources').and.not.to.contain('private words');
    });

  it('declined and unknown that are no lists', async () => {
    const widget = await widgetIn('alliance-rating', draws['alliance-rating']);
    widget.declined = 5 as never;
    widget.unknown = [null, {}, 'trust'] as never;
    await widget.updateComplete;
    expect([widget.declined, widget.unknown]).to.deep.equal([[], ['trust']]);
  });
});
