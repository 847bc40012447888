import { isObject } from '../loose.js';

/**
 * What tabs tell each other: which resource changed or whose sign-out it was (`null`: everybody's), never what it says. It
 * is a hint to look.
 */
export type Notice =
  | { readonly partition: string; readonly type: string; readonly id: string }
  | { readonly partition: '*'; readonly cleared: string | null };

const CHANNEL = 'alliance-elements';

/** Other scripts of the same origin may say anything on the channel. */
function isNotice(data: unknown): data is Notice {
  if (!isObject(data)) return false;
  const { partition, type, id, cleared } = data;
  if (partition === '*' && (cleared === null || typeof cleared === 'string')) return true;
  return [partition, type, id].every((part) => typeof part === 'string');
}

/** Tells other store objects, in this tab and others, and hears what they tell. */
export class Notices {
  #channel: BroadcastChannel | undefined;

  /** @param hear called for each notice, one after the other */
  constructor(private readonly hear: (notice: Notice) => Promise<void>) {}

  listen(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(CHANNEL);
    let before = Promise.resolve();
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      // In their order: what was read before a sign-out must not be told after it
      if (isNotice(data)) before = before.then(() => this.hear(data)).catch(() => undefined);
    };
  }

  stop(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(notices: readonly Notice[]): void {
    const channel = this.#channel ?? new BroadcastChannel(CHANNEL);
    for (const notice of notices) channel.postMessage(notice);
    if (channel !== this.#channel) channel.close();
  }
}
