/**
 * One random schedule of faults, made from a seed alone: the same seed makes the same decisions, in the order in which
 * requests are made.
 */
export interface Fault {
  readonly kind: 'none' | 'lost' | 'unanswered' | 'delayed' | 'doubled' | 'status' | 'status-after';
  readonly status?: number;
  readonly milliseconds?: number;
}

const KINDS: readonly Fault['kind'][] = [
  'lost',
  'unanswered',
  'delayed',
  'doubled',
  'status',
  'status-after',
];
const ON_READING = [429, 500, 503];
const ON_WRITING = [409, 412, ...ON_READING];
const AFTER = [500, 503];

export class Schedule {
  /** How many requests in ten go wrong. */
  readonly rate: number;

  constructor(private readonly random: () => number) {
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
    const kind = this.pick(KINDS);
    if (kind === 'status') return { kind, status: this.pick(isWriting ? ON_WRITING : ON_READING) };
    if (kind === 'status-after') return { kind, status: this.pick(AFTER) };
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
    if (!page.isAlive) return forEver;
    const { kind, status, milliseconds }: Fault = page.isFaulty
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
      default:
        return alive(fetch(input, init));
    }
  };
}
