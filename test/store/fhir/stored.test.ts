import { expect } from '@open-wc/testing';
import type { Resource } from '../../../src/fhir/resource.js';
import { answers, goal } from '../../support/resources.js';
import {
  answering,
  BASE,
  bundle,
  failure,
  json,
  nothing,
  type Answer,
} from '../../support/scripted-server.js';
import { examples } from '../../suites/examples.js';

/*
 * A server that says yes and does not hold what was sent: a firewall with a page of its own, or a server that only puts
 * the write aside. And one that holds it, and writes it in its own way.
 */

const page: Answer = () =>
  new Response('<!doctype html><title>Blocked</title>', { headers: { 'Content-Type': 'text/html' } });
const outcome = (severity: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code: 'processing', diagnostics: 'the queue of writes is full' }],
});

/** A server that holds some resources, and answers writes with what is no truth. */
function lying(lie: Answer, held: readonly Resource[]) {
  return answering((asked) => {
    if (asked.method !== 'GET') return lie(asked);
    if (asked.path.includes('?') || asked.path.includes('_history')) {
      const isHistory = asked.path.includes('_history');
      return new Response(JSON.stringify(bundle(isHistory ? held : [])));
    }
    const found = held.find(({ resourceType, id }) => asked.path === `${resourceType}/${id ?? ''}`);
    return found ? json(found)(asked) : nothing(404)(asked);
  });
}

for (const { type, make, changes } of examples) {
  const old: Resource = { ...make(), id: 'x', meta: { versionId: '1' } };
  const sent: Resource = { ...old, ...changes[0] };
  const now: Resource = { ...sent, meta: { versionId: '2' } };
  const another: Resource = { ...make(2), id: 'y', meta: { versionId: '1' } };

  describe(`a ${type} that a server says to have taken`, () => {
    const onChange: Readonly<Record<string, readonly [Answer, string]>> = {
      'the page of a firewall': [page, 'refused'],
      'JSON that is no FHIR': [json({ ok: true }), 'refused'],
      'an OperationOutcome of errors': [json(outcome('error')), 'refused'],
      'the version that it held before': [json(old), 'refused'],
      'what is somebody else’s': [json(another), 'refused'],
      '202': [nothing(202), 'offline'],
      '204': [nothing(204), 'offline'],
      '200 and nothing': [nothing(200), 'offline'],
    };
    for (const [what, [lie, reason]] of Object.entries(onChange)) {
      it(`is not changed where the answer is ${what} and it holds the old one`, async () => {
        const { store } = lying(lie, [old]);
        const error = await failure(store.save(sent, old));
        expect(error.reason, error.message).to.equal(reason);
        expect(error.message).to.contain(`PUT ${type}/x`);
      });

      it(`is changed where the answer is ${what} and it holds the new one`, async () => {
        const { store } = lying(lie, [now, old]);
        expect(await store.save(sent, old)).to.deep.equal({ saved: now });
      });
    }

    it('is changed where others have gone on from there before it was read', async () => {
      const later: Resource = { ...old, ...changes[1], meta: { versionId: '3' } };
      const { store } = lying(nothing(204), [later, now, old]);
      expect(await store.save(sent, old)).to.deep.equal({ saved: now });
    });

    const onCreation: Readonly<Record<string, readonly [Answer, string]>> = {
      'the page of a firewall': [page, 'refused'],
      'an OperationOutcome of errors': [json(outcome('error')), 'refused'],
      '201 without Location': [nothing(201), 'refused'],
      '201 with another’s Location': [nothing(201, { Location: `${BASE}/${type}/y/_history/1` }), 'refused'],
      '201 with a Location that leads nowhere': [nothing(201, { Location: `${BASE}/` }), 'refused'],
      '202': [nothing(202), 'offline'],
      '204': [nothing(204), 'offline'],
    };
    for (const [what, [lie, reason]] of Object.entries(onCreation)) {
      it(`is not new there where the answer is ${what} and it holds none`, async () => {
        const { store } = lying(lie, [another]);
        const error = await failure(store.save(make()));
        expect(error.reason, error.message).to.equal(reason);
        expect(error.message).to.contain(`POST ${type}`);
      });
    }

    it('is new there where the answer says nothing and a search finds it', async () => {
      let written: Resource | undefined;
      const { store } = answering((asked) => {
        if (asked.method === 'POST')
          written = { ...(asked.body as Resource), id: 'x', meta: { versionId: '1' } };
        return asked.method === 'POST' ? nothing(201)(asked) : json(bundle(written ? [written] : []))(asked);
      });
      expect(await store.save(make())).to.deep.equal({ saved: written });
    });
  });
}

