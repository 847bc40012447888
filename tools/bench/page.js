import '../../dist/alliance-elements.js';
import { goalCases } from './goals.js';
import { hold } from './measure.js';
import { momentCases } from './moments.js';
import { ratingCases } from './ratings.js';

/** Runs in the page: what is measured, each with ours beside the same in plain DOM. */

const CASES = new Map(
  [...ratingCases, ...goalCases, ...momentCases].map(([name, rounds, make, measure]) => [
    name,
    { rounds, make, measure },
  ]),
);

window.cases = [...CASES.keys()];

/** Ours and plain in turn, so that whatever else the machine does meets both. */
window.bench = async (name) => {
  const { rounds, make, measure } = CASES.get(name);
  const sides = Object.entries(await make());
  const times = Object.fromEntries(sides.map(([side]) => [side, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, draw] of sides) times[side].push(await measure(draw));
  }
  return times;
};

let drawing;
let release;

/** Makes what a case draws, so that its memory is not taken for that of the drawing. */
window.make = async (name) => {
  drawing = await CASES.get(name).make();
};

/** Draws it on one side, and keeps it until it is released. */
window.hold = async (side) => {
  release = await hold(drawing[side]);
};

window.release = () => {
  release();
  release = undefined;
};
