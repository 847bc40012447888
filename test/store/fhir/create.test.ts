import { expect } from '@open-wc/testing';
import type { Resource } from '../../../src/fhir/resource.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { answers, goal, moment, provenance, rating, step } from '../../support/resources.js';
import { answering, bundle, failure, json, type Asked } from '../../support/scripted-server.js';

/*
 * What is new at a server: how it is named, so that it is there once, also on servers that give ids themselves.
 */

const withoutName = (resource: object): Resource => {
  const { identifier, ...rest } = resource as { identifier?: unknown };
  return rest as Resource;
};

/** A server that holds nothing and refuses ids that it has not given. */
function givingIds(refusal: Response, created: (asked: Asked) => Response) {
  return answering((asked) => {
    if (asked.method === 'PUT') return refusal.clone();
    return asked.method === 'POST' ? created(asked) : json(bundle([]))(asked);
  });
}

const taken = ({ body }: Asked): Response =>
  new Response(JSON.stringify({ ...(body as object), id: 'theirs', meta: { versionId: '1' } }), {
    status: 201,
  });

describe('what is new at a FHIR server', () => {
  for (const resource of [answers('one'), goal('g'), rating('r', 'g'), step('s', 'g'), moment('m')]) {
    const type = resource.resourceType;

    it(`${type}: has an identifier, and is created under that condition`, async () => {
      const { store, asked } = answering(taken, { newId: () => 'new' });
      await store.save(withoutName(resource));
      expect(asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([`POST ${type}`]);
      expect(asked[0]?.headers.get('If-None-Exist')).to.equal(
        'identifier=urn%3Aietf%3Arfc%3A3986%7Curn%3Auuid%3Anew',
      );
      const { identifier } = asked[0]?.body as { identifier: unknown };
      const name = { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:new' };
      expect([identifier].flat()).to.deep.equal([name]);
    });

    for (const status of [404, 405]) {
      it(`${type}: is created where the server answers ${String(status)} to an id of its own`, async () => {
        const { store, asked } = givingIds(new Response(null, { status }), taken);
        const result = await store.save({ ...withoutName(resource), id: 'mine' });
        expect(result).to.have.nested.property('saved.id', 'theirs');
        const { body, headers } = asked.at(-1)!;
        expect(body).to.not.have.property('id');
        expect(headers.get('If-None-Exist')).to.equal(
          `identifier=${encodeURIComponent('https://alliance-elements.org/fhir/NamingSystem/id|mine')}`,
        );
        await store.save({ ...withoutName(resource), id: 'another' });
        const puts = asked.filter(({ method }) => method === 'PUT');
        expect(puts, 'the server has said once that it gives ids itself').to.have.length(1);
      });
    }

    it(`${type}: is refused where its person is not known`, async () => {
      const { store, asked } = answering(taken);
      const { subject, for: whose, ...nobodys } = resource as { subject?: unknown; for?: unknown };
      const error = await failure(store.save(nobodys as Resource));
      expect(error.reason).to.equal('invalid');
      expect(asked).to.deep.equal([]);
    });
  }

  it('keeps the name that it has where the server gives the id', async () => {
    const { store, asked } = givingIds(new Response(null, { status: 405 }), taken);
    await store.save({ ...goal('g'), id: 'mine' });
    expect(asked.at(-1)?.body).to.deep.equal(goal('g'));
  });

  it('is created where the id is what a server does not take, and refused where something else is', async () => {
    const outcome = (diagnostics: string): Response =>
      new Response(JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ diagnostics }] }), {
        status: 400,
      });
    const ids = givingIds(outcome('ids must have at least one letter: id "7"'), taken);
    expect(await ids.store.save({ ...goal('g'), id: '7' })).to.have.property('saved');
    const other = givingIds(outcome('lifecycleStatus is missing'), taken);
    const error = await failure(other.store.save({ ...goal('g'), id: '7' }));
    expect(error.reason).to.equal('refused');
    expect(error.message).to.contain('lifecycleStatus is missing');
  });

  it('is put under its own id where the server takes it', async () => {
    const store = storeOn(freshServer());
    expect(await store.save({ ...goal('g'), id: 'mine' })).to.have.nested.property('saved.id', 'mine');
  });
});

describe('a Provenance, which R4 gives no identifier', () => {
  const about = (reference: string, more: object = {}): Resource =>
    Object.assign(provenance('Goal', 'g'), { target: [{ reference }] }, more);
  const all = (store: ReturnType<typeof storeOn>, target: string): Promise<Resource[]> =>
    store.search('Provenance', { target });

  it('is created once, however often it is sent, and whatever happened to the replies', async () => {
    const base = freshServer();
    let lost = 2;
    const unsure = storeOn(base, {
      fetch: async (...args) => {
        const reply = await fetch(...args);
        if (args[1]?.method === 'POST' && (lost -= 1) >= 0) throw new TypeError('lost on the way back');
        return reply;
      },
    });
    const mine = about('Goal/x/_history/2', { recorded: '2026-11-23T10:00:00.123Z' });
    for (let attempt = 0; attempt < 2; attempt += 1) await unsure.save(mine).catch(() => undefined);
    expect(await unsure.save(mine)).to.have.property('saved');
    expect(await all(unsure, 'Goal/x/_history/2')).to.have.length(1);
  });

  it('is one for each version, and for each who had a part in it', async () => {
    const store = storeOn(freshServer());
    await store.save(about('Goal/x/_history/1'));
    await store.save(about('Goal/x/_history/2'));
    await store.save(about('Goal/x/_history/2', { agent: [{ who: { reference: 'Practitioner/1' } }] }));
    expect(await all(store, 'Goal/x/_history/1')).to.have.length(1);
    expect(await all(store, 'Goal/x/_history/2')).to.have.length(2);
  });

  it('is created under the condition of its target and second', async () => {
    const { store, asked } = answering((one) => (one.method === 'POST' ? taken(one) : json(bundle([]))(one)));
    await store.save(about('Goal/x/_history/2', { recorded: '2026-11-23T10:00:00.123Z' }));
    const searches = asked.slice(0, -1).map(({ path }) => path);
    expect(searches).to.deep.equal([
      'Provenance?target=Goal/x/_history/2&_count=200',
      'Provenance?target=Goal/x&_count=200',
    ]);
    expect(asked.at(-1)?.headers.get('If-None-Exist')).to.equal(
      'target=Goal%2Fx%2F_history%2F2&recorded=2026-11-23T10%3A00%3A00Z',
    );
    expect(asked.at(-1)?.body).to.have.property('recorded', '2026-11-23T10:00:00Z');
  });

  it('is found on a server that strips versions from references', async () => {
    const stripped = { ...about('Goal/x'), id: 'p', meta: { versionId: '1' } } as Resource;
    const { store, asked } = answering((one) =>
      one.path.startsWith('Provenance?target=Goal/x&')
        ? new Response(JSON.stringify(bundle([stripped])))
        : json(bundle([]))(one),
    );
    expect(await store.save(about('Goal/x/_history/2'))).to.deep.equal({ saved: stripped });
    expect(asked.some(({ method }) => method === 'POST')).to.equal(false);
  });

  it('is not lost where the server takes no id of its own', async () => {
    const { store, asked } = givingIds(new Response(null, { status: 405 }), taken);
    const result = await store.save({ ...about('Goal/x/_history/2'), id: 'x-2' });
    expect(result).to.have.nested.property('saved.id', 'theirs');
    expect(asked.at(-1)?.headers.get('If-None-Exist')).to.contain('target=Goal%2Fx%2F_history%2F2');
  });
});
