import 'carbon-components/css/carbon-components.css';
import { underHeader } from './under-header.js';

export function show(place, element) {
  underHeader(place, element, { class: 'bx--header' });
}
