import { keptResources } from './care.js';
import { word } from './portal-words.js';

const dialog = document.querySelector('#record');
const outcomes = [
  'alliance-submit',
  'alliance-goal',
  'alliance-moment',
  'alliance-saved',
  'alliance-queued',
  'alliance-conflict',
  'alliance-error',
];

/** What the events told since the page was opened: a log, and how often answers changed. */
const log = [];
const counts = { input: 0, change: 0 };

const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** A resource as formatted JSON; a portal would hand it to its server instead. */
function resourceView(title, resource) {
  const json = element('pre', {
    ...{ textContent: JSON.stringify(resource, null, 2), lang: 'en', dir: 'ltr' },
    ...{ tabIndex: 0, role: 'region', ariaLabel: title },
  });
  return element('details', { open: true }, element('summary', { textContent: title, dir: 'auto' }), json);
}

const titleOf = ({ resourceType, status, meta }) =>
  [resourceType, status, meta?.versionId && `version ${meta.versionId}`].filter(Boolean).join(' · ');

function fill(selector, views, emptyKey, state) {
  const none = element('p', { className: 'none', textContent: word(emptyKey, state) });
  document.querySelector(selector).replaceChildren(...(views.length > 0 ? views : [none]));
}

async function show(state) {
  const kept = await keptResources();
  const stored = kept.map((resource) => resourceView(titleOf(resource), resource));
  fill('#record-saved', stored, 'record.none', state);
  const present = [...document.querySelectorAll('alliance-rating, alliance-goals, alliance-empathy')]
    .map(({ id, response, goals, moments }) => ({ id, held: response ?? goals ?? moments }))
    .filter(({ held }) => held !== undefined && held.length !== 0)
    .map(({ id, held }) => resourceView(`#${id}`, held));
  fill('#record-now', present, 'record.untouched', state);
  document.querySelector('#record-counts').textContent =
    `input × ${counts.input} · change × ${counts.change}`;
  const lines = log.map((line) => element('li', { textContent: line }));
  document.querySelector('#record-events').replaceChildren(...lines);
}

/** One line for an event; never an answer in it. */
function lineOf(event) {
  const time = new Date().toLocaleTimeString('en', { hour12: false });
  const { resource, reason, scores, action } = event;
  const what = reason ?? (resource && titleOf(resource));
  const answered = scores && `${scores.answered} of ${scores.of} answered`;
  return [time, event.type, action, `#${event.target.id}`, what, answered].filter(Boolean).join(' · ');
}

/** Listens as a portal would, and shows it in a side panel. */
export function followRecord(state) {
  const refresh = () => {
    if (dialog.open) void show(state());
  };
  for (const type of outcomes) {
    document.addEventListener(type, (event) => {
      log.unshift(lineOf(event));
      refresh();
    });
  }
  for (const type of Object.keys(counts)) {
    document.addEventListener(type, ({ target }) => {
      if (target.localName === 'alliance-rating') counts[type] += 1;
    });
  }
  document.querySelector('#open-record').addEventListener('click', () => {
    void show(state());
    dialog.showModal();
  });
  document.querySelector('#close-record').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target, clientX }) => {
    const { left, right } = dialog.getBoundingClientRect();
    if (target === dialog && (clientX < left || clientX > right)) dialog.close();
  });
}

/** After a sign-out nothing of the person stays in this page either. */
export function emptyRecord() {
  log.length = 0;
  Object.assign(counts, { input: 0, change: 0 });
}
