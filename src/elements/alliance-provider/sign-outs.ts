/** Tells the edits about a person that this person has signed out, wherever the widgets are by then. */
export class SignOuts {
  readonly #present = new Map<string | undefined, AbortController>();

  /** Aborted at the next sign-out of `subject`. */
  signalOf(subject: string | undefined): AbortSignal {
    const present = this.#present.get(subject) ?? new AbortController();
    this.#present.set(subject, present);
    return present.signal;
  }

  /** @param subject undefined where everything about everybody is forgotten */
  tell(subject: string | undefined): void {
    for (const [one, present] of this.#present) {
      if (subject !== undefined && one !== subject) continue;
      this.#present.delete(one);
      present.abort();
    }
  }
}
