import { endCare, provideCare } from './care.js';
import { emptyForm, followForm } from './example-form.js';
import { emptyRecord, followRecord } from './record.js';
import { showWords, word } from './portal-words.js';
import { addressOf, readSettings } from './settings.js';

const get = (id) => document.querySelector(`#${id}`);
const pages = document.querySelectorAll('.page');
const links = document.querySelectorAll('a[data-page]');

let state = readSettings();
let isSignedOut = false;

function showPage() {
  const shown = isSignedOut ? 'signed-out' : state.page;
  for (const page of pages) page.hidden = page.id !== shown;
  for (const link of links) {
    const { page } = link.dataset;
    link.href = addressOf({ ...state, page });
    if (!link.classList.contains('brand')) link.ariaCurrent = page === shown ? 'page' : null;
  }
  get('both-sides').href = `side-by-side.html?page=${state.page}`;
  for (const id of ['nav', 'sign-out', 'demo-bar']) get(id).hidden = isSignedOut;
  document.title = `${get(`${shown}-title`).textContent} – ${word('clinic', state)}`;
}

/** Brings the whole page to the state. */
function show() {
  const { lang, theme } = state;
  document.documentElement.dataset.theme = theme;
  showWords(state);
  provideCare(state);
  for (const select of document.querySelectorAll('select')) select.value = state[select.name];
  get('today').textContent = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date());
  get('session-number').textContent = new Intl.NumberFormat(lang).format(state.session);
  get('failure').textContent = '';
  showPage();
}

function change(changes, { isStep = false } = {}) {
  state = { ...state, ...changes };
  history[isStep ? 'pushState' : 'replaceState'](null, '', addressOf(state));
  show();
}

const goToHeading = (id) => get(`${id}-title`).focus();

function followLinks() {
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || isSignedOut) return;
      event.preventDefault();
      change({ page: link.dataset.page }, { isStep: true });
      scrollTo(0, 0);
      goToHeading(state.page);
    });
  }
  addEventListener('popstate', () => {
    state = readSettings();
    show();
  });
}

async function signOut() {
  try {
    await endCare();
  } catch {
    get('failure').textContent = word('out.failed', state);
    return;
  }
  emptyRecord();
  emptyForm();
  isSignedOut = true;
  showPage();
  goToHeading('signed-out');
}

function signIn() {
  isSignedOut = false;
  change({ page: 'session', viewer: 'client' });
  goToHeading('session');
}

for (const select of document.querySelectorAll('select')) {
  select.addEventListener('change', () => change({ [select.name]: select.value }));
}
get('new-session').addEventListener('click', () => {
  change({ session: state.session + 1 }, { isStep: true });
  get('status').textContent = word('demo.began', state, state.session);
});
get('sign-out').addEventListener('click', () => void signOut());
get('sign-in').addEventListener('click', signIn);

followLinks();
followForm(() => state);
followRecord(() => state);
// Where there is room for them, the switches of the demo are in sight
get('demo').open = matchMedia('(min-width: 64rem)').matches;
show();
