/** @typedef {{ start: number, end: number, value: { raw: string } }} Text */

/** The static texts of every tagged template with one of these tags, template by template. */
export function templatesOf(node, tags, found = /** @type {Text[][]} */ ([])) {
  if (node.type === 'TaggedTemplateExpression' && tags.includes(node.tag.name)) found.push(node.quasi.quasis);
  for (const child of Object.values(node).flat()) if (child?.type) templatesOf(child, tags, found);
  return found;
}

export const templateTexts = (node, tags) => templatesOf(node, tags).flat();

/** Replaces from the end, so that earlier positions stay true. */
export function replaceTexts(code, texts, replace) {
  const fromTheEnd = [...texts].sort((one, other) => other.start - one.start);
  return fromTheEnd.reduce(
    (text, { start, end }) => text.slice(0, start) + replace(text.slice(start, end)) + text.slice(end),
    code,
  );
}
