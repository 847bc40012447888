import { expect } from '@open-wc/testing';
import type { AllianceEmpathy, Viewer } from '../../../src/index.js';
import { press } from '../../support/browser.js';
import { shown, storeWith } from '../../support/care.js';
import { empathy, inCare, momentWire, reach } from '../../support/empathy.js';
import { allByRole, focused, nameOf, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

const next = { visibility: 'next' } as const;

/** Two moments for the next session, nothing said to them yet. */
const listed = async (viewer: Viewer): Promise<AllianceEmpathy> =>
  empathy(inCare(await storeWith(momentWire(next, 'm1'), momentWire(next, 'm2')), viewer));

const boxes = (widget: AllianceEmpathy): readonly HTMLInputElement[] =>
  allByRole(widget, 'checkbox', 'We talked about it') as HTMLInputElement[];

/** Where each control is in the widget: the page itself may still scroll to the focus. */
const places = (widget: AllianceEmpathy): ReadonlyMap<HTMLElement, number> =>
  new Map(
    (['checkbox', 'button'] as const)
      .flatMap((role) => allByRole(widget, role))
      .map((one) => [one, one.getBoundingClientRect().y - widget.getBoundingClientRect().y]),
  );

describe('alliance-empathy: ticking what was talked about', () => {
  for (const viewer of ['client', 'therapist'] as const) {
    it(`keeps the focus, moves nothing that can be pressed, and can be unticked: ${viewer}`, async () => {
      const widget = await listed(viewer);
      const before = places(widget);
      const isWhereItWas = (): void => {
        const now = places(widget);
        // A line in bold may be a fraction of a pixel higher
        for (const [one, y] of before) expect(now.get(one), nameOf(one)).to.be.closeTo(y, 2);
      };
      for (const index of [0, 1]) {
        const box = boxes(widget)[index]!;
        await reach(box);
        await press('Space');
        await until(() => box.checked, 'it is ticked');
        await shown(widget, 'It is off the list.');
        isWhereItWas();
        expect(focused(), 'the focus').to.equal(box);
      }

      await press('Space');
      await shown(widget, 'It is on the list for the next session.');
      isWhereItWas();
      expect(boxes(widget).map(({ checked }) => checked)).to.deep.equal([true, false]);
    });
  }

  it('puts the list in order where the person asks for it, and lets what was talked about be brought up again', async () => {
    const widget = await listed('therapist');
    const [box] = boxes(widget);
    await reach(box!);
    await press('Space');
    await shown(widget, 'It is off the list.');
    const order = await until(
      () => allByRole(widget, 'button', 'Show the list in order')[0],
      'the way there',
    );
    await reach(order);
    await press('Enter');
    await until(() => boxes(widget).length === 1, 'one is left on the list');
    expect(textOf(widget)).to.contain('Bring it up next time');
  });
});
