/** A part of the code that is loaded when it is first needed, once for all elements. */
export class LazyPart<Part> {
  #part: Part | undefined;
  #loading: Promise<Part> | undefined;

  constructor(private readonly fetchPart: () => Promise<Part>) {}

  /** Undefined until it has come. */
  get present(): Part | undefined {
    return this.#part;
  }

  /** For what is only drawn once it has come. */
  get required(): Part {
    if (!this.#part) throw new Error('Await load() first.');
    return this.#part;
  }

  /** Loads it; what could not be loaded is tried again with the next call. */
  async load(): Promise<Part> {
    this.#loading ??= this.fetchPart();
    try {
      return (this.#part = await this.#loading);
    } catch (cause) {
      this.#loading = undefined;
      throw cause;
    }
  }
}

/** A part as one element waits for it: the element is drawn again when it has come, or is known not to come. */
export class AwaitedPart<Part> {
  ready: Promise<void> = Promise.resolve();
  hasFailed = false;
  #isAsked = false;

  constructor(
    private readonly part: LazyPart<Part>,
    private readonly onSettled: () => void,
  ) {}

  /** Undefined until it has come. */
  get present(): Part | undefined {
    return this.part.present;
  }

  /** It is asked for, and on its way. */
  get isAwaited(): boolean {
    return this.#isAsked && !this.part.present && !this.hasFailed;
  }

  /** Asks for it again. */
  readonly retry = (): void => {
    this.hasFailed = this.#isAsked = false;
    this.onSettled();
  };

  /** The part, which is asked for once; undefined while it is on its way, or where it cannot be loaded. */
  take(): Part | undefined {
    if (!this.part.present && !this.#isAsked) {
      this.#isAsked = true;
      this.ready = this.part
        .load()
        .catch(() => {
          this.hasFailed = true;
        })
        .then(this.onSettled);
    }
    return this.part.present;
  }
}
