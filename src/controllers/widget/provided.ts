import { ContextEvent, type ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { providedContext, type Provided } from '../../context/provided.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Finds the nearest provider, early or late, and forgets it when the element has left it.
 * Lit's own consumer keeps the last value after a move: here that could be another person's care.
 */
export class ProvidedController implements ReactiveController {
  #value: Provided | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Answers so far: a request is answered at once or not at all. */
  #answers = 0;

  constructor(
    private readonly host: Host,
    private readonly onChange?: (before: Provided | undefined) => void,
  ) {
    host.addController(this);
  }

  get value(): Provided | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('context-provider', this.#onProvider);
    this.#request();
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('context-provider', this.#onProvider);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === providedContext) this.#request();
  };

  #request(): void {
    const before = this.#answers;
    this.host.dispatchEvent(new ContextEvent(providedContext, this.host, this.#receive, true));
    if (this.#answers > before) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#set(undefined);
  }

  readonly #receive: ContextCallback<Provided | undefined> = (value, unsubscribe) => {
    this.#answers += 1;
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    if (value === undefined)
      this.#request(); // it provides nothing any more
    else this.#set(value);
  };

  #set(value: Provided | undefined): void {
    if (this.#value === value) return;
    const before = this.#value;
    this.#value = value;
    this.onChange?.(before);
    this.host.requestUpdate();
  }
}
