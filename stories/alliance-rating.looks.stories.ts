import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor, within } from 'storybook/test';
import arabic from '../locales/ar/instruments.json';
import spanish from '../locales/es/common.json';
import { elementsIn, inside, question } from './support/inside.js';
import { inColoursOfSystem, showAsIn } from './support/media.js';
import { PSEUDO_LANGUAGE } from '../test/support/pseudo-language.js';
import { rating, ratingArgTypes, type RatingArgs } from './support/rating.js';
import { about } from '../test/support/about.js';

/** Some answers, so that what is chosen can be seen. */
const some = { answers: { person: '3', 'same-goal': '0' }, unknown: ['trust'] };

const meta = {
  title: 'Rating scale/Looks',
  component: 'alliance-rating',
  argTypes: ratingArgTypes,
  parameters: {
    docs: {
      description: {
        component:
          'Widths, languages, directions and colours. The words follow the nearest `lang`, the colours the `color-scheme` of the page and the custom properties `--alliance-*`, the width the box in which the widget stands.',
      },
    },
  },
  render: (args) => rating(args, some),
} satisfies Meta<RatingArgs>;

export default meta;
type Story = StoryObj<RatingArgs>;

/** Fails when something in the widget is wider than its place. */
async function expectNothingSticksOut(canvas: HTMLElement): Promise<void> {
  const widget = await inside(canvas);
  await widget.findAllByRole('heading');
  const [element] = elementsIn(canvas, 'alliance-rating');
  const place = element!.getBoundingClientRect();
  for (const part of element!.renderRoot.querySelectorAll('*')) {
    const { left, right, width } = part.getBoundingClientRect();
    if (width === 0) continue;
    await expect(left, part.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(place.left - 1);
    await expect(right, part.outerHTML.slice(0, 80)).toBeLessThanOrEqual(place.right + 1);
  }
}

/** Where the options of the first question stand: the number of different heights. */
async function rowsOfFirstScale(canvas: HTMLElement): Promise<number> {
  const widget = await inside(canvas);
  const [first] = await widget.findAllByRole('radiogroup');
  const degrees = within(first!).getAllByRole('radio').slice(0, 5);
  return new Set(degrees.map((radio) => Math.round(radio.closest('label')!.getBoundingClientRect().top)))
    .size;
}

/** Side by side, whatever the width. */
export const Horizontal: Story = {
  args: { layout: 'horizontal' },
  play: async ({ canvasElement }) => {
    await expect(await rowsOfFirstScale(canvasElement)).toBe(1);
  },
};

/** One below the other, whatever the width. */
export const Vertical: Story = {
  args: { layout: 'vertical' },
  play: async ({ canvasElement }) => {
    await expect(await rowsOfFirstScale(canvasElement)).toBe(5);
  },
};

const panel = (width: number, content: TemplateResult): TemplateResult =>
  html`<div style="inline-size: ${width}px">${content}</div>`;

/** In a panel beside a video call. */
export const Panel360: Story = {
  render: (args) => panel(360, rating(args, some)),
  play: async ({ canvasElement }) => {
    await expect(await rowsOfFirstScale(canvasElement)).toBe(5);
    await expectNothingSticksOut(canvasElement);
  },
};

export const Panel360OneAtATime: Story = {
  args: { pace: 'one' },
  render: Panel360.render!,
  play: async ({ canvasElement }) => expectNothingSticksOut(canvasElement),
};

/** The narrowest screen that WCAG asks for: also what 400 % zoom leaves of 1280 px. */
export const Narrow320: Story = {
  render: (args) => panel(320, rating(args, some)),
  play: async ({ canvasElement }) => expectNothingSticksOut(canvasElement),
};

export const Narrow320Easy: Story = {
  args: { support: 'easy' },
  render: Narrow320.render!,
  play: async ({ canvasElement }) => expectNothingSticksOut(canvasElement),
};

export const Narrow320Horizontal: Story = {
  args: { layout: 'horizontal' },
  render: Narrow320.render!,
  play: async ({ canvasElement }) => expectNothingSticksOut(canvasElement),
};

/** The scale runs from right to left in a page that runs from left to right. */
export const ScaleFromRightToLeft: Story = {
  args: { 'scale-direction': 'rtl', layout: 'horizontal' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const asked = within(await question(widget, about.person));
    const lowest = asked.getByRole('radio', { name: /No, not at all/ }).getBoundingClientRect();
    const highest = asked.getByRole('radio', { name: /Yes, fully/ }).getBoundingClientRect();
    await expect(lowest.left).toBeGreaterThan(highest.left);
  },
};

export const Arabic: Story = {
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    const root = element!.renderRoot.querySelector('[part~="root"]');
    await waitFor(() => expect(root).toHaveAttribute('dir', 'rtl'));
    await expect(root).toHaveAttribute('lang', 'ar');
    const lowest = await widget.findAllByText(arabic.degrees['0']);
    await expect(lowest[0]).toBeVisible();
  },
};

