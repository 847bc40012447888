import type { Label, Control } from '../../domain/instrument/question.js';
import { extensionUrls } from '../codes.js';
import { readLabel } from './label-reader.js';
import { codeIn, extensionValue, objectsIn, type Loose } from '../loose.js';
import type { Reading } from './reading.js';

const controls: ReadonlySet<unknown> = new Set<Control>([
  'radio-button',
  'check-box',
  'drop-down',
  'autocomplete',
  'slider',
  'spinner',
  'text-box',
]);

/** The item control of an item, whatever its system says. */
export function controlCode(item: Loose): string | undefined {
  return codeIn(extensionValue(item, extensionUrls.itemControl));
}

export function readControl(item: Loose): Control | undefined {
  const code = controlCode(item);
  const isControl = (given: unknown): given is Control => controls.has(given);
  return isControl(code) ? code : undefined;
}

/** What display items say about the question that they are nested under. */
export interface Aids {
  readonly hints: readonly Label[];
  readonly lower?: Label | undefined;
  readonly upper?: Label | undefined;
  readonly unitLabel?: Label | undefined;
}

/** Controls of groups, and of words, that are drawn or that change nothing here. */
const others: ReadonlySet<unknown> = new Set([
  ...['group', 'list', 'table', 'header', 'footer', 'page'],
  ...['inline', 'prompt', 'unit', 'lower', 'upper', 'flyover', 'help'],
]);

/** The control of an item where it is one that is not known here. */
export function unknownControl(item: Loose): string | undefined {
  const code = controlCode(item);
  return controls.has(code) || others.has(code) ? undefined : code;
}

const HINTS: ReadonlySet<string | undefined> = new Set(['help', 'flyover', 'prompt', 'inline']);

const ENDS: ReadonlySet<string | undefined> = new Set(['lower', 'upper', 'unit']);

/** Told by its control, or as instructions. */
const isHint = (item: Loose): boolean =>
  HINTS.has(controlCode(item)) ||
  codeIn(extensionValue(item, extensionUrls.displayCategory)) === 'instructions';

const isAid = (item: Loose): boolean =>
  item['type'] === 'display' && (isHint(item) || ENDS.has(controlCode(item)));

/** Parts the nested items of a question: its aids, and what is asked or said under it. */
export function readAids(
  item: Loose,
  reading: Reading,
): { readonly aids: Aids; readonly rest: readonly Loose[] } {
  const nested = objectsIn(item['item']);
  const aids = nested.filter(isAid);
  const labelled = (code: string): Label | undefined => {
    const found = aids.find((aid) => controlCode(aid) === code);
    return found && readLabel(found, 'text', reading.languages);
  };
  return {
    aids: {
      hints: aids.filter(isHint).map((aid) => readLabel(aid, 'text', reading.languages)),
      lower: labelled('lower'),
      upper: labelled('upper'),
      unitLabel: labelled('unit'),
    },
    rest: nested.filter((child) => !isAid(child)),
  };
}
