import type { StoreReason } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { isObject } from '../loose.js';
import { StoreError } from '../store-error.js';
import { refusals } from './late.js';

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
  /** It says something, which is no FHIR: the page of a firewall or of a sign-in. */
  readonly isForeign: boolean;
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

const reasons: Readonly<Record<number, StoreReason>> = {
  401: 'unauthorized',
  408: 'offline',
  425: 'offline',
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
      const { response, text } = await this.#once(method, path, options, signal);
      const { status } = response;
      const body = readBody(text);
      const isForeign = text !== '' && body === undefined;
      if (response.ok && !isForeign) this.#isToldUnauthorized = false;
      if (response.ok && method === 'GET' && !body) throw this.#noAnswer(path);
      if (response.ok || options.expected?.includes(status)) {
        return { status, body, isForeign, location: response.headers.get('Location') ?? undefined };
      }
      const asked = retryAfter(response.headers.get('Retry-After'), Date.now());
      const delay = (asked ?? 250 * 2 ** attempt) * (1 + random() / 4);
      // A gateway that gave up may have passed it on: made again at once, it would be there twice on a server that lags
      const isBusy = status === 429 || (status === 503 && (method !== 'POST' || asked !== undefined));
      if (!isBusy || attempt >= TRIES || delay > LONGEST_WAIT)
        throw await this.refusal(method, path, { status, body, retryAfter: asked }, options.body);
      await wait(delay);
    }
  }

  /** The error of an answer that is not what was asked for. */
  async refusal(
    method: string,
    path: string,
    { status, body, retryAfter }: { status: number; body: unknown; retryAfter?: number | undefined },
    sent?: Resource,
  ): Promise<StoreError> {
    const reason = reasons[status] ?? (status >= 500 ? 'offline' : 'refused');
    if (reason === 'unauthorized') this.#askForSignIn();
    const said = `${method} ${path}: the server answered ${String(status)}.`;
    if (reason !== 'refused') return new StoreError(reason, said, { retryAfter });
    const { diagnosticsOf, remedyOf } = await refusals();
    const words = [said, diagnosticsOf(body, sent), remedyOf(status, path.split(/[/?]/)[0] ?? '')];
    return new StoreError(reason, words.filter((part) => part !== '').join(' '), { retryAfter });
  }

  /** Something beside the server answered: that says nothing about what the server holds. */
  #noAnswer(path: string): StoreError {
    const message = 'the answer is no FHIR. Is there a firewall or a sign-in page? Check fhir-base.';
    return new StoreError('offline', `GET ${path}: ${message}`);
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
  ): Promise<{ response: Response; text: string }> {
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
      requireResponse(response);
      if (response.type === 'opaqueredirect' || response.redirected) throw this.#ledAway(method, path);
      return { response, text: await response.text() };
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

/** An answer that is no JSON (a proxy's page), or that of something else, is no resource. */
function readBody(text: string): Resource | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) && typeof body['resourceType'] === 'string'
      ? (body as object as Resource)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A portal's own `fetch` may answer with anything. */
function requireResponse(response: unknown): void {
  const { text, headers } = (response ?? {}) as Partial<Response>;
  if (typeof text === 'function' && typeof headers?.get === 'function') return;
  throw new StoreError(
    'invalid',
    'fetch: what the portal’s "fetch" gave is no Response (it lacks text() or headers). Let it give the Response of the browser’s fetch.',
  );
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
