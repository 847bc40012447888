import { expect, html } from '@open-wc/testing';
import { engine, soak } from '../../support/browser.js';
import { rating } from '../../support/rating.js';
import { until } from '../../support/until.js';

const ROUNDS = soak ? 3000 : 500;

/** Counts the listeners that stay on what outlives a widget, and the observers and channels that stay open. */
function countListeners(): { open: () => Record<string, number>; stop: () => void } {
  const open: Record<string, number> = {};
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { observe, disconnect } = MutationObserver.prototype;
  const outlives = (target: EventTarget): boolean =>
    target === window ||
    target === document ||
    target === document.body ||
    target === globalThis.speechSynthesis;
  const count = (name: string, by: number): void => {
    open[name] = (open[name] ?? 0) + by;
  };
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof addEventListener>) {
    if (outlives(this)) count(args[0], 1);
    addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof removeEventListener>) {
    if (outlives(this)) count(args[0], -1);
    removeEventListener.apply(this, args);
  };
  const observing = new Set<MutationObserver>();
  MutationObserver.prototype.observe = function (...args: Parameters<typeof observe>) {
    observing.add(this);
    count('observers', observing.size - (open['observers'] ?? 0));
    observe.apply(this, args);
  };
  MutationObserver.prototype.disconnect = function () {
    observing.delete(this);
    count('observers', observing.size - (open['observers'] ?? 0));
    disconnect.apply(this);
  };
  return {
    open: () => ({ ...open }),
    stop: () => {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      Object.assign(MutationObserver.prototype, { observe, disconnect });
    },
  };
}

const collectGarbage = (globalThis as unknown as { gc?: () => void }).gc;

describe('alliance-rating: connected and disconnected 500 times', () => {
  it('leaves no listener and no observer, and one live region', async () => {
    const counter = countListeners();
    try {
      const widget = await rating(html`
        <alliance-provider storage="memory" subject="Patient/leak" encounter="Encounter/1"
          ><alliance-rating></alliance-rating
        ></alliance-provider>
      `);
      const provider = widget.parentElement!;
      const before = counter.open();
      for (let round = 0; round < ROUNDS; round += 1) {
        widget.remove();
        provider.append(widget);
      }
      await widget.updateComplete;
      expect(counter.open()).to.deep.equal(before);
      provider.remove();
      const after = counter.open();
      expect(
        Object.values(after).every((count) => count <= 0),
        JSON.stringify(after),
      ).to.equal(true);
      expect(document.querySelectorAll('[data-alliance-announcer]').length).to.equal(1);
    } finally {
      counter.stop();
    }
  });

  it('leaves nothing behind of widgets that come and go (Chromium)', async () => {
    if ((await engine()) !== 'chromium') return;
    const place = document.body.appendChild(document.createElement('div'));
    const gone: WeakRef<Element>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const widget = document.createElement('alliance-rating');
      place.append(widget);
      if (round % 25 === 0) await widget.updateComplete;
      widget.remove();
      gone.push(new WeakRef(widget));
    }
    // The engine's own caches hold a few of them; a leak would hold all, or each of those that were drawn
    await until(() => {
      collectGarbage?.();
      return gone.filter((widget) => widget.deref() !== undefined).length < ROUNDS / 25;
    }, 'widgets that nothing holds any more');
    place.remove();
  });
});
