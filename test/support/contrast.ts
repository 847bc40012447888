/** How strongly colours are told apart on the screen, by WCAG 2: 1 is not at all, 21 is black on white. */

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
canvas.canvas.width = 1;
canvas.canvas.height = 1;
const known = new Map<string, Colour>();

/** Any colour of CSS in parts of 0 to 1. */
function colourOf(css: string): Colour {
  const met = known.get(css);
  if (met) return met;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const colour: Colour = [red / 255, green / 255, blue / 255, alpha / 255];
  known.set(css, colour);
  return colour;
}

const over = (front: Colour, back: Colour): Colour => {
  const mixed = (index: 0 | 1 | 2): number => front[index] * front[3] + back[index] * (1 - front[3]);
  return [mixed(0), mixed(1), mixed(2), 1];
};

/** What is around or above an element, out of shadow trees too. */
const outer = (node: Element): Element | undefined =>
  node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host;

/** What is seen behind the words of an element. */
function behind(node: Element | undefined): Colour {
  if (!node) return colourOf('canvas');
  const own = colourOf(getComputedStyle(node).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(outer(node)));
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function between(front: Colour, back: Colour): number {
  const [one, other] = [luminance(over(front, back)), luminance(back)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** A colour on what is behind an element. */
export const contrastOn = (node: Element, css: string): number => between(colourOf(css), behind(node));

/** A colour on what is around an element. */
export const contrastAround = (node: Element, css: string): number =>
  between(colourOf(css), behind(outer(node)));

/** How light what is behind an element is: 0 is black, 1 is white. */
export const lightness = (node: Element): number => luminance(behind(node));
