import type { Drawing } from '../../../parts/pictures.js';

const bubble = 'M20 10h56a8 8 0 0 1 8 8v18a8 8 0 0 1-8 8H44L30 56V44H20a8 8 0 0 1-8-8V18a8 8 0 0 1 8-8Z';

/** Our own drawings for easy mode, by the name of what is asked. */
export const drawings: Readonly<Record<string, Drawing>> = {
  // A signpost with three ways
  about: {
    soft: 'M30 8h34l8 7-8 7H30ZM66 26H32l-8 7 8 7h34Z',
    lines: 'M48 4v56M30 8h34l8 7-8 7H30ZM66 26H32l-8 7 8 7h34Z',
  },
  // Two people, and what is between them
  who: {
    soft: 'M24 14a8 8 0 1 0 .1 0M72 14a8 8 0 1 0 .1 0',
    lines:
      'M24 14a8 8 0 1 0 .1 0M72 14a8 8 0 1 0 .1 0M10 54a14 16 0 0 1 28 0M58 54a14 16 0 0 1 28 0M42 28h12',
  },
  words: { soft: bubble, lines: `${bubble}M26 22h42M26 32h26` },
  reply: { soft: bubble, lines: `${bubble}M26 22h42M26 32h26` },
  // A hand that holds something up
  help: {
    soft: 'M48 8a10 10 0 1 0 .1 0',
    lines:
      'M48 8a10 10 0 1 0 .1 0M12 44h14l14 8h22a5 5 0 0 0 0-10H48M62 44l16-8a5 5 0 0 1 5 8L62 58H34l-8-4H12',
  },
  own: { soft: bubble, lines: `${bubble}M26 22h42M26 32h26` },
};
