import { fileURLToPath } from 'node:url';

/** What IBM's accessibility-checker-engine finds in a page, in every shadow root too. */

const ENGINE = fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js'));

/** All of WCAG 2.2 A and AA, and IBM's own requirements. */
const RULES = 'IBM_Accessibility';

/**
 * What it calls a fault and is none; each says why. What it only asks a person to look at (a "potential" or "manual"
 * result) is not counted.
 */
const NO_FAULTS = [
  // The landmarks are those of the portal that a widget stands in
  { rule: 'aria_content_in_landmark' },
  // The group of a question also holds its hint, its error and "Clear answer", as a fieldset may
  { rule: 'aria_child_valid', says: 'role "radiogroup"' },
  // It takes radios of the same name in two shadow roots for one group, which ends at its root
  { rule: 'input_checkboxes_grouped', says: 'Radio input is in a different group' },
];

const isFault = ({ rule, message }) =>
  !NO_FAULTS.some((none) => none.rule === rule && message.includes(none.says ?? ''));

/** Runs in the page. */
async function failuresIn([selector, rules]) {
  const { results } = await new window.ace.Checker().check(document.querySelector(selector), [rules]);
  const failures = results
    .filter(({ value: [, found] }) => found === 'FAIL')
    .map(({ ruleId, message, path }) => ({ rule: ruleId, message, where: path.dom }));
  return { looked: results.length, failures };
}

/** The faults within what `selector` finds, a line each: rule, message and path. */
export async function faultsFoundByIbm(page, selector) {
  await page.addScriptTag({ path: ENGINE });
  const { looked, failures } = await page.evaluate(failuresIn, [selector, RULES]);
  if (looked === 0) return ['IBM’s engine looked at nothing'];
  return failures.filter(isFault).map(({ rule, message, where }) => `IBM: ${rule}: ${message} (${where})`);
}
