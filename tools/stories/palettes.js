import { launch } from '../browsers/engines.js';

/**
 * The colours of the system that a story tagged `forced-colours` is shown in, as a person who needs them has them: the
 * colours of the page are gone, in both engines.
 */
const FORCED = [
  { forced: 'light', settings: {} },
  {
    forced: 'dark',
    settings: {
      'browser.display.background_color': '#000000',
      'browser.display.foreground_color': '#ffffff',
      'browser.anchor_color': '#ffff00',
    },
  },
];

/** Playwright's `emulateMedia` does nothing in a Firefox that nobody patched: there the person's own settings do it. */
const FIREFOX_FORCES = { 'browser.display.document_color_use': 2 };

/** How the stories are shown one after the other, and which of them. */
export const palettes = [
  { name: '', has: () => true, launch },
  ...FORCED.map(({ forced, settings }) => ({
    name: ` (forced colours, ${forced})`,
    has: ({ tags = [] }) => tags.includes('forced-colours'),
    media: { forcedColors: 'active', colorScheme: forced },
    launch: (engine) => launch(engine, { ...FIREFOX_FORCES, ...settings }),
  })),
];

/**
 * Runs in the page: for the fill and stroke of text, Chromium tells the colour that the page wants, which axe believes, and
 * paints that of the system.
 */
function tellWhatIsPainted() {
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function tell(name) {
    return getPropertyValue.call(this, /^-webkit-text-(fill|stroke)-color$/.test(name) ? 'color' : name);
  };
}

/** A page with such colours; fails where the engine does not show them. */
export async function newPageIn(browser, { media }) {
  const page = await browser.newPage();
  if (!media) return page;
  await page.addInitScript(tellWhatIsPainted);
  await page.emulateMedia(media);
  const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  if (!isForced) throw new Error('The colours are not forced.');
  return page;
}
