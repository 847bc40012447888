import type { ReactiveControllerHost } from 'lit';

/** What stands in the way of submitting: words for it, and the control that a person should go to. */
export interface Obstacle {
  readonly message: string;
  readonly anchor: HTMLElement | null;
}

/** From so many characters on the form is told once the person pauses, and what it holds is made when it is read. */
const LONG = 100_000;
const PAUSE_MS = 500;

/** The form's side of a widget: value, validity, and whose form it is. */
export class FormControl {
  readonly internals: ElementInternals;
  #resource: object | undefined;
  /** Its JSON, once somebody asks for it: of a long text it costs more than a key should. */
  #json: string | undefined;
  /** Of the last one. */
  #length = 0;
  #form: HTMLFormElement | null = null;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isTold = false;

  /** @param onInvalid called when a submit was stopped here; `isFirst`: nothing before it was invalid */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    onInvalid: (isFirst: boolean) => void,
  ) {
    this.internals = host.attachInternals();
    host.addEventListener('invalid', (event) => {
      // The widget shows its own summary; the browser's bubble would need a focusable host.
      event.preventDefault();
      if (!this.#isAsking) onInvalid(this.#isFirstInvalid());
    });
  }

  get value(): string {
    this.#json ??= this.#resource ? JSON.stringify(this.#resource) : '';
    this.#length = this.#json.length;
    return this.#json;
  }

  get isInForm(): boolean {
    return this.internals.form !== null;
  }

  /**
   * Tells the form what it carries, as JSON; undefined means that there is no entry. Outside a form nothing is told: the
   * browser would keep it in its history, and bring it back to whoever goes back there.
   */
  setResource(resource: object | undefined): void {
    const { isInForm } = this;
    if (resource === this.#resource && isInForm === this.#isTold) return;
    this.#resource = resource;
    this.#isTold = isInForm;
    this.#json = undefined;
    this.#follow();
    clearTimeout(this.#telling);
    this.#telling = undefined;
    if (!resource || this.#length <= LONG) this.#tell();
    else if (isInForm) this.#telling = setTimeout(this.#tell, PAUSE_MS);
  }

  readonly #tell = (): void => {
    this.#telling = undefined;
    const { value } = this;
    this.internals.setFormValue(value !== '' && this.isInForm ? value : null);
  };

  /** The form is read: what it holds may not have been told yet. */
  readonly #onFormData = ({ formData }: FormDataEvent): void => {
    const { name } = this.host as { readonly name?: string | null };
    if (name && this.#telling !== undefined) formData.set(name, this.value);
  };

  #follow(): void {
    const { form } = this.internals;
    if (form === this.#form) return;
    this.#form?.removeEventListener('formdata', this.#onFormData);
    form?.addEventListener('formdata', this.#onFormData);
    this.#form = form;
  }

  /** The browser has brought back what it had kept of a form: whatever that is, it is told anew what holds now. */
  restored(): void {
    this.#tell();
  }

  /** Shows states to `:state()` selectors of the page; only those that hold. */
  setStates(states: Readonly<Record<string, boolean>>): void {
    for (const [name, holds] of Object.entries(states)) {
      if (holds) this.internals.states.add(name);
      else this.internals.states.delete(name);
    }
  }

  setObstacle(obstacle: Obstacle | undefined): void {
    if (obstacle)
      this.internals.setValidity({ valueMissing: true }, obstacle.message, obstacle.anchor ?? undefined);
    else this.internals.setValidity({});
  }

  /** Whether it may be submitted; asking moves nothing on the screen, only `reportValidity` does. */
  check(): boolean {
    this.#isAsking = true;
    try {
      return this.internals.checkValidity();
    } finally {
      this.#isAsking = false;
    }
  }

  /** The name of the form's entry stands in the attribute at once: a form may be read right after. */
  setName(name: string | null | undefined): void {
    if (name === null || name === undefined) this.host.removeAttribute('name');
    else if (this.host.getAttribute('name') !== name) this.host.setAttribute('name', name);
  }

  /** React assigns `form`; the native property is read only, so the id goes to the attribute. */
  setForm(form: string | HTMLFormElement | null | undefined): void {
    const id = typeof form === 'string' ? form : form?.id;
    if (id) this.host.setAttribute('form', id);
    else this.host.removeAttribute('form');
  }

  #isFirstInvalid(): boolean {
    const elements: Iterable<Element> = this.internals.form?.elements ?? [this.host];
    for (const element of elements) {
      if (element.matches(':invalid:not(fieldset)')) return element === this.host;
    }
    return true;
  }
}