export const ArabicEasy: Story = { ...Arabic, args: { support: 'easy' } };

export const Spanish: Story = {
  globals: { language: 'es' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    const root = element!.renderRoot.querySelector('[part~="root"]');
    await waitFor(() => expect(root).toHaveAttribute('lang', 'es'));
    await expect(await widget.findByRole('button', { name: spanish.send.send })).toBeVisible();
  },
};

/** Numbers of the region that the page names: `ar-EG`. */
export const ArabicOfEgypt: Story = {
  globals: { language: 'ar' },
  args: { locale: 'ar-EG', 'scale-direction': 'rtl' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await waitFor(() => expect(widget.getAllByText('٤')).toHaveLength(6));
  },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const [element] = elementsIn(canvasElement, 'alliance-rating');
    const root = element!.renderRoot.querySelector('[part~="root"]')!;
    await expect(getComputedStyle(root).backgroundColor).not.toBe('rgb(255, 254, 252)');
  },
};

export const DarkEasy: Story = { args: { support: 'easy' }, globals: { theme: 'dark' } };

/** In forced colours, those of the system alone: a choice is told by a tick and a heavier border, and moves nothing. */
export const ForcedColours: Story = {
  tags: ['forced-colours'],
  args: { layout: 'vertical' },
  render: (args) => inColoursOfSystem(rating(args, { ...some, unknown: ['trust', 'open'] })),
  play: async ({ canvasElement }) => {
    showAsIn('(forced-colors: active)', elementsIn(canvasElement, 'alliance-rating')[0]!);
    const widget = await inside(canvasElement);
    const radios = within(await question(widget, about.person)).getAllByRole<HTMLInputElement>('radio');
    const options = radios.slice(0, 5).map((radio) => radio.closest('label')!);
    await expect(new Set(options.map(({ offsetHeight }) => offsetHeight)).size).toBe(1);
    await expect(getComputedStyle(options[3]!, '::after').borderTopWidth).toBe('2px');
    const [pressed, other] = widget.getAllByRole('button', { name: /^I( don’t know|’d rather not say)/ });
    await expect(getComputedStyle(pressed!).borderTopWidth).toBe('3px');
    await expect(pressed!.offsetHeight).toBe(other!.offsetHeight);
    radios[3]!.focus();
    await expect(getComputedStyle(options[3]!).outlineWidth).toBe('3px');
  },
};
export const ForcedColoursEasy: Story = {
  tags: ['forced-colours'],
  args: { support: 'easy' },
  render: (args) => inColoursOfSystem(rating(args, some)),
};
export const ForcedColoursDisabled: Story = {
  tags: ['forced-colours'],
  args: { disabled: true },
  render: ForcedColoursEasy.render!,
};

/** A language whose words are 40 % longer, in a panel of 360 px. */
export const LongTranslation: Story = {
  globals: { language: PSEUDO_LANGUAGE },
  render: Panel360.render!,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(widget.queryByRole('button', { name: 'Send' })).toBeNull();
    await expectNothingSticksOut(canvasElement);
  },
};

/** The same words side by side in the width of a tablet. */
export const LongTranslationSideBySide: Story = {
  globals: { language: PSEUDO_LANGUAGE },
  render: (args) => panel(700, rating(args, some)),
  play: async ({ canvasElement }) => expectNothingSticksOut(canvasElement),
};

/** A portal's colours, corners and font, by custom properties alone. */
export const Branded: Story = {
  render: (args) => html`
    <style>
      .harbour {
        --alliance-accent: light-dark(#5b2a86, #d9b8ff);
        --alliance-on-accent: light-dark(#ffffff, #2a1040);
        --alliance-surface-raised: light-dark(#ffffff, #211a29);
        --alliance-border: light-dark(#d5c9e0, #4a3d57);
        --alliance-radius: 2px;
        --alliance-font: Georgia, 'Times New Roman', serif;
      }
    </style>
    <div class="harbour">${rating(args, some)}</div>
  `,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const send = getComputedStyle(await widget.findByRole('button', { name: 'Send' }));
    await expect(send.fontFamily).toContain('Georgia');
    await expect(send.borderRadius).toBe('2px');
  },
};

/** A portal with the small base size of older frameworks: the widget keeps a readable one. */
export const InAPageWithSmallText: Story = {
  render: (args) => html`<div style="font-size: 10px">${rating(args, some)}</div>`,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    const words = await widget.findByText('I helped choose my goals.');
    await expect(parseFloat(getComputedStyle(words).fontSize)).toBeGreaterThanOrEqual(18);
  },
};
