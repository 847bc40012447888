import 'axe-core'; // a script without exports: it sets the global
import type axeCore from 'axe-core';
import type { NodeResult, Result } from 'axe-core';

const { axe } = globalThis as unknown as { axe: typeof axeCore };

const expected = { normal: { expected: 7 }, large: { expected: 7 } };
axe.configure({ checks: [{ id: 'color-contrast-enhanced', options: { contrastRatio: expected } }] });

/** Rules about whole pages, which a single element cannot meet. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'html-has-lang', 'document-title'];

function describeNode(node: NodeResult): string {
  const where = node.target.flat().join(' ');
  return `    ${where}\n      ${node.failureSummary?.replaceAll('\n', '\n      ') ?? ''}`;
}

function describe(violation: Result): string {
  return [`  ${violation.id}: ${violation.help}`, ...violation.nodes.map(describeNode)].join('\n');
}

/** Fails where words are told from what is behind them by less than 7:1, whatever their size (WCAG 1.4.6 lets large ones be less). */
export async function expectHighContrast(node: Element): Promise<void> {
  await Promise.allSettled((node.shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));
  const { violations, passes } = await axe.run(node, { runOnly: ['color-contrast-enhanced'] });
  if (violations.length > 0) throw new Error(`axe found:\n${violations.map(describe).join('\n')}`);
  if (passes.length === 0) throw new Error('axe found no words: is the element visible?');
}

/** Fails with readable lines when axe finds something wrong in `node`. `disable` names rules to leave out. */
export async function expectAccessible(node: Element, { disable = [] as string[] } = {}): Promise<void> {
  const rules = Object.fromEntries([...PAGE_RULES, ...disable].map((id) => [id, { enabled: false }]));
  // A colour on its way to another is neither
  await Promise.allSettled((node.shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));
  const { violations, passes } = await axe.run(node, { rules, resultTypes: ['violations'] });
  if (violations.length > 0) throw new Error(`axe found:\n${violations.map(describe).join('\n')}`);
  if (passes.length === 0) throw new Error('axe checked nothing: is the element visible?');
}
