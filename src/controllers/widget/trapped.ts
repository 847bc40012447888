import { hasNextStop, tabStopsIn } from './tab-stops.js';

/*
 * Many dialogs keep the focus in by what they find in the page's own tree. They see nothing of what a widget draws, at most a
 * link that the page has put into it, and would never let the Tab key come to a question. So a widget takes part as one stop:
 * within it the key is its own business, and whoever decides where to go on finds the widget and nothing in it.
 */

const members = new WeakSet<Element>();

/** One that another one draws is a piece of that one. */
function isDrawnByAnother(host: Element): boolean {
  const root = host.getRootNode();
  return root instanceof ShadowRoot && (members.has(root.host) || isDrawnByAnother(root.host));
}

const isTab = ({ key, altKey, ctrlKey, metaKey, defaultPrevented }: KeyboardEvent): boolean =>
  key === 'Tab' && !altKey && !ctrlKey && !metaKey && !defaultPrevented;

/** Lets what listens within the widget hear a key that the page does not; false where it does something else with it. */
function isLeftAsItIs({ type, key, shiftKey }: KeyboardEvent, from: Element): boolean {
  if (!(from.getRootNode() instanceof ShadowRoot)) return true;
  // It ends at the shadow root; in Firefox an event of the keyboard itself would not
  const heard = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { key, shiftKey });
  return from.dispatchEvent(heard);
}

/** Keeps these from the page. Gives what ends that. */
function hide(stops: readonly HTMLElement[]): () => void {
  const ends = stops.map((stop) => {
    const was = stop.getAttribute('tabindex');
    stop.tabIndex = -1;
    return () => {
      if (was === null) stop.removeAttribute('tabindex');
      else stop.setAttribute('tabindex', was);
    };
  });
  return () => {
    for (const end of ends) end();
  };
}

/** Lets the page find the widget itself. Gives what ends that. */
function showHost(host: HTMLElement, isInside: boolean): () => void {
  // Chromium takes the focus out of a widget that loses the attribute, so there it is the property alone
  if (isInside) Object.defineProperty(host, 'tabIndex', { value: 0, configurable: true });
  else host.tabIndex = 0;
  return () => {
    if (isInside) Reflect.deleteProperty(host, 'tabIndex');
    else host.removeAttribute('tabindex');
  };
}

/** Makes a widget one stop for whatever keeps the focus in. Gives what ends it. */
export function takePartInTraps(host: HTMLElement): () => void {
  let isTelling = false;

  /** Some go by what a key was pressed on, and know no piece of a widget: they hear it as of the last thing that they know. */
  const tell = (event: KeyboardEvent, known: HTMLElement | undefined): void => {
    isTelling = true;
    if (known?.dispatchEvent(new KeyboardEvent(event.type, event)) === false) event.preventDefault();
    isTelling = false;
  };

  const onKey = (event: KeyboardEvent): void => {
    if (isTelling || !isTab(event) || isDrawnByAnother(host)) return;
    const path = event.composedPath();
    const [from] = path;
    const isInside = from instanceof Element && path.includes(host);
    if (isInside && hasNextStop(host, from, event.shiftKey)) {
      event.stopImmediatePropagation();
      if (!isLeftAsItIs(event, from)) event.preventDefault();
      return;
    }
    const stops = tabStopsIn(host);
    const entrance = stops.at(event.shiftKey ? -1 : 0);
    if (!entrance) return;

    const slotted = stops.filter((stop) => stop !== from && host.contains(stop));
    const isOnSlotted = isInside && host.contains(from) && from !== host;
    const ends = [hide(slotted)];
    if (!isOnSlotted && !host.hasAttribute('tabindex')) ends.push(showHost(host, isInside));
    const end = (): void => {
      for (const one of ends.splice(0)) one();
      Reflect.deleteProperty(host, 'focus'); // that of its class again
      host.removeEventListener('focusin', pass);
      globalThis.removeEventListener('keydown', finish);
      clearTimeout(late);
    };
    const enter = (options?: FocusOptions): void => {
      end();
      entrance.focus(options);
    };
    const pass = ({ target }: Event): void => {
      if (target === host && host.matches(':focus') && !host.shadowRoot?.activeElement) enter();
    };
    const finish = (): void => {
      end();
      if (!isInside || isOnSlotted) return;
      if (!event.defaultPrevented) tell(event, slotted.at(event.shiftKey ? 0 : -1));
      // Nobody else was there to go to
      else if (from.matches(':focus')) entrance.focus();
    };
    host.focus = enter;
    host.addEventListener('focusin', pass);
    globalThis.addEventListener('keydown', finish);
    const late = setTimeout(end); // the page may stop the key on its way
  };

  members.add(host);
  globalThis.addEventListener('keydown', onKey, true);
  return () => {
    members.delete(host);
    globalThis.removeEventListener('keydown', onKey, true);
  };
}
