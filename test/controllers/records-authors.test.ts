import { expect } from '@open-wc/testing';
import type { Draft, DraftStore } from '../../src/context/drafts.js';
import { goalKind } from '../../src/controllers/kinds/goal.js';
import * as goalWriting from '../../src/controllers/kinds/goal-writing.js';
import * as momentWriting from '../../src/controllers/kinds/moment-writing.js';
import { momentKind } from '../../src/controllers/kinds/moment.js';
import type { RecordKind } from '../../src/controllers/record/kind.js';
import type { Moment } from '../../src/domain/empathy/moment.js';
import { noGoal, type Goal } from '../../src/domain/goals/goal.js';
import type { Conflict } from '../../src/domain/record.js';
import type { Resource } from '../../src/fhir/resource.js';
import { openDevice } from '../../src/store/device/open-device.js';
import { createMemoryDrafts } from '../../src/store/memory/memory-drafts.js';
import { createMemoryStore } from '../../src/store/memory/memory-store.js';
import { note, noteKind } from '../suites/note-kind.js';
import { deskOn, leaveDesks, type Desk } from '../support/desk.js';
import { until } from '../support/until.js';

/*
 * Two who write about one person on one device, the person and a parent who helps: what one of them has not sent is
 * never offered to the other, nor to a page that does not say who writes.
 */

const SUBJECT = 'Patient/1';
/** Undefined where the page does not say who writes. */
const authors = [SUBJECT, 'RelatedPerson/1', undefined] as const;
type Author = (typeof authors)[number];

const parties = { client: SUBJECT, therapist: 'Practitioner/1' };
const now = (): Date => new Date('2026-11-26T10:00:00Z');
const goalsWriting = { load: () => Promise.resolve(goalWriting), required: goalWriting };
const momentsWriting = { load: () => Promise.resolve(momentWriting), required: momentWriting };

interface Case<Value, Wire extends Resource, Contradiction extends Conflict> {
  readonly kind: RecordKind<Value, Wire, Contradiction>;
  /** What is kept and not given. */
  readonly say: (words: string) => Value;
  readonly give: (words: string) => Value;
}

const idea = (words: string): Goal => ({ ...noGoal, text: words });
const onlyMe = (words: string): Moment => ({ kind: 'missed', about: 'pace', words, visibility: 'only-me' });
const shown = (words: string): Moment => ({ ...onlyMe(words), visibility: 'now' });

const places: Readonly<Record<string, () => Promise<DraftStore>>> = {
  'as long as the page lives': () => Promise.resolve(createMemoryDrafts()),
  async 'on the device'() {
    const { drafts } = openDevice('authors');
    await drafts.clear();
    return drafts;
  },
};

function offersNothing<Value, Wire extends Resource, Contradiction extends Conflict>(
  name: string,
  { kind, say, give }: Case<Value, Wire, Contradiction>,
): void {
  const wordsIn = (drafts: readonly Draft[]): string =>
    JSON.stringify(drafts.map(({ resource }) => resource));
  const ideas = (author: Author): readonly string[] =>
    [1, 2, 3].map((at) => `${author ?? 'nobody'} thinks ${at}`);
  const keepIdeas = async (desk: Desk<Value, Wire, Contradiction>, author: Author): Promise<void> => {
    for (const words of ideas(author)) desk.begin().edit.change(say(words));
    await desk.pause();
  };

  for (const [where, open] of Object.entries(places)) {
    describe(`${name}, kept ${where}`, () => {
      afterEach(leaveDesks);

      it('are listed for the one who keeps them, and for nobody else', async () => {
        const page = { store: createMemoryStore(), drafts: await open() };
        for (const author of authors) await keepIdeas(deskOn(kind, page, { author }), author);
        for (const author of authors) {
          const desk = deskOn(kind, page, { author });
          await until(() => desk.drafts().length > 0, 'their own');
          const listed = wordsIn(desk.drafts());
          for (const other of authors)
            for (const words of ideas(other))
              expect(listed.includes(words), `${author}: ${words}`).to.equal(other === author);
        }
      });

      it('leave the page with the one who keeps them', async () => {
        const page = { store: createMemoryStore(), drafts: await open() };
        for (const author of authors) await keepIdeas(deskOn(kind, page, { author }), author);
        const desk = deskOn(kind, page, { author: SUBJECT });
        for (const author of [...authors, ...authors]) {
          desk.provide({ author });
          for (const other of authors)
            if (other !== author) expect(wordsIn(desk.drafts()), 'at once').to.not.contain(ideas(other)[0]);
          await until(() => wordsIn(desk.drafts()).includes(ideas(author)[2]!), 'their own');
          expect(desk.drafts()).to.have.length(3);
        }
      });

      it('do not go on in an edit of another, also of the same record', async () => {
        const page = { store: createMemoryStore(), drafts: await open() };
        const client = deskOn(kind, page, { author: SUBJECT });
        const sender = client.begin();
        sender.edit.change(give('given'));
        await sender.send('give');
        sender.edit.change(give('only begun'));
        await client.pause();
        for (const author of authors) {
          const desk = deskOn(kind, page, { author });
          await until(() => desk.all().length === 1, 'what is stored');
          const { edit } = desk.edit(desk.all()[0]!);
          await until(() => !edit.isLoading, 'what is kept');
          const isGoneOn = JSON.stringify(edit.toResource()).includes('only begun');
          expect(isGoneOn, String(author)).to.equal(author === SUBJECT);
        }
      });

      it('stay where another removes all of theirs, and go with a sign-out of the person', async () => {
        const page = { store: createMemoryStore(), drafts: await open() };
        for (const author of authors) await keepIdeas(deskOn(kind, page, { author }), author);
        const kept = async (author: Author): Promise<number> =>
          (await page.drafts.list({ subject: SUBJECT, author }, kind.name)).length;
        const helper = deskOn(kind, page, { author: 'RelatedPerson/1' });
        await until(() => helper.drafts().length === 3, 'their own');
        for (const draft of helper.drafts()) await helper.remove(draft);
        expect(await Promise.all(authors.map(kept))).to.deep.equal([3, 0, 3]);
        await page.drafts.clear(SUBJECT);
        expect(await Promise.all(authors.map(kept))).to.deep.equal([0, 0, 0]);
      });
    });
  }
}

offersNothing('ideas for goals', {
  kind: goalKind({ side: 'client', parties, now, writing: goalsWriting }),
  say: idea,
  give: (words) => ({ ...idea(words), accepted: { client: 'agree', therapist: 'pending' } }),
});
offersNothing('moments that are only for her', {
  kind: momentKind({ side: 'client', parties, recipients: ['Practitioner/1'], writing: momentsWriting }),
  say: onlyMe,
  give: shown,
});
offersNothing('notes', { kind: noteKind, say: (words) => note(words), give: (words) => note(words) });
