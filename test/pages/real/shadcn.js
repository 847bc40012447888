import { showRadix } from './radix.js';

export function show(place, element) {
  showRadix(place, element, true);
}
