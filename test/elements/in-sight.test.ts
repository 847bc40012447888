import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { rating } from '../support/rating.js';
import { allByRole, byRole, focused, nameOf } from '../support/screen.js';
import { until } from '../support/until.js';

/*
 * Pages cover the edges of the screen: whatever a move leads to stands between what they cover.
 */

/** Something of the page that stays at an edge and leaves this much of the screen. */
function cover(edge: 'top' | 'bottom', size: number, position: string): HTMLElement {
  const bar = document.createElement('div');
  bar.style.cssText = `position: ${position}; inset-inline: 0; ${edge}: 0; block-size: ${String(size)}px; z-index: 9; background: silver`;
  if (edge === 'top') document.body.prepend(bar);
  else document.body.append(bar);
  return bar;
}

const legendIn = (question: Element): DOMRect => question.querySelector('legend')!.getBoundingClientRect();

describe('what a move leads to', () => {
  for (const position of ['fixed', 'sticky'])
    for (const support of ['standard', 'easy'] as const)
      it(`is seen under a ${position} bar, ${support}`, async () => {
        const size = Math.round(innerHeight / 3);
        const bars = [cover('top', size, position), cover('bottom', Math.round(size / 3), 'fixed')];
        try {
          const widget = await rating(html`
            <div style="padding-block: 300px 1500px">
              <alliance-rating support=${support} pace="one"></alliance-rating>
            </div>
          `);
          for (let step = 0; step < 5; step += 1) {
            const before = nameOf(byRole(widget, 'radiogroup'));
            byRole(widget, 'button', 'Next').click();
            await until(() => allByRole(widget, 'radiogroup').some((one) => nameOf(one) !== before));
            await until(() => focused()?.matches('fieldset') && true);
            const [top, bottom] = [size, innerHeight - Math.round(size / 3)];
            const seen = (): boolean => {
              const { top: begins, bottom: ends } = legendIn(focused()!);
              return begins >= top && ends <= bottom;
            };
            await until(
              seen,
              `the question of step ${String(step + 2)} between ${String(top)} and ${String(bottom)}`,
            );
            await nextFrame();
            expect(seen()).to.equal(true);
            window.scrollBy(0, step % 2 === 0 ? 400 : -400);
          }
        } finally {
          for (const bar of bars) bar.remove();
          scrollTo(0, 0);
        }
      });

  it('keeps the distance that the page asks for', async () => {
    const widget = await rating(html`
      <div style="padding-block: 300px 1500px">
        <alliance-rating pace="one" style="scroll-margin-top: 120px"></alliance-rating>
      </div>
    `);
    byRole(widget, 'button', 'Next').scrollIntoView({ block: 'start' });
    byRole(widget, 'button', 'Next').click();
    await until(
      () => focused()?.matches('fieldset') && legendIn(focused()!).top >= 120,
      'a question lower down',
    );
    scrollTo(0, 0);
  });

  it('stays in sight where a scroll of the browser ends only afterwards', async function () {
    if (!('onscrollend' in window)) this.skip();
    document.documentElement.style.scrollBehavior = 'smooth';
    try {
      const widget = await rating(html`
        <div style="padding-block: 1500px"><alliance-rating pace="one"></alliance-rating></div>
      `);
      byRole(widget, 'button', 'Next').click();
      const isSeen = (): boolean => {
        const { top, bottom } = legendIn(focused()!);
        return top >= 0 && bottom <= innerHeight;
      };
      await until(() => focused()?.matches('fieldset') && isSeen(), 'the question');
      scrollTo({ top: 0, behavior: 'instant' });
      await until(isSeen, 'the question once more');
      document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
      const ended = new Promise((resolve) => {
        document.addEventListener('scrollend', resolve, { once: true });
      });
      scrollTo({ top: 0, behavior: 'instant' });
      await ended;
      await nextFrame();
      expect(isSeen(), 'a person who scrolls is left where they are').to.equal(false);
    } finally {
      document.documentElement.style.scrollBehavior = '';
      scrollTo(0, 0);
    }
  });
});
