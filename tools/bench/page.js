import '../../dist/alliance-elements.js';

/** Runs in the page: what is measured, each with ours beside the same controls in plain DOM without any style. */

const questionnaire = (count) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  item: Array.from({ length: count }, (_, index) => ({
    linkId: `q${index}`,
    type: index % 2 === 0 ? 'boolean' : 'string',
    text: `Question ${index}`,
  })),
});

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** One widget, drawn to its end. */
async function ours(place, given) {
  const widget = document.createElement('alliance-rating');
  if (given) widget.questionnaire = given;
  place.append(widget);
  await widget.updateComplete;
  const questions = () => widget.shadowRoot.querySelectorAll('fieldset').length;
  while (given && questions() < given.item.length) await nextTask();
  return widget.shadowRoot;
}

/** What a person can operate in it, and the words beside that. */
const controlsIn = (root) =>
  [...root.querySelectorAll('fieldset')].map((group) => ({
    legend: group.querySelector('legend').textContent.trim(),
    controls: [...group.querySelectorAll('input, textarea, select, button')].map((control) => ({
      tag: control.localName,
      type: control.type,
      words: (control.closest('label') ?? control).textContent.trim(),
    })),
  }));

let names = 0;

/** The same controls by hand. */
function plain(place, groups) {
  // Connected first: among radios in a tree that is not, engines look through all of it for each
  const form = place.appendChild(document.createElement('form'));
  for (const { legend, controls } of groups) {
    const group = document.createElement('fieldset');
    const name = `name-${(names += 1)}`;
    group.append(Object.assign(document.createElement('legend'), { textContent: legend }));
    for (const { tag, type, words } of controls) {
      const control = document.createElement(tag);
      if (tag === 'input') Object.assign(control, { type, name });
      if (tag === 'button') control.textContent = words;
      const label = document.createElement('label');
      label.append(control, tag === 'button' ? '' : words);
      group.append(label);
    }
    form.append(group);
  }
  return form;
}

/** Milliseconds until all of it is laid out. */
async function mount(count, draw) {
  const place = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => draw(place)));
  place.getBoundingClientRect();
  const time = performance.now() - start;
  place.remove();
  return time;
}

/** Milliseconds from the choice of an option until it is painted. */
async function answer(draw) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = await draw(place);
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  root.querySelector('input[type=radio]').click();
  await new Promise(requestAnimationFrame);
  await nextTask(); // what comes after a frame comes after its paint
  const time = performance.now() - start;
  place.remove();
  return time;
}

const made = async (given) => {
  const place = document.body.appendChild(document.createElement('div'));
  const controls = controlsIn(await ours(place, given));
  place.remove();
  return { ours: (at) => ours(at, given), plain: (at) => plain(at, controls) };
};

/** How often, what is given (nothing: the built-in rating), and how it is measured. */
const CASES = {
  'mount 1 rating': [9, undefined, (draw) => mount(1, draw)],
  'mount 100 ratings': [3, undefined, (draw) => mount(100, draw)],
  'mount 500 items': [9, questionnaire(500), (draw) => mount(1, draw)],
  'mount 5,000 items': [3, questionnaire(5000), (draw) => mount(1, draw)],
  'answer to paint': [9, undefined, answer],
  'answer to paint among 500 items': [9, questionnaire(500), answer],
};

window.cases = Object.keys(CASES);

/** Ours and plain in turn, so that whatever else the machine does meets both. */
window.bench = async (name) => {
  const [rounds, given, measure] = CASES[name];
  const drawing = await made(given);
  const times = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['ours', 'plain']) times[side].push(await measure(drawing[side]));
  }
  return times;
};
