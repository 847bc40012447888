import type { Schedule } from '../../store/faults/schedule.js';

/** A turn of the browser's loop: what was ready has run by then. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/**
 * The requests of all pages on their way to the server: each waits until it is let through. Which one comes next is the
 * seed's choice, not the machine's, so that the same seed makes the same course again.
 */
export class Wire {
  readonly #onTheirWay: (() => Promise<void>)[] = [];

  /** @param sees what is in each request that leaves a page */
  constructor(
    private readonly schedule: Schedule,
    private readonly sees: (request: string) => void = () => undefined,
  ) {}

  get isEmpty(): boolean {
    return this.#onTheirWay.length === 0;
  }

  readonly fetch: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      // A page that is gone does not call back what it has sent
      const sent = { ...init, signal: null };
      this.sees(JSON.stringify([input instanceof Request ? input.url : input, init?.body]));
      this.#onTheirWay.push(() => fetch(input, sent).then(readOut).then(resolve, reject));
    });

  /** Lets one request through, if there is any, and the pages do what follows from its answer. */
  async letThrough(): Promise<void> {
    const next = this.schedule.pick([...this.#onTheirWay.keys()]);
    const [send] = this.isEmpty ? [] : this.#onTheirWay.splice(next, 1);
    await send?.();
    await turn();
  }

  /** Some of what is on its way arrives. */
  async letSomeThrough(): Promise<void> {
    for (let count = this.schedule.pick([0, 1, 3, 8]); count > 0; count -= 1) await this.letThrough();
  }

  async letAllThrough(): Promise<void> {
    do await this.letThrough();
    while (!this.isEmpty);
  }
}

/** The same answer, with nothing left to wait for. */
async function readOut(response: Response): Promise<Response> {
  const { ok, status, headers } = response;
  const text = await response.text();
  return { ok, status, headers, text: () => Promise.resolve(text) } as Response;
}
