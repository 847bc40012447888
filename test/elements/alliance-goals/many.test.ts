import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { AllianceGoals, Resource } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { shown } from '../../support/care.js';
import { drawnFor } from '../../support/drawn.js';
import { bothAgree, fill, goals, goalWire, inCare } from '../../support/goals.js';
import { allByRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const COUNT = 30;

/** As a page has them from its server: new objects each time. */
const many = (changed?: string): readonly Resource[] =>
  Array.from({ length: COUNT }, (_, index) =>
    goalWire(
      {
        text: index === 2 && changed !== undefined ? changed : `Goal number ${String(index + 1)}`,
        ...{ startedOn: '2026-11-20', accepted: bothAgree },
      },
      `goal-${String(index)}`,
    ),
  );

const hosted = (): Promise<AllianceGoals> =>
  goals(inCare(createMemoryStore(), 'client', html`<alliance-goals .resources=${many()}></alliance-goals>`));

const words = (widget: AllianceGoals): readonly string[] =>
  [...widget.renderRoot.querySelectorAll<HTMLElement>('[part~=goal]')]
    .filter((card) => card.checkVisibility())
    .map((card) => card.querySelector('[part~=goal-words]')?.textContent.trim() ?? '');

describe('many goals', () => {
  it('each is drawn at first, and of newer resources only those that say something else', async () => {
    let widget: AllianceGoals | undefined;
    expect(await drawnFor(async () => (widget = await hosted()))).to.be.at.least(COUNT);
    const again = await drawnFor(async () => {
      widget!.resources = many('Swim in the lake');
      await shown(widget!, 'Swim in the lake');
      await widget!.updateComplete;
    });
    expect(again).to.be.within(1, 2);
    expect(words(widget!)).to.have.length(COUNT);
    expect(
      await drawnFor(async () => {
        widget!.resources = many('Swim in the lake');
        await widget!.updateComplete;
      }),
    ).to.equal(0);
  });

  it('none is drawn again to be found, or to be shown again afterwards', async () => {
    const widget = await hosted();
    const finding = await drawnFor(async () => {
      await fill(widget, 'number 2');
      expect(words(widget)).to.have.length(11);
      await fill(widget, '');
      expect(words(widget)).to.have.length(COUNT);
    });
    expect(finding).to.equal(0);
  });

  it('all are drawn again in other words, and for a page that allows nothing more', async () => {
    const widget = await hosted();
    widget.locale = 'es';
    await until(
      () => words(widget).length === COUNT && textOf(widget).split('Algo se interpuso').length > COUNT,
    );
    widget.disabled = true;
    await widget.updateComplete;
    const named = allByRole(widget, 'button', /^Algo se interpuso/);
    expect(named).to.have.length(COUNT);
    expect(named.every((button) => button.matches(':disabled'))).to.equal(true);
    widget.readOnly = true;
    await widget.updateComplete;
    expect(allByRole(widget, 'button', /^Algo se interpuso/)).to.have.length(0);
  });
});
