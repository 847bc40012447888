import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { rating } from '../../support/rating.js';
import { allByRole } from '../../support/screen.js';

/*
 * What a keystroke costs, counted: it does not grow with what is there.
 */

const LONG = 1_000_000;

/** How many characters were written as JSON while something was done. */
async function written(act: () => Promise<unknown>): Promise<number> {
  const { stringify } = JSON;
  let count = 0;
  JSON.stringify = ((...args: Parameters<typeof stringify>) => {
    const text = stringify(...args) as string | undefined;
    count += text?.length ?? 0;
    return text;
  }) as typeof stringify;
  try {
    await act();
  } finally {
    JSON.stringify = stringify;
  }
  return count;
}

const field = (widget: AllianceRating): HTMLTextAreaElement =>
  allByRole(widget, 'textbox')[0] as HTMLTextAreaElement;

async function type(widget: AllianceRating, words: string): Promise<void> {
  const area = field(widget);
  area.value = words;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

const KEYS = 10;
const places = {
  'on a page': html`<alliance-rating></alliance-rating>`,
  'in a form': html`<form><alliance-rating name="rating"></alliance-rating></form>`,
  'with a store and drafts on the device': html`
    <alliance-provider storage="device" subject="Patient/1" author="Patient/1" encounter="Encounter/1">
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `,
};

describe('alliance-rating: a long text', () => {
  for (const [place, template] of Object.entries(places))
    it(`costs no more a key than a short one, ${place}`, async () => {
      const widget = await rating(template);
      const text = 'long words '.repeat(LONG / 11);
      await type(widget, text);
      const cost = await written(async () => {
        for (let key = 1; key <= KEYS; key += 1) await type(widget, text.slice(key));
      });
      expect(cost, 'characters').to.be.lessThan(LONG);
      expect(widget.answers['open']).to.equal(text.slice(KEYS));
      const { form } = widget;
      if (form) {
        const entry = new FormData(form).get('rating') as string;
        expect(entry.length, 'the form has it at once').to.be.greaterThan(LONG * 0.9);
        expect(new FormData(form).getAll('rating')).to.have.length(1);
      }
      await widget.closest('alliance-provider')?.clear({ all: true });
    });
});
