import { Readable } from 'node:stream';

/*
 * Every request of a run is looked at in one place: where it goes, whom it is about, and what its address tells. What is
 * wrong here is a fault of the library, whichever test made the request.
 */

const TYPES = ['QuestionnaireResponse', 'Observation', 'Goal', 'Communication', 'Task', 'Provenance'];
/** What of a resource names its person; a Provenance has none. */
const PERSON = { Task: 'for', Provenance: undefined };
const ID = /^[A-Za-z0-9\-.]{1,64}$/;
/** Where FHIR keeps what people say. */
const WORDS = ['valueString', 'text', 'contentString', 'div'];

const personOf = (resource) => resource?.[PERSON[resource.resourceType] ?? 'subject']?.reference;

/** All that somebody said in a resource: more than one word, since a name may be the same. */
function wordsIn(value, key = '') {
  if (typeof value === 'string') return WORDS.includes(key) && value.includes(' ') ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => wordsIn(part, Array.isArray(value) ? key : name));
}

const isSafe = (part) => !['.', '..'].includes(part) && ID.test(part);

/** What is wrong with the way below the base. */
function wrongWay(path) {
  const [type, id, ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (!TYPES.includes(type)) return 'it leads to none of the types that are kept';
  if (id !== undefined && !isSafe(id)) return 'it leads to no id of R4';
  const [history, version, ...more] = rest;
  const isHistory = history === undefined || (history === '_history' && more.length === 0);
  return isHistory && (version === undefined || isSafe(version))
    ? undefined
    : 'it leads beside the resources';
}

/** What is wrong with what is asked for by somebody who is signed in. */
function wrongSearch(query, person) {
  const asked = query.get('subject') ?? query.get('patient');
  if (asked !== null) return asked === person ? undefined : 'it asks for somebody else';
  const names = ['identifier', 'target', '_id'].filter((name) => query.has(name));
  return names.length > 0 ? undefined : `it asks for everybody (${[...query.keys()].join(', ')})`;
}

/** What is wrong with a write, where `held` is what it is written over. */
function wrongWrite(body, held, person) {
  const whose = personOf(body);
  if (whose === undefined && body.resourceType !== 'Provenance') return 'it writes about nobody';
  if (person && whose !== undefined && whose !== person) return 'it writes about somebody else';
  return held && personOf(held) !== whose ? 'it makes of a resource another person’s' : undefined;
}

/** The body of a request, and a request that can be read again. */
async function opened(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  const text = Buffer.concat(chunks).toString('utf8');
  return { text, again: Object.assign(Readable.from([Buffer.from(text)]), { method, url, headers }) };
}

/** What is no JSON is the server's to refuse. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Looks at the requests to one server. */
export class RequestJudge {
  /** What was wrong, a line for each request. */
  problems = [];
  /** Everything that people said to this server. */
  #words = new Set();

  /**
   * @param {string} mount the path that everything lies under
   * @param {{ readResource: (type: string, id: string) => Promise<object> }} repository what the server holds
   */
  constructor(mount, repository) {
    this.mount = mount;
    this.repository = repository;
  }

  /**
   * Looks at a request; its header `X-Signed-In` says who is signed in, where a test knows it.
   * @returns the request, to be answered
   */
  async look(request) {
    const { text, again } = await opened(request);
    const { method, url, headers } = request;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const path = pathname.slice(this.mount.length);
    const body = parsed(text);
    const [type, id] = path.split('/').filter(Boolean);
    const held = id && (await this.repository.readResource(type, id).catch(() => undefined));
    const problem = this.#problemOf(path, searchParams, {
      method,
      person: headers['x-signed-in'],
      body,
      held,
    });
    if (problem) this.problems.push(`${method} ${pathname}: ${problem}`);
    return again;
  }

  #problemOf(path, query, { method, person, body, held }) {
    const isSearch = method === 'GET' && path.split('/').filter(Boolean).length === 1;
    const asked = [decodeURIComponent(path), ...query.values()].join(' ');
    if ([...this.#words].some((one) => asked.includes(one))) return 'its address tells what somebody said';
    for (const one of wordsIn(body)) this.#words.add(one);
    return (
      wrongWay(path) ??
      (isSearch && person ? wrongSearch(query, person) : undefined) ??
      (body && wrongWrite(body, held, person))
    );
  }
}
