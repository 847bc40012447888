import { register } from '../../controllers/widget/register.js';
import { AllianceRating } from './alliance-rating.js';

register('alliance-rating', AllianceRating);

declare global {
  interface HTMLElementTagNameMap {
    'alliance-rating': AllianceRating;
  }
}
