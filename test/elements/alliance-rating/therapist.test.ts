import { expect, html } from '@open-wc/testing';
import type { AllianceRating, AllianceStore, Resource } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { rating } from '../../support/rating.js';
import { nameOf, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const SUBJECT = 'Patient/1';

interface Session {
  readonly encounter: string;
  readonly audience?: string;
  readonly source?: 'self' | 'supported' | 'proxy';
  readonly lang?: string;
  readonly degree?: string;
  readonly declined?: boolean;
  readonly open?: string;
}

/** A person rates one session. */
async function rate(store: AllianceStore, session: Session): Promise<AllianceRating> {
  const { encounter, audience = '', source = 'self', lang = 'en', degree, declined, open } = session;
  const widget = await rating(html`
    <alliance-provider .store=${store} subject=${SUBJECT} author=${SUBJECT} encounter=${encounter}>
      <alliance-rating locale=${lang} audience=${audience} source=${source}></alliance-rating>
    </alliance-provider>
  `);
  const linkIds = (widget.questionnaire?.item ?? []).map(({ linkId }) => linkId);
  const scored = linkIds.filter((linkId) => linkId !== 'open');
  widget.answers = {
    ...(degree !== undefined && Object.fromEntries(scored.map((id) => [id, degree]))),
    ...(open !== undefined && { open }),
  };
  if (declined) widget.declined = linkIds;
  await widget.updateComplete;
  await widget.submit();
  return widget;
}

const read = (store: AllianceStore, viewer: 'therapist' | 'supervisor' = 'therapist') =>
  rating(html`
    <alliance-provider .store=${store} viewer=${viewer} subject=${SUBJECT} encounter="Encounter/2">
      <alliance-rating locale="en"></alliance-rating>
    </alliance-provider>
  `);

const answersIn = (widget: AllianceRating): string[] =>
  [...widget.shadowRoot!.querySelectorAll('dd')].map((answer) => nameOf(answer));

describe('alliance-rating: what a therapist reads', () => {
  it('tells how it was given: in which language, with help or by somebody else', async () => {
    const table = [
      ['self', 'en', 'Language: English'],
      ['supported', 'es', 'Language: Spanish With help from someone'],
      ['proxy', 'ar', 'Language: Arabic Answered by someone else for the client'],
    ] as const;
    for (const [source, lang, words] of table) {
      const store = createMemoryStore();
      await rate(store, { encounter: 'Encounter/2', source, lang, open: 'words' });
      const reader = await read(store);
      await until(() => textOf(reader).includes(words), words);
      if (source === 'self') expect(textOf(reader)).to.not.match(/help from|someone else/);
    }
  });

  it('tells what the client was told', async () => {
    const table = [
      ['', 'The client was not told here who can see this.'],
      ['therapist', 'The client was told who can see this: the therapist.'],
      [
        'team therapist supervisor',
        'The client was told who can see this: the therapist, the care team, and the therapist’s supervisor.',
      ],
    ] as const;
    for (const [audience, words] of table) {
      const store = createMemoryStore();
      await rate(store, { encounter: 'Encounter/2', audience, open: 'words' });
      const reader = await read(store);
      await until(() => textOf(reader).includes(words), words);
    }
  });

  it('asks about gaps only where nothing was said, never about what somebody would rather not say', async () => {
    const gap = 'Some questions were left open';
    const store = createMemoryStore();
    const widget = await rate(store, { encounter: 'Encounter/2', declined: true });
    const reader = await read(store);
    await until(() => textOf(reader).includes('Would rather not say'));
    expect(textOf(reader)).to.not.contain(gap);
    widget.declined = widget.declined.slice(1);
    await widget.updateComplete;
    await widget.submit();
    await until(() => textOf(reader).includes(gap), 'one is open');
  });
});

describe('alliance-rating: last time beside this time', () => {
  it('stands there in words, without a number between them', async () => {
    const store = createMemoryStore();
    await rate(store, { encounter: 'Encounter/0', degree: '0' });
    await rate(store, { encounter: 'Encounter/1', degree: '1' });
    await rate(store, { encounter: 'Encounter/2', degree: '4' });
    const reader = await read(store);
    await until(() => textOf(reader).includes('Last time'));
    const [now, before] = answersIn(reader);
    expect(now).to.match(/^This time \S/);
    expect(before).to.match(/^Last time A little/);
    expect(answersIn(reader).join(' ')).to.not.match(/[\d+−↑↓▲▼]|better|worse|more|less/i);
    expect(reader.response?.encounter?.reference, 'the newest is what it holds').to.equal('Encounter/2');
  });

  it('is not there in another version of the questions', async () => {
    const store = createMemoryStore();
    const { response } = await rate(store, { encounter: 'Encounter/1', degree: '1' });
    const [url] = response?.questionnaire?.split('|') ?? [];
    const older = { ...response!, identifier: {}, questionnaire: `${url ?? ''}|0.0.1` };
    await store.save({ ...response!, status: 'entered-in-error' } as Resource, response);
    await store.save({ ...older, id: 'older', meta: {} });
    await rate(store, { encounter: 'Encounter/2', degree: '4' });
    const reader = await read(store);
    await until(() => answersIn(reader).length > 0);
    await store.search('QuestionnaireResponse', {}); // by then the last time was looked for, too
    await reader.updateComplete;
    expect(textOf(reader)).to.not.contain('Last time');
  });

  it('goes when it is taken back', async () => {
    const store = createMemoryStore();
    const { response } = await rate(store, { encounter: 'Encounter/1', degree: '1' });
    await rate(store, { encounter: 'Encounter/2', degree: '4' });
    const reader = await read(store);
    await until(() => textOf(reader).includes('Last time'));
    await store.save({ ...response!, status: 'entered-in-error' } as Resource, response);
    await until(() => !textOf(reader).includes('Last time'), 'it is gone');
  });

  it('is not there for whom it was not shared with, and none before it stands in', async () => {
    const store = createMemoryStore();
    await rate(store, { encounter: 'Encounter/0', degree: '0', audience: 'supervisor' });
    await rate(store, { encounter: 'Encounter/1', degree: '1', audience: 'therapist' });
    await rate(store, { encounter: 'Encounter/2', degree: '4', audience: 'therapist supervisor' });
    const therapist = await read(store);
    await until(() => textOf(therapist).includes('Last time'));
    const supervisor = await read(store, 'supervisor');
    await until(() => answersIn(supervisor).length > 0);
    await store.search('QuestionnaireResponse', {}); // by then the last time was looked for, too
    await supervisor.updateComplete;
    expect(textOf(supervisor)).to.not.contain('Last time');
  });

  it('tells how it was given, too', async () => {
    const store = createMemoryStore();
    await rate(store, { encounter: 'Encounter/1', degree: '1', source: 'proxy', lang: 'es' });
    await rate(store, { encounter: 'Encounter/2', degree: '4' });
    const reader = await read(store);
    await until(() =>
      /Last time: .+ Language: Spanish Answered by someone else for the client/.test(textOf(reader)),
    );
  });
});
