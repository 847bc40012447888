import type { StoreReason } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { StoreError } from '../store-error.js';

/** How to reach a FHIR R4 server. The portal's `fetch` carries the sign-in; the library knows none. */
export interface FhirServer {
  /** Address of the server, without a slash at its end. */
  readonly base: string;
  readonly fetch: typeof fetch;
  /** The server wants a sign-in; called once until a request is answered again. */
  readonly onUnauthorized?: (() => void) | undefined;
  /** Milliseconds until a request is given up. */
  readonly timeout?: number | undefined;
  /** A number from 0 to below 1, so that many clients do not come back at the same moment. */
  readonly random?: (() => number) | undefined;
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

export interface Reply {
  readonly status: number;
  readonly body: Resource | undefined;
  readonly location: string | undefined;
}

const TRIES = 3;
/** Less than a widget waits, so that the outbox can still say that it keeps the save. */
const TIMEOUT = 10_000;
/** A person waits no longer than this for a busy server; what is not sent by then, others try later. */
const LONGEST_WAIT = 5000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds until the server wants to be asked again: `Retry-After` in seconds or as a date. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const until = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isNaN(until) ? undefined : Math.max(0, until);
}

/** What the server says about why, in its own words. */
export function diagnosticsOf(body: unknown): string {
  const { issue = [] } = (body ?? {}) as {
    issue?: { diagnostics?: string; details?: { text?: string }; expression?: string[] }[];
  };
  return issue
    .map(({ diagnostics, details, expression = [] }) =>
      [details?.text ?? diagnostics ?? '', ...expression].join(' '),
    )
    .join('; ');
}

const reasons: Readonly<Record<number, StoreReason>> = {
  401: 'unauthorized',
  429: 'offline',
};

/** Sends requests to one server; what fails rejects with a StoreError that names the request and the remedy. */
export class FhirRequests {
  #isToldUnauthorized = false;
  #abort = new AbortController();

  constructor(private readonly server: FhirServer) {}

  /** Gives up everything that is under way. */
  abort(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  /** Tells the host about the next 401 again. */
  retry(): void {
    this.#isToldUnauthorized = false;
  }

  /**
   * @param path below the base, or an absolute address on the same origin
   * @param expected statuses beside 2xx that the caller understands
   */
  async send(
    method: string,
    path: string,
    options: { body?: Resource; headers?: Record<string, string>; expected?: readonly number[] } = {},
  ): Promise<Reply> {
    const { wait = pause, random = Math.random } = this.server;
    const { signal } = this.#abort;
    for (let attempt = 1; ; attempt += 1) {
      const { response, body } = await this.#once(method, path, options, signal);
      const { status } = response;
      if (response.ok) this.#isToldUnauthorized = false;
      if (response.ok || options.expected?.includes(status)) {
        return { status, body, location: response.headers.get('Location') ?? undefined };
      }
      const asked = retryAfter(response.headers.get('Retry-After'), Date.now());
      const delay = (asked ?? 250 * 2 ** attempt) * (1 + random() / 4);
      const isBusy = status === 429 || status === 503;
      if (!isBusy || attempt >= TRIES || delay > LONGEST_WAIT)
        throw this.refusal(method, path, { status, body, retryAfter: asked });
      await wait(delay);
    }
  }

  /** The error of an answer that is not what was asked for. */
  refusal(
    method: string,
    path: string,
    { status, body, retryAfter }: { status: number; body: unknown; retryAfter?: number | undefined },
  ): StoreError {
    const reason = reasons[status] ?? (status >= 500 ? 'offline' : 'refused');
    if (reason === 'unauthorized') this.#askForSignIn();
    return new StoreError(
      reason,
      `${method} ${path}: the server answered ${String(status)}. ${diagnosticsOf(body)}`,
      { retryAfter },
    );
  }

  /** Most of these lead to a sign-in, because the person’s has run out. */
  #ledAway(method: string, path: string): StoreError {
    this.#askForSignIn();
    const message =
      'the server leads elsewhere, which is not followed. Sign in, or set fhir-base to where it leads.';
    return new StoreError('unauthorized', `${method} ${path}: ${message}`);
  }

  #askForSignIn(): void {
    if (this.#isToldUnauthorized) return;
    this.#isToldUnauthorized = true;
    this.server.onUnauthorized?.();
  }

  async #once(
    method: string,
    path: string,
    { body, headers }: { body?: Resource; headers?: Record<string, string> },
    aborted: AbortSignal,
  ): Promise<{ response: Response; body: Resource | undefined }> {
    const patience = new AbortController();
    const timer = setTimeout(() => {
      patience.abort();
    }, this.server.timeout ?? TIMEOUT);
    const giveUp = (): void => {
      patience.abort();
    };
    aborted.addEventListener('abort', giveUp);
    try {
      if (aborted.aborted) throw new Error('aborted');
      const response = await this.server.fetch(path.includes('://') ? path : `${this.server.base}/${path}`, {
        method,
        headers: {
          Accept: 'application/fhir+json',
          ...(body && { 'Content-Type': 'application/fhir+json', Prefer: 'return=representation' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
        // A version that the browser kept is no answer to the question what the server holds
        cache: 'no-store',
        // Elsewhere nobody may read what is sent, nor the sign-in that the portal adds
        redirect: 'manual',
        signal: patience.signal,
      });
      if (response.type === 'opaqueredirect' || response.redirected) throw this.#ledAway(method, path);
      const text = await response.text();
      return { response, body: text === '' ? undefined : readBody(text) };
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      if (aborted.aborted)
        throw new StoreError('refused', `${method} ${path}: given up at sign-out.`, { cause });
      const reason = patience.signal.aborted ? 'timeout' : 'offline';
      throw new StoreError(reason, `${method} ${path}: the server cannot be reached. Check fhir-base.`, {
        cause,
      });
    } finally {
      clearTimeout(timer);
      aborted.removeEventListener('abort', giveUp);
    }
  }
}

/** An answer that is no JSON (a proxy's page) is no resource. */
function readBody(text: string): Resource | undefined {
  try {
    return JSON.parse(text) as Resource;
  } catch {
    return undefined;
  }
}

/** What a server saved: it may answer without it, and is then asked. */
export async function representedIn(
  { body, location: at }: Reply,
  requests: FhirRequests,
  type: string,
  knownId?: string,
): Promise<Resource> {
  if (body?.resourceType === type) return body;
  const id = knownId ?? at?.split('/_history')[0]?.split('/').at(-1);
  const saved = id === undefined ? undefined : await readFrom(requests, type, id);
  if (saved) return saved;
  throw new StoreError('refused', `${type}: the server took it, but does not say where it is.`);
}

export async function readFrom(
  requests: FhirRequests,
  type: string,
  id: string,
): Promise<Resource | undefined> {
  const { body } = await requests.send('GET', pathTo(type, id), { expected: [404, 410] });
  return body?.resourceType === type && body.id === id ? body : undefined;
}

/**
 * Where a resource is, below the base.
 * @throws StoreError `invalid` for an id that R4 does not allow, or that would lead elsewhere
 */
export function pathTo(type: string, id: string): string {
  if (/^[A-Za-z0-9.-]{1,64}$/.test(id) && !/^\.\.?$/.test(id)) return `${type}/${id}`;
  throw new StoreError(
    'invalid',
    `${type}: "${id}" is no id of R4. Use up to 64 letters, digits, "-" and ".", and leave out "." and "..".`,
  );
}
