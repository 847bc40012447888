import type { Draft, DraftStore } from '../../context/drafts.js';
import { changesSince, type GoalNews } from '../../domain/goals/news.js';
import type { SharedGoal } from '../../domain/goals/goal.js';
import { otherSide, type Side } from '../../domain/side.js';
import type { Resource } from '../../fhir/resource.js';
import { readLooked, writeLooked } from '../../fhir/goal/looked.js';
import type { DrawnGoal } from './shared-goals.js';

/** Whose list it is, and where it is kept. */
interface Whose {
  readonly drafts: DraftStore | undefined;
  readonly subject: string | undefined;
  readonly author: string | undefined;
}

/** Something that the other side has done since the person last looked at the goal. */
export interface NewsOfGoal extends GoalNews {
  readonly id: string;
  readonly text: string;
}

const KIND = 'goals-looked';

/** A name of the version of a goal with all that hangs on it, without any of its words. */
function versionOf({ shared, wire }: DrawnGoal): string {
  const { ratings, setbacks, steps, barriers, why } = shared;
  const parts = [...ratings, ...setbacks, ...barriers, ...(why ? [why] : [])].map(({ id }) => id);
  const done = steps.map(({ id, isDone }) => `${id}${isDone ? '+' : ''}`);
  return [wire.meta?.versionId ?? wire.meta?.lastUpdated ?? '', ...parts, ...done].join(' ');
}

/**
 * What a person has looked at, and the order in which they put their goals: their own, so it is kept among their drafts,
 * and where the portal allows none as long as the page lives.
 */
export class LookedGoals {
  /** Ids in the order that the person chose. */
  order: readonly string[] = [];
  news: readonly NewsOfGoal[] = [];
  #seen = new Map<string, string>();
  readonly #before = new Map<string, SharedGoal>();
  #whose: Whose | undefined;
  /** Nothing is new to somebody who looks for the first time. */
  #isKnown = false;
  #isRead = false;

  constructor(
    private readonly now: () => Date,
    private readonly changed: () => void,
  ) {}

  isNew({ shared }: DrawnGoal): boolean {
    return this.news.some(({ id }) => id === shared.id);
  }

  /** Takes up what was kept for the one who looks. */
  follow(whose: Whose): void {
    const isSame =
      this.#whose?.drafts === whose.drafts &&
      this.#whose?.subject === whose.subject &&
      this.#whose?.author === whose.author;
    if (isSame) return;
    this.#whose = whose;
    this.#seen = new Map();
    this.#before.clear();
    this.order = [];
    this.news = [];
    this.#isKnown = this.#isRead = false;
    void this.#read(whose);
  }

  /** What is new among goals that have arrived. */
  find(all: readonly DrawnGoal[], side: Side | undefined, isLoading: boolean): void {
    if (!this.#isRead || isLoading) return;
    if (!this.#isKnown) {
      this.#isKnown = true;
      for (const drawn of all) this.#note(drawn);
      return;
    }
    const other = side && otherSide(side);
    this.news = all.flatMap((drawn) => {
      const { id, goal } = drawn.shared;
      if (this.#seen.get(id) === versionOf(drawn)) {
        if (!this.#before.has(id)) this.#before.set(id, drawn.shared);
        return [];
      }
      const changes = changesSince(this.#before.get(id), drawn.shared).filter(({ by }) => by !== side);
      // What only this side has done is not new to it
      const isOwn = this.#before.has(id)
        ? changes.length === 0
        : goal.writtenBy !== undefined && goal.writtenBy === side;
      if (isOwn) {
        this.#note(drawn);
        return [];
      }
      const [change] = changes;
      const told = { what: 'changed' as const, by: goal.writtenBy ?? other, ...change };
      return { ...told, at: told.at ?? drawn.wire.meta?.lastUpdated, id, text: goal.text };
    });
  }

  look(drawn: readonly DrawnGoal[]): void {
    for (const one of drawn) this.#note(one);
    const ids = new Set(drawn.map(({ shared }) => shared.id));
    this.news = this.news.filter(({ id }) => !ids.has(id));
    void this.#keep();
    this.changed();
  }

  arrange(order: readonly string[]): void {
    this.order = order;
    void this.#keep();
    this.changed();
  }

  #note(drawn: DrawnGoal): void {
    this.#seen.set(drawn.shared.id, versionOf(drawn));
    this.#before.set(drawn.shared.id, drawn.shared);
  }

  get #key(): string {
    const { subject, author } = this.#whose ?? {};
    return [KIND, subject, author].map((part) => encodeURIComponent(part ?? '')).join('/');
  }

  async #read(whose: Whose): Promise<void> {
    // Without it everything is as if looked at now
    const draft = await whose.drafts?.read(this.#key).catch(() => undefined);
    if (this.#whose !== whose) return;
    if (draft) {
      const { order, seen } = readLooked(draft.resource);
      this.order = order;
      this.#seen = new Map(seen);
      this.#isKnown = true;
    }
    this.#isRead = true;
    this.changed();
  }

  async #keep(): Promise<void> {
    const { drafts, subject, author } = this.#whose ?? {};
    if (!drafts || subject === undefined) return;
    const at = this.now().toISOString();
    const resource: Resource = writeLooked({ subject, at, order: this.order, seen: this.#seen });
    const draft: Draft = { key: this.#key, subject, author, kind: KIND, resource, keptAt: at };
    // What cannot be kept holds as long as the page
    await drafts.write(draft).catch(() => undefined);
  }
}
