import type { Resource } from '../../../src/fhir/resource.js';

/**
 * One random schedule of faults, made from a seed alone: the same seed makes the same decisions, in the order in which
 * requests are made.
 */
export interface Fault {
  readonly kind: 'none' | Kind;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly lie?: Lie;
}

type Kind =
  'lost' | 'unanswered' | 'delayed' | 'doubled' | 'status' | 'status-after' | 'lie' | 'lie-after' | 'lag';

/** An answer that is not the server's, or says what is not so. */
type Lie = 'page' | 'outcome' | 'accepted' | 'nothing' | 'created' | 'elsewhere' | 'sign-in';

const KINDS: readonly Kind[] = ['lost', 'unanswered', 'delayed', 'doubled', 'status', 'status-after', 'lag'];
const LYING: readonly Kind[] = ['lie', 'lie-after'];
const LIES_ON_READING: readonly Lie[] = ['page', 'outcome', 'nothing', 'sign-in'];
const LIES: readonly Lie[] = [...LIES_ON_READING, 'accepted', 'created', 'elsewhere'];
const ON_READING = [429, 500, 503];
const ON_WRITING = [409, 412, ...ON_READING];
const AFTER = [500, 503];

export class Schedule {
  /** How many requests in ten go wrong. */
  readonly rate: number;

  /** @param lies whether answers may say what is not so: then there is something that a person must send again */
  constructor(
    private readonly random: () => number,
    private readonly lies = false,
  ) {
    this.rate = 0.1 + random() * 0.5;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  pick<Entry>(entries: readonly Entry[]): Entry {
    return entries[Math.floor(this.random() * entries.length)]!;
  }

  fault(isWriting: boolean): Fault {
    if (!this.chance(this.rate)) return { kind: 'none' };
    // A lie about a write is what must be seen through
    const lying = this.lies ? [...LYING, ...(isWriting ? [...LYING, ...LYING] : [])] : [];
    const kind = this.pick([...KINDS, ...lying]);
    if (kind === 'status') return { kind, status: this.pick(isWriting ? ON_WRITING : ON_READING) };
    if (kind === 'status-after') return { kind, status: this.pick(AFTER) };
    if (kind === 'lie' || kind === 'lie-after')
      return { kind, lie: this.pick(isWriting ? LIES : LIES_ON_READING) };
    return { kind, milliseconds: Math.floor(this.random() * 8) };
  }
}

/** What carries requests. */
interface Carrier {
  readonly fetch: typeof fetch;
  readonly pause: (milliseconds?: number) => Promise<void>;
}

const browser: Carrier = {
  fetch: (...args) => fetch(...args),
  pause: (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** A `fetch` on which the faults happen, over real requests. */
export function faultyFetch(
  schedule: Schedule,
  page: { isAlive: boolean; isFaulty: boolean },
  { fetch, pause }: Carrier = browser,
): typeof fetch {
  const forEver = new Promise<never>(() => undefined);
  const alive = async (reply: Promise<Response>): Promise<Response> => {
    const response = await reply.catch((error: unknown) =>
      page.isAlive ? Promise.reject(error as Error) : forEver,
    );
    return page.isAlive ? response : forEver;
  };
  return async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (!page.isAlive) return forEver;
    const { kind, status, milliseconds, lie }: Fault = page.isFaulty
      ? schedule.fault(init?.method !== 'GET')
      : { kind: 'none' };
    const headers = new Headers(init?.headers);
    switch (kind) {
      case 'lost':
        throw new TypeError('lost on the way there');
      case 'unanswered':
        await alive(fetch(input, init));
        throw new TypeError('lost on the way back');
      case 'delayed':
        await pause(milliseconds);
        return alive(fetch(input, init));
      case 'doubled':
        // The network sends it twice; the second arrives whenever it does
        void fetch(input, { ...init, signal: null }).catch(() => undefined);
        return alive(fetch(input, init));
      case 'status':
        headers.set('X-Fault', String(status));
        return alive(fetch(input, { ...init, headers }));
      case 'status-after':
        headers.set('X-Fault', `after-${String(status)}`);
        return alive(fetch(input, { ...init, headers }));
      case 'lie':
        return told(lie, url);
      case 'lie-after':
        await alive(fetch(input, init));
        return told(lie, url);
      case 'lag':
        return lagging(await alive(fetch(input, init)));
      default:
        return alive(fetch(input, init));
    }
  };
}

/** What is told in place of what the server says. */
function told(lie: Lie | undefined, url: string): Response {
  const page = '<!doctype html><title>Something else</title>';
  const headers = { 'Content-Type': 'text/html' };
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', diagnostics: 'busy' }] };
  switch (lie) {
    case 'outcome':
      return new Response(JSON.stringify(outcome));
    case 'accepted':
      return new Response(null, { status: 202 });
    case 'nothing':
      return new Response(null, { status: 204 });
    case 'created':
      return new Response(null, { status: 201 });
    case 'elsewhere':
      return new Response(null, { status: 201, headers: { Location: `${url}/another/_history/1` } });
    case 'sign-in':
      return Object.defineProperty(new Response(page, { headers }), 'redirected', { value: true });
    default:
      return new Response(page, { headers });
  }
}

/** A search without what was written last, which a server has not indexed yet; anything else as it is. */
async function lagging(response: Response): Promise<Response> {
  const bundle = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { type?: string; entry?: { resource: Resource }[] };
  if (bundle.type !== 'searchset') return response;
  const { entry = [] } = bundle;
  const writtenAt = ({ resource }: (typeof entry)[number]): number =>
    Date.parse(resource.meta?.lastUpdated ?? '');
  const last = Math.max(...entry.map(writtenAt));
  const indexed = entry.filter((one) => writtenAt(one) !== last);
  return new Response(JSON.stringify({ ...bundle, entry: indexed }), { status: response.status });
}
