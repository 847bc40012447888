import { care, plainElement } from './care.js';

/** A page that keeps its header in sight over what scrolls under it. */
export function underHeader(place, element, look) {
  const header = plainElement(
    'header',
    { id: 'header', ...look },
    plainElement('a', { href: '#page' }, 'Portal'),
  );
  const main = plainElement('main', { style: 'padding: 120px 16px 600px' }, care(plainElement, element));
  place.append(header, main, plainElement('a', { href: '#page' }, 'Back to the top'));
}
