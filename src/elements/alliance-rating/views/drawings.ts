import type { Drawing } from '../../../parts/pictures.js';

const person = (x: number): string =>
  `M${String(x)} 16a8 8 0 1 0 .1 0M${String(x - 14)} 54c0-9 6-16 14-16s14 7 14 16`;

/** Our own drawings for easy mode, by the name that the instrument gives. */
export const drawings: Readonly<Record<string, Drawing>> = {
  // An eye that looks at somebody
  person: {
    soft: 'M8 30s7-11 17-11 17 11 17 11-7 11-17 11S8 30 8 30ZM68 16a8 8 0 1 0 .1 0M54 54c0-9 6-16 14-16s14 7 14 16Z',
    lines: `M8 30s7-11 17-11 17 11 17 11-7 11-17 11S8 30 8 30ZM25 25a5 5 0 1 0 .1 0${person(68)}`,
  },
  // Two people hand in hand
  trust: {
    soft: 'M26 16a8 8 0 1 0 .1 0M70 16a8 8 0 1 0 .1 0M12 54c0-9 6-16 14-16s14 7 14 16ZM56 54c0-9 6-16 14-16s14 7 14 16Z',
    lines: `${person(26)}${person(70)}M38 46l10 7 10-7`,
  },
  // Two ways to one flag
  'same-goal': {
    soft: 'M48 8l20 7-20 7ZM14 46a5 5 0 1 0 .1 0M82 46a5 5 0 1 0 .1 0',
    lines:
      'M48 36V6M48 8l20 7-20 7M14 46a5 5 0 1 0 .1 0M82 46a5 5 0 1 0 .1 0M22 50c12-1 20-5 23-11M74 50c-12-1-20-5-23-11',
  },
  // A way with two signs: the person points out where it goes
  chose: {
    soft: 'M40 12h30l8 7-8 7H40ZM56 32H30l-8 7 8 7h26Z',
    lines: 'M48 6v52M40 12h30l8 7-8 7H40ZM56 32H30l-8 7 8 7h26ZM38 58h20',
  },
  // A lamp that lights up
  why: {
    soft: 'M48 8a16 16 0 0 0-9 29c2 2 3 4 3 7h12c0-3 1-5 3-7a16 16 0 0 0-9-29Z',
    lines:
      'M48 8a16 16 0 0 0-9 29c2 2 3 4 3 7h12c0-3 1-5 3-7a16 16 0 0 0-9-29ZM42 50h12M44 56h8M20 24h5M71 24h5M27 6l4 4M69 6l-4 4',
  },
  // A house in the sun
  'daily-life': {
    soft: 'M28 34v22h36V34L46 18Z',
    lines:
      'm22 38 24-20 24 20M28 34v22h36V34M42 56V43h10v13M80 10a6 6 0 1 0 .1 0M80 2v3M80 27v3M68 16h3M89 16h3',
  },
  // Three glasses, each with more in it
  amount: {
    soft: 'm13 46 1 10h10l1-10ZM39.9 34l2.1 22h10l2.1-22ZM66.4 18l3.6 38h10l3.6-38Z',
    lines: 'M10 14l4 42h10l4-42M38 14l4 42h10l4-42M66 14l4 42h10l4-42M13 46h12M39.9 34h14.2M66.4 18h17.2',
  },
  // A page and a pencil
  open: {
    soft: 'M22 6h38v52H22Z',
    lines: 'M50 58H22V6h38v20M30 18h20M30 28h16M30 38h10M50 52l4-12 22-22 8 8-22 22Z',
  },
};
