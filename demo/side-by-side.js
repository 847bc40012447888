import { addressOf, readSettings } from './settings.js';

/** Both frames show the page that the address names, each as one of the two people. */
const state = readSettings();
for (const frame of document.querySelectorAll('iframe')) {
  frame.src = `index.html${addressOf({ ...state, storage: 'fhir', viewer: frame.dataset.viewer })}`;
}
for (const link of document.querySelectorAll('a[data-page]')) {
  link.ariaCurrent = link.dataset.page === state.page ? 'page' : null;
}
document.querySelector('#back').href = `index.html${addressOf(state)}`;
