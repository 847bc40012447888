import 'tailwindcss/preflight.css';
import { underHeader } from './under-header.js';

export function show(place, element) {
  underHeader(place, element, {
    style: 'position: fixed; inset: 0 0 auto; block-size: 80px; background: white; z-index: 50',
  });
}
