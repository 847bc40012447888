import { register } from '../../controllers/widget/register.js';
import { AllianceEmpathy } from './alliance-empathy.js';

register('alliance-empathy', AllianceEmpathy);

declare global {
  interface HTMLElementTagNameMap {
    'alliance-empathy': AllianceEmpathy;
  }
}
