import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { RequestJudge } from './requests.js';

export const name = 'a request that is about somebody else, leaves the base or tells an answer is noticed';

const held = { resourceType: 'Goal', id: 'g1', subject: { reference: 'Patient/1' } };
const goal = (subject, text = 'Walk to the shop') => ({
  resourceType: 'Goal',
  description: { text },
  ...(subject && { subject: { reference: subject } }),
});

/** What is said of one request, after the same words were sent to that server once. */
async function saidOf(method, path, { body, person } = {}) {
  const repository = {
    readResource: (type, id) =>
      `${type}/${id}` === 'Goal/g1' ? Promise.resolve(held) : Promise.reject(new Error('404')),
  };
  const judge = new RequestJudge('/fhir', repository);
  const ask = (one, url, sent, headers = {}) => {
    const text = sent === undefined ? [] : [Buffer.from(JSON.stringify(sent))];
    return judge.look(Object.assign(Readable.from(text), { method: one, url, headers }));
  };
  await ask('POST', '/fhir/Goal', goal('Patient/1'));
  await ask(method, `/fhir${path}`, body, person && { 'x-signed-in': person });
  return judge.problems.join();
}

/** @type {[method: string, path: string, given: { body?: object, person?: string }, problem: string][]} */
const cases = [
  ['GET', '/Goal?subject=Patient/1', { person: 'Patient/1' }, ''],
  ['GET', '/Goal?subject=Patient/2', { person: 'Patient/1' }, 'it asks for somebody else'],
  ['GET', '/Goal?category=a', { person: 'Patient/1' }, 'it asks for everybody (category)'],
  ['GET', '/Goal?identifier=a|b', { person: 'Patient/1' }, ''],
  ['GET', '/Goal?_text=Walk+to+the+shop', {}, 'its address tells what somebody said'],
  ['GET', '/Patient/1', {}, 'it leads to none of the types that are kept'],
  ['GET', '/Goal/g1/_history/1', {}, ''],
  ['GET', '/Goal/g1/$everything', {}, 'it leads beside the resources'],
  ['PUT', '/Goal/%2e%2e%2fx', { body: goal('Patient/1') }, 'it leads to no id of R4'],
  ['POST', '/Goal', { body: goal() }, 'it writes about nobody'],
  ['POST', '/Goal', { body: goal('Patient/2'), person: 'Patient/1' }, 'it writes about somebody else'],
  ['PUT', '/Goal/g1', { body: goal('Patient/1') }, ''],
  ['PUT', '/Goal/g1', { body: goal('Patient/2') }, 'it makes of a resource another person’s'],
];

export async function run() {
  for (const [method, path, given, problem] of cases) {
    const said = await saidOf(method, path, given);
    const where = new URL(`http://localhost/fhir${path}`).pathname;
    assert.equal(said, problem && `${method} ${where}: ${problem}`);
  }
}
