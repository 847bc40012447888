import { executeServerCommand } from '@web/test-runner-commands';
import { until } from './until.js';

/** What a test asks of the browser itself; the other side is tools/test-runner/commands.js. */

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** What is named is emulated; what is left out goes back to the default. */
export interface EmulatedMedia {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  contrast?: 'more';
  medium?: 'print';
}

/** The engine that this test runs in. */
export function engine(): Promise<Engine> {
  return executeServerCommand<Engine, undefined>('alliance:engine');
}

/** Presses a key, or several held together: `press('Enter')`, `press('Shift+Tab')`. */
export async function press(keys: string): Promise<void> {
  await executeServerCommand('alliance:press', keys);
}

/** Types a text into what has the focus, letter by letter. */
export async function type(text: string): Promise<void> {
  await executeServerCommand('alliance:type', text);
}

/**
 * Emulates media features, `media({})` ends it. Answers whether the engine can: WebKit's driver cannot, so a
 * test that depends on it returns early there.
 */
export async function media(features: EmulatedMedia): Promise<boolean> {
  const emulated = await executeServerCommand<boolean, EmulatedMedia>('alliance:media', features);
  if (emulated) await untilMatched(features);
  return emulated;
}

/** A browser tells its pages a little later. */
async function untilMatched(features: EmulatedMedia): Promise<void> {
  const { colorScheme, reducedMotion, forcedColors, contrast, medium = 'screen' } = features;
  const queries = [
    medium,
    contrast && `(prefers-contrast: ${contrast})`,
    // Under forced colours Firefox derives the scheme from those colours
    colorScheme && forcedColors !== 'active' && `(prefers-color-scheme: ${colorScheme})`,
    `(prefers-reduced-motion: ${reducedMotion ?? 'no-preference'})`,
    `(forced-colors: ${forcedColors ?? 'none'})`,
  ].filter((query) => typeof query === 'string');
  await until(() => queries.every((query) => matchMedia(query).matches), queries.join(' and '));
}

/**
 * The accessibility tree as lines of role, name and state, such as `radio "Often" checked=true`. The names of
 * roles are the engine's own. WebKit only tells role and name of single elements: those that `webkitLocator`
 * gives, a JavaScript expression of an array of elements.
 */
export function accessibilityTree(webkitLocator?: string): Promise<string> {
  return executeServerCommand<string, string>('alliance:tree', webkitLocator);
}

/** Whether `npm run soak` runs the tests, which then take many more rounds. */
export const soak: boolean = (globalThis as { SOAK?: boolean }).SOAK === true;

/** The one seed that `SEED=…` asks for, or the first `count`. */
export function seeds(count: number): readonly number[] {
  const { SEED: one = NaN } = globalThis as { SEED?: number };
  return Number.isNaN(one) ? [...Array(count).keys()] : [one];
}
