interface Loads<Later> {
  readonly later: Later | undefined;
  load(): Promise<Later | undefined>;
}

/** What carries out what a person does; it is made once what it needs was loaded. */
export class LateActing<Acting, Later> {
  #acting: Acting | undefined;

  constructor(
    private readonly tasks: Loads<Later>,
    private readonly make: (later: Later) => Acting,
  ) {}

  /** Undefined as long as nothing can have been done here. */
  get present(): Acting | undefined {
    const { later } = this.tasks;
    return (this.#acting ??= later && this.make(later));
  }

  /** Where something is being done. */
  get required(): Acting {
    if (this.present) return this.present;
    throw new Error('Something is done before what does it was loaded: await load() first.');
  }

  /** Does something as soon as it can be done. */
  do(what: (acting: Acting) => void): void {
    void this.tasks.load().then(() => {
      if (this.present) what(this.present);
    });
  }
}
