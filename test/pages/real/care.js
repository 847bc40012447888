/*
 * What all pages show: an element as a portal has it, with a link that the portal puts into it. React and plain pages
 * build the same.
 */

const PROVIDER = {
  viewer: 'client',
  storage: 'memory',
  subject: 'Patient/real',
  author: 'Patient/real',
  encounter: 'Encounter/real',
  audience: 'therapist',
};

const RATING = { instrument: 'session-alliance-brief', pace: 'one' };

/**
 * @param {(tag: string, attributes: object, ...children: unknown[]) => unknown} make
 * @param {string} element
 */
export function care(make, element) {
  const crisis = make('a', { slot: 'crisis', href: 'tel:112' }, 'Need help now? Call 112.');
  const attributes = { id: 'widget', ...(element === 'alliance-rating' ? RATING : {}) };
  return make('alliance-provider', PROVIDER, make(element, attributes, crisis));
}

/** The same as React's `createElement`, for pages without it. */
export function plainElement(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
