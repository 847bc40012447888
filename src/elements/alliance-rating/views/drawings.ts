import type { Drawing } from '../../../parts/pictures.js';

const person = (x: number): string =>
  `M${String(x)} 16a8 8 0 1 0 .1 0M${String(x - 14)} 54c0-9 6-16 14-16s14 7 14 16`;

/** Our own drawings for easy mode, by the name that the instrument gives. */
export const drawings: Readonly<Record<string, Drawing>> = {
  // Two people who face each other
  'bond-1': {
    soft: 'M28 16a8 8 0 1 0 .1 0M68 16a8 8 0 1 0 .1 0M14 54c0-9 6-16 14-16s14 7 14 16ZM54 54c0-9 6-16 14-16s14 7 14 16Z',
    lines: `${person(28)}${person(68)}M42 12c4-5 8-5 12 0M51 9l3 3-4 1`,
  },
  // Somebody speaks, and it is a heavy cloud
  'bond-2': {
    soft: 'M50 8h34a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H62l-8 8v-8h-4a6 6 0 0 1-6-6V14a6 6 0 0 1 6-6Z',
    lines: `${person(22)}M57 31a4.5 4.5 0 0 1 2-9 8 8 0 0 1 15 1 4.5 4.5 0 0 1 3 8Z`,
  },
  // A house in the sun
  'goal-1': {
    soft: 'M28 34v22h36V34L46 18Z',
    lines:
      'm22 38 24-20 24 20M28 34v22h36V34M42 56V43h10v13M80 10a6 6 0 1 0 .1 0M80 2v3M80 27v3M68 16h3M89 16h3',
  },
  // A way with two signs: the person points out where it goes
  'goal-2': {
    soft: 'M40 12h30l8 7-8 7H40ZM56 32H30l-8 7 8 7h26Z',
    lines: 'M48 6v52M40 12h30l8 7-8 7H40ZM56 32H30l-8 7 8 7h26ZM38 58h20',
  },
  // A lamp that lights up
  'task-1': {
    soft: 'M48 8a16 16 0 0 0-9 29c2 2 3 4 3 7h12c0-3 1-5 3-7a16 16 0 0 0-9-29Z',
    lines:
      'M48 8a16 16 0 0 0-9 29c2 2 3 4 3 7h12c0-3 1-5 3-7a16 16 0 0 0-9-29ZM42 50h12M44 56h8M20 24h5M71 24h5M27 6l4 4M69 6l-4 4',
  },
  // Scales in balance
  'task-2': {
    soft: 'M14 40h20a10 10 0 0 1-20 0ZM62 40h20a10 10 0 0 1-20 0Z',
    lines:
      'M48 10v46M36 58h24M24 18h48M24 18 14 40h20ZM72 18 62 40h20ZM14 40a10 10 0 0 0 20 0M62 40a10 10 0 0 0 20 0',
  },
  // A page and a pencil
  open: {
    soft: 'M22 6h38v52H22Z',
    lines: 'M50 58H22V6h38v20M30 18h20M30 28h16M30 38h10M50 52l4-12 22-22 8 8-22 22Z',
  },
};
