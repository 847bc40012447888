import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { AllianceEmpathy, Resource } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { shown } from '../../support/care.js';
import { drawnFor } from '../../support/drawn.js';
import { empathy, inCare, momentWire, threadOn } from '../../support/empathy.js';
import { allByRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const COUNT = 30;

/** As a page has them from its server: new objects each time. */
const many = (changed?: string): readonly Resource[] =>
  Array.from({ length: COUNT }, (_, index) => {
    const words = index === 2 && changed !== undefined ? changed : `Moment number ${String(index + 1)}`;
    const moment = momentWire({ words }, `moment-${String(index)}`);
    return [moment, ...threadOn(moment, 'read')];
  }).flat();

const hosted = (): Promise<AllianceEmpathy> =>
  empathy(
    inCare(createMemoryStore(), 'client', html`<alliance-empathy .resources=${many()}></alliance-empathy>`),
  );

const answered = (): readonly Resource[] => {
  const moment = momentWire({ words: 'Moment number 3' }, 'moment-2');
  return [...many(), ...threadOn(moment, 'read', { reply: 'Next time I will wait.' })];
};

describe('many moments', () => {
  it('each is drawn at first, and of newer resources only those that say something else', async () => {
    let widget: AllianceEmpathy | undefined;
    const first = await drawnFor(async () => (widget = await hosted()));
    expect(first).to.be.at.least(COUNT);
    const each = Math.ceil(first / COUNT);
    const again = await drawnFor(async () => {
      widget!.resources = many('You looked away');
      await shown(widget!, 'You looked away');
      await widget!.updateComplete;
    });
    expect(again).to.be.within(1, each);
    const nothing = await drawnFor(async () => {
      widget!.resources = many('You looked away');
      await widget!.updateComplete;
    });
    expect(nothing).to.equal(0);
    const answer = await drawnFor(async () => {
      widget!.resources = answered();
      await shown(widget!, 'Next time I will wait.');
    });
    // The one that changes back, and the one with an answer, which has a date of its own
    expect(answer).to.be.within(1, 3 * each);
  });

  it('all are drawn again in other words, and for a page that allows nothing more', async () => {
    const widget = await hosted();
    const buttons = (): readonly HTMLElement[] =>
      allByRole(widget, 'button').filter((one) => one.closest('[part~=moment]'));
    const count = buttons().length;
    expect(count).to.be.at.least(COUNT);
    widget.locale = 'es';
    await until(() => !textOf(widget).includes('Something was missed'), 'Spanish everywhere');
    widget.disabled = true;
    await widget.updateComplete;
    expect(buttons().filter((button) => button.matches(':disabled'))).to.have.length(count);
    widget.readOnly = true;
    await widget.updateComplete;
    expect(buttons()).to.have.length(0);
  });
});