describe('what a server writes in its own way', () => {
  const about = {
    ...goal('g'),
    id: 'x',
    meta: { versionId: '1' },
    note: [{ text: 'one' }, { text: 'two ', authorReference: { reference: 'Patient/1' } }],
  } as Resource;
  const sent = { ...about, lifecycleStatus: 'active' } as Resource;
  const stored = (more: object): Resource => ({ ...sent, meta: { versionId: '2' }, ...more });
  const saved = (held: Resource) => answering(json(held)).store.save(sent, about);

  const own: Readonly<Record<string, object>> = {
    'a narrative and a profile': { text: { div: 'told' }, meta: { versionId: '2', profile: ['https://x'] } },
    'a default of its own': { priority: { text: 'usual' } },
    'a name of its own': { identifier: [{ value: 'ours' }, ...[goal('g').identifier].flat()] },
    'another order': { note: [...(sent as { note?: object[] }).note!].reverse() },
    'words without the space at their end': {
      note: [{ text: 'one' }, { text: 'two', authorReference: { reference: 'Patient/1' } }],
    },
    'whole addresses': { subject: { reference: `${BASE}/Patient/1`, display: 'Someone' } },
  };
  for (const [what, more] of Object.entries(own)) {
    it(`is saved, and is what the caller gets: ${what}`, async () => {
      expect(await saved(stored(more))).to.deep.equal({ saved: stored(more) });
    });
  }

  const others: Readonly<Record<string, readonly [object, string]>> = {
    'without a note': [{ note: [{ text: 'one' }] }, 'note'],
    'with a note more than was sent': [
      { note: [...(sent as { note?: object[] }).note!, { text: 'x' }] },
      'note',
    ],
    'in another state': [{ lifecycleStatus: 'accepted' }, 'lifecycleStatus'],
    'of another person': [{ subject: { reference: 'Patient/2' } }, 'subject'],
    'without one of our extensions': [{ extension: undefined, description: undefined }, 'description'],
  };
  for (const [what, [more, name]] of Object.entries(others)) {
    it(`is not saved, and is told by the names of its elements: ${what}`, async () => {
      const error = await failure(saved(stored(more)));
      expect(error.reason).to.equal('refused');
      expect(error.message).to.contain(name);
    });
  }

  it('holds the old one where what was taken away is there still', async () => {
    const less = { ...about, note: undefined } as Resource;
    const { store } = lying(nothing(202), [about]);
    expect(await failure(store.save(less, about))).to.include({ reason: 'offline' });
  });
});

describe('an answer that is not the server’s', () => {
  const answersOf: Readonly<Record<string, Answer>> = {
    'the page of a firewall': page,
    'an OperationOutcome': json(outcome('error')),
    nothing: nothing(200),
  };
  for (const [what, answer] of Object.entries(answersOf)) {
    it(`does not say that there is nothing: ${what}`, async () => {
      const { store } = answering(answer);
      for (const asking of [store.read('Goal', 'x'), store.search('Goal', {}), store.history('Goal', 'x')])
        expect(await failure(asking)).to.include({ reason: 'offline' });
    });
  }

  it('is no Response where a portal’s fetch gives none, and is told as that', async () => {
    for (const given of [{ ok: true, status: 200 }, undefined, { text: () => '' }]) {
      const { store } = answering(nothing(200), { fetch: () => Promise.resolve(given as never) });
      for (const asking of [store.save(answers('one')), store.search('Goal', {})]) {
        const error = await failure(asking);
        expect(error).to.include({ reason: 'invalid' });
        expect(error.message).to.contain('fetch').and.to.contain('Response');
      }
    }
  });

  for (const version of ['Ä✓', 'a"b', 'a\nb', ''])
    it(`is refused where its version cannot be sent in a header: ${JSON.stringify(version)}`, async () => {
      const held = { ...goal('g'), id: 'x', meta: { versionId: version } } as Resource;
      const { store, asked } = answering(json(held));
      const error = await failure(store.save({ ...held, lifecycleStatus: 'active' } as Resource, held));
      expect(error).to.include({ reason: 'refused' });
      expect(error.message).to.contain('If-Match');
      expect(asked.some(({ method }) => method === 'PUT')).to.equal(false);
    });
});

describe('why a server does not take something', () => {
  const told = async (status: number, diagnostics: string, sent: Resource): Promise<string> => {
    const body = {
      resourceType: 'OperationOutcome',
      issue: [{ code: 'value', diagnostics, expression: ['here'] }],
    };
    return (await failure(answering(json(body, status)).store.save(sent))).message;
  };
  const said = (valueString: string): Resource =>
    ({ ...answers('one'), item: [{ linkId: 'open', answer: [{ valueString }] }] }) as Resource;

  it('is told with its type, the status, the server’s words and what to do', async () => {
    const message = await told(422, 'Patient/1 is not known here', answers('one'));
    for (const part of ['QuestionnaireResponse', '422', 'Patient/1 is not known here', 'subject'])
      expect(message).to.contain(part);
    expect(await told(405, 'no', goal('g'))).to.contain('takes Goal');
    expect(await told(403, 'no', goal('g'))).to.contain('sign-in');
  });

  for (const [words, answer] of [
    ['"I felt alone" is too long', 'I felt alone'],
    ['value SAD: not allowed', 'sad'],
    ['the value 3 is not allowed', '3'],
  ] as const) {
    it(`repeats no answer: ${words}`, async () => {
      const message = await told(400, words, said(answer));
      expect(message).to.not.contain(words);
      expect(message).to.contain('here').and.to.contain('400');
    });
  }
});
