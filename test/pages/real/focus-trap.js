import { createFocusTrap } from 'focus-trap';
import { care, plainElement } from './care.js';

/** A dialog of somebody who took focus-trap as it comes, and says nothing of being one. */
export function show(place, element) {
  const close = plainElement('button', { type: 'button' }, 'Close');
  const dialog = plainElement('div', {}, close, care(plainElement, element));
  place.append(plainElement('a', { href: '#page' }, 'Behind the dialog'), dialog);
  createFocusTrap(dialog).activate();
}
