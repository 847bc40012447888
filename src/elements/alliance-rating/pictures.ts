import { svg, type SVGTemplateResult, type TemplateResult, html } from 'lit';

/** How much of something: a circle filled by quarters. Neither a face nor a colour, so it praises nobody. */
export function degreePicture(part: number): TemplateResult {
  return html`<svg class="degree" viewBox="0 0 24 24" aria-hidden="true">
    <circle class="rim" cx="12" cy="12" r="10.5"></circle>
    <circle
      class="fill"
      cx="12"
      cy="12"
      r="5.25"
      pathLength="100"
      stroke-dasharray="${String(part * 100)} 100"
      transform="rotate(-90 12 12)"
    ></circle>
  </svg>`;
}

export const tick = html`<svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m5 12.5 4.5 4.5L19 7.5" />
</svg>`;

const person = (x: number): SVGTemplateResult =>
  svg`<circle cx=${x} cy="24" r="8" /><path d=${`M${String(x - 14)} 54c0-9 6-16 14-16s14 7 14 16`} />`;

/** Line drawings of our own for easy mode, by the name that the instrument gives. */
const drawings: Readonly<Record<string, SVGTemplateResult>> = {
  // Two people who face each other
  'bond-1': svg`${person(30)}${person(66)}<path class="soft" d="M44 20h8M44 26h8" />`,
  // Somebody speaks, and it is a heavy cloud
  'bond-2': svg`${person(26)}<path class="soft" d="M50 14h28a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H60l-8 7v-7h-2a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6Z" /><path d="M54 31a4 4 0 0 1 2-8 7 7 0 0 1 13 1 4 4 0 0 1 3 7Z" />`,
  // A house in the sun
  'goal-1': svg`<path class="soft" d="M28 34v22h36V34" /><path d="m22 38 24-20 24 20M28 34v22h36V34M42 56V43h10v13" /><circle cx="78" cy="16" r="6" /><path d="M78 4v2M78 26v2M66 16h2M88 16h2" />`,
  // A raised hand and a flag on a hill
  'goal-2': svg`<path class="soft" d="M44 56c8-16 28-20 44-4v4Z" /><path d="M68 42V12l16 6-16 6" /><path d="M14 36v8c0 8 5 12 10 12s10-4 10-11V27a2.5 2.5 0 0 0-5 0v8M29 33V19a2.5 2.5 0 0 0-5 0v14M24 33V21a2.5 2.5 0 0 0-5 0v14M19 36V26a2.5 2.5 0 0 0-5 0v12" />`,
  // A lamp that lights up
  'task-1': svg`<path class="soft" d="M48 10a16 16 0 0 0-9 29c2 2 3 4 3 7h12c0-3 1-5 3-7a16 16 0 0 0-9-29Z" /><path d="M42 52h12M44 58h8M48 46V32l-5-5M48 32l5-5M20 26h5M71 26h5M27 8l4 4M69 8l-4 4" />`,
  // Scales in balance
  'task-2': svg`<path class="soft" d="M14 40h20a10 10 0 0 1-20 0ZM62 40h20a10 10 0 0 1-20 0Z" /><path d="M48 10v46M36 58h24M24 18h48M24 18 14 40h20ZM72 18 62 40h20Z" />`,
  // A page and a pencil
  open: svg`<path class="soft" d="M22 8h36v50H22Z" /><path d="M22 8h36v50H22ZM30 20h20M30 30h20M30 40h10M52 50l4-12 20-20 8 8-20 20Z" />`,
};

/** The drawing of a question; nothing where the instrument names none. */
export function questionPicture(name: string | undefined): TemplateResult | undefined {
  const drawing = name === undefined ? undefined : drawings[name];
  return drawing && html`<svg class="drawing" viewBox="0 0 96 64" aria-hidden="true">${drawing}</svg>`;
}
