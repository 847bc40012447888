/** The radio that an event begins at. */
function radioIn(event: Event): HTMLInputElement | undefined {
  const [inner] = event.composedPath();
  return inner instanceof HTMLInputElement && inner.type === 'radio' ? inner : undefined;
}

/** All of its group that can be chosen. */
function groupOf(radio: HTMLInputElement): readonly HTMLInputElement[] {
  const root = radio.getRootNode() as ParentNode & Node;
  const all = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]:enabled')];
  return all.filter(({ name }) => name === radio.name);
}

/**
 * Makes every option a stop of its own, for a person who has one switch to go on and one to press: of the radios of a
 * group, Tab alone leads to one. The arrow keys, and which of how many an option is, stay those of the browser.
 */
export function stopAtOptions(host: HTMLElement, isOn: () => boolean): void {
  /** Tab leads on, to what the browser finds. */
  let isComing = false;
  // A move of the focus within the shadow root is not heard outside of it
  const root = (host.shadowRoot ?? host) as HTMLElement;
  root.addEventListener('keydown', (event) => {
    isComing = false;
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key !== 'Tab' || altKey || ctrlKey || metaKey || event.defaultPrevented || !isOn()) return;
    const radio = radioIn(event);
    const group = radio ? groupOf(radio) : [];
    const next = radio && group[group.indexOf(radio) + (shiftKey ? -1 : 1)];
    isComing = !next && !shiftKey;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  // The browser leads to the one that is chosen: those before it are stops, too
  root.addEventListener('focusin', (event) => {
    const radio = isComing ? radioIn(event) : undefined;
    isComing = false;
    if (radio) groupOf(radio)[0]?.focus();
  });
}
