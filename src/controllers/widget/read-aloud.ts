import type { ReactiveControllerHost } from 'lit';
import { AwaitedPart, LazyPart } from './lazy-part.js';
import type * as Voice from './voice.js';

/** A page where nothing is read aloud never loads it. */
const voice = new LazyPart(() => import('./voice.js'));

/** Reading aloud, once somebody wants it. */
export class ReadAloud {
  readonly #part: AwaitedPart<typeof Voice>;
  #voice: Voice.VoiceController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    this.#part = new AwaitedPart(voice, () => {
      host.requestUpdate();
    });
  }

  get ready(): Promise<void> {
    return this.#part.ready;
  }

  /** Whether it reads; undefined until it is known that it can, and where it cannot read this language. */
  stateFor(lang: string): 'silent' | 'speaking' | undefined {
    const part = this.#part.take();
    this.#voice ??= part && new part.VoiceController(this.host);
    return this.#voice?.stateFor(lang);
  }

  toggle(words: readonly Voice.Spoken[]): void {
    this.#voice?.toggle(words);
  }

  stop(): void {
    this.#voice?.stop();
  }
}
