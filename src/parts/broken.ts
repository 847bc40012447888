import { html, nothing, render, type LitElement } from 'lit';
import type { LocalizeController } from '../controllers/widget/localize.js';
import { spokenIn } from '../controllers/kinds/spoken.js';
import { actionsTemplate } from './button.js';
import type { Held } from './guard.js';
import { problemTemplate } from './problem.js';

/** What has been entered, as a person reads it; '' where it cannot be told. */
function enteredIn({ resources }: Held): string {
  try {
    return resources().map(spokenIn).join('\n\n');
  } catch {
    return '';
  }
}

/** After something went wrong in the widget itself: what can still be done with what was entered. */
export function showBroken(
  box: HTMLElement,
  host: LitElement,
  localize: LocalizeController,
  held: Held,
): void {
  // The cause may hold what a person has entered: the page decides where it goes
  console.error(`alliance-elements: <${host.localName}> failed. Listen to "alliance-error".`);
  const entered = enteredIn(held);
  const { send } = held;
  const again = async (): Promise<void> => {
    host.requestUpdate();
    await host.updateComplete;
    if (!box.isConnected) host.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  };
  const show = (outcome?: string): void => {
    const body = html`<p role="alert">${localize.text('common.problem.internal')}</p>
      ${outcome === undefined ? nothing : html`<p role="status">${outcome}</p>`}
      ${
        entered === ''
          ? nothing
          : html`<p id="copy">${localize.text('common.problem.copy')}</p>
              <textarea class="entry" readonly aria-labelledby="copy" .value=${entered}></textarea>`
      }
      ${actionsTemplate([
        { words: localize.text('common.problem.again'), act: () => void again() },
        entered === '' || !send
          ? undefined
          : { words: localize.text('common.send.send'), act: () => void send().then(show) },
      ])}`;
    render(problemTemplate({ id: 'broken', title: localize.text('common.problem.title') }, body), box);
  };
  box.className = 'root';
  box.lang = localize.language;
  box.dir = localize.direction;
  box.role = null;
  box.replaceChildren();
  show();
}
