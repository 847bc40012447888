/** Runs in the page: what is timed, in milliseconds, and where it is drawn. */

export const nextTask = () => new Promise((resolve) => setTimeout(resolve));

const newPlace = () => document.body.appendChild(document.createElement('div'));

/** Until what was just done is on the screen. */
async function timeToPaint(act) {
  await new Promise(requestAnimationFrame);
  await nextTask();
  const start = performance.now();
  await act();
  await new Promise(requestAnimationFrame);
  await nextTask(); // what comes after a frame comes after its paint
  return performance.now() - start;
}

/** Until all of it is laid out. */
export async function mount(count, draw) {
  const place = newPlace();
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => draw(place)));
  place.getBoundingClientRect();
  const time = performance.now() - start;
  place.remove();
  return time;
}

/** From nothing until it is on the screen. */
export async function firstPaint(draw) {
  const place = newPlace();
  const time = await timeToPaint(() => draw(place));
  place.remove();
  return time;
}

/** From something that is done to what was drawn until it is on the screen. */
export async function actToPaint(draw, act) {
  const place = newPlace();
  const drawn = await draw(place);
  const time = await timeToPaint(() => act(drawn));
  place.remove();
  return time;
}

/** Draws it for as long as its memory is measured. */
export async function hold(draw) {
  const place = newPlace();
  await draw(place);
  return () => place.remove();
}
