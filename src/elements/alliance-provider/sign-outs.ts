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

/** When somebody last signed out on this device, and nothing else: who it was is nobody's business afterwards. */
const MARK = 'alliance-elements signed out';

/** ISO 8601 instant; '' where nobody did, or the browser keeps nothing. */
export function lastSignOut(): string {
  try {
    return localStorage.getItem(MARK) ?? '';
  } catch {
    return '';
  }
}

/** Pages that the browser brings back must not bring back what was on them. */
export function markSignOut(at: string): void {
  try {
    localStorage.setItem(MARK, at);
  } catch {
    // Then the browser keeps no forms either
  }
}
