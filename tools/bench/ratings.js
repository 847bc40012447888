import { actToPaint, mount, nextTask } from './measure.js';

/** Runs in the page: ratings beside the same controls in plain DOM without any style. */

const questionnaire = (count) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  item: Array.from({ length: count }, (_, index) => ({
    linkId: `q${index}`,
    type: index % 2 === 0 ? 'boolean' : 'string',
    text: `Question ${index}`,
  })),
});

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

const drawing = (given) => async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const controls = controlsIn(await ours(place, given));
  place.remove();
  return { ours: (at) => ours(at, given), plain: (at) => plain(at, controls) };
};

const answer = (draw) => actToPaint(draw, (root) => root.querySelector('input[type=radio]').click());

/** The name, how often, what is drawn on either side, and how it is measured. */
export const ratingCases = [
  ['mount 1 rating', 9, drawing(), (draw) => mount(1, draw)],
  ['mount 100 ratings', 3, drawing(), (draw) => mount(100, draw)],
  ['mount 500 items', 9, drawing(questionnaire(500)), (draw) => mount(1, draw)],
  ['mount 5,000 items', 3, drawing(questionnaire(5000)), (draw) => mount(1, draw)],
  ['answer to paint', 9, drawing(), answer],
  ['answer to paint among 500 items', 9, drawing(questionnaire(500)), answer],
];
