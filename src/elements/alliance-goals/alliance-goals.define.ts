import { register } from '../../controllers/widget/register.js';
import { AllianceGoals } from './alliance-goals.js';

register('alliance-goals', AllianceGoals);

declare global {
  interface HTMLElementTagNameMap {
    'alliance-goals': AllianceGoals;
  }
}
