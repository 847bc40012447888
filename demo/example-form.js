import { word } from './portal-words.js';

const form = document.querySelector('#visit-form');
const entries = document.querySelector('#entries');
const none = document.querySelector('#entries-none');

const bytesOf = (text) => new TextEncoder().encode(text).length;

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** One field with its size and what it holds. */
function entryView([name, value], state) {
  const title = document.createElement('h3');
  title.textContent = name;
  const size = document.createElement('p');
  size.textContent = word('form.bytes', state, bytesOf(value));
  const text = document.createElement('pre');
  Object.assign(text, {
    textContent: pretty(value),
    tabIndex: 0,
    dir: 'auto',
    role: 'region',
    ariaLabel: name,
  });
  return [title, size, text];
}

/** Shows what the form would send, as any form handler would see it. */
export function followForm(state) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = [...new FormData(form)];
    entries.replaceChildren(...fields.flatMap((field) => entryView(field, state())));
    none.hidden = true;
  });
  form.addEventListener('reset', () => {
    entries.replaceChildren();
    none.hidden = false;
  });
}

export const emptyForm = () => form.reset();
