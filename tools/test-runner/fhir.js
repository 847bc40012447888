import { RequestJudge } from './requests.js';

const MOUNT = '/fhir-test';

const judges = [];

/** What was wrong with requests to any of them, a line each: the run fails where there is any. */
export const wrongRequests = () => judges.flatMap(({ problems }) => problems);

/**
 * FHIR servers for the tests, over real HTTP: `/fhir-test/<name>` is made at its first request and lives in memory.
 * `DELETE /fhir-test/<name>` empties it. The header `X-Fault` makes it fail as servers do: `503` answers so and does
 * nothing, `after-503` does what was asked and then answers so; `X-Fault-Retry-After` goes with it.
 */
export function fhirServers() {
  const servers = new Map();

  async function makeServer(name) {
    const { createFhirHandler } = await import('../../demo/server/handler.js');
    const { KeptRepository } = await import('../../demo/server/repository.js');
    const repository = new KeptRepository();
    const mount = `${MOUNT}/${name}`;
    const judge = new RequestJudge(mount, repository);
    judges.push(judge);
    return { repository, judge, handle: createFhirHandler({ repository, mount }) };
  }

  /** Noted before it is made: two first requests at once must not make two servers. */
  function serverNamed(name) {
    const server = servers.get(name) ?? makeServer(name);
    servers.set(name, server);
    return server;
  }

  return async (context, next) => {
    if (!context.path.startsWith(`${MOUNT}/`)) return next();
    const [, , name, type] = context.path.split('/');
    const { handle, judge, repository } = await serverNamed(name);
    const fault = /^(after-)?(\d{3})$/.exec(context.get('X-Fault'));
    if (context.method === 'DELETE' && type === undefined) {
      repository.clear();
      context.status = 204;
      return undefined;
    }
    context.respond = false;
    const request = await judge.look(context.req).catch(() => undefined);
    if (!request) return undefined; // whoever asked has gone
    if (!fault) return handle(request, context.res);
    const [, isAfter, status] = fault;
    const retry = context.get('X-Fault-Retry-After');
    const fail = () => {
      context.res.writeHead(Number(status), { ...(retry && { 'Retry-After': retry }) });
      context.res.end();
    };
    if (!isAfter) {
      fail();
      return undefined;
    }
    // The real answer is written to nowhere
    const silent = { writeHead: () => undefined, end: fail };
    return handle(request, silent);
  };
}

/** What is wrong with the codes, references and extensions of a resource, which the validator does not look at. */
export function soundnessCommand() {
  return {
    name: 'sound-fhir',
    async executeCommand({ command, payload }) {
      if (command !== 'sound-fhir') return undefined;
      const { problemsBeside } = await import('../../demo/server/soundness.js');
      return { problems: problemsBeside(payload) };
    },
  };
}

/** `validateFhir`: what the validator of the published R4 definitions has against a resource; none where it is valid. */
export function validateCommand() {
  return {
    name: 'validate-fhir',
    async executeCommand({ command, payload }) {
      if (command !== 'validate-fhir') return undefined;
      const { requireValid } = await import('../../demo/server/definitions.js');
      try {
        requireValid(payload);
        return { problems: [] };
      } catch (error) {
        return { problems: [String(error.message)] };
      }
    },
  };
}
