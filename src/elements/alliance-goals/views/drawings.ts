import type { Drawing } from '../../../parts/pictures.js';

/** Our own drawings for easy mode, by the name of what is asked. */
export const drawings: Readonly<Record<string, Drawing>> = {
  // A hill with a flag on it
  what: {
    soft: 'M8 56 40 22l16 16 12-10 20 28ZM40 8l16 6-16 6Z',
    lines: 'M8 56 40 22l16 16 12-10 20 28ZM40 22V6M40 8l16 6-16 6',
  },
  // A heart
  why: {
    soft: 'M48 54 24 30a12 12 0 0 1 24-10 12 12 0 0 1 24 10Z',
    lines: 'M48 54 24 30a12 12 0 0 1 24-10 12 12 0 0 1 24 10Z',
  },
  // A magnifying glass
  level0: { soft: 'M42 10a18 18 0 1 0 .1 0', lines: 'M42 10a18 18 0 1 0 .1 0M55 41l16 16' },
  // A page of a calendar
  due: {
    soft: 'M24 14h48v12H24Z',
    lines: 'M24 14h48v42H24ZM24 26h48M36 8v10M60 8v10M36 38h6M54 38h6M36 47h6',
  },
  // Stairs with a foot on the first
  step: { soft: 'M16 56V44h18V32h18V20h28v36Z', lines: 'M10 56h76M16 56V44h18V32h18V20h28' },
  // Two hands that hold something together
  helps: {
    soft: 'M48 12a10 10 0 1 0 .1 0',
    lines: 'M48 12a10 10 0 1 0 .1 0M10 40h12l14 8h16M86 40H74l-14 8H44M30 54h36',
  },
  // A stone on the way
  happened: { soft: 'M36 44l6-14h14l8 14Z', lines: 'M8 50h80M36 44l6-14h14l8 14ZM16 40h8M72 40h8' },
};
