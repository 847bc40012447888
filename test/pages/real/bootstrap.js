import 'bootstrap/dist/css/bootstrap.css';
import { underHeader } from './under-header.js';

export function show(place, element) {
  underHeader(place, element, { class: 'navbar fixed-top bg-body-tertiary' });
}
