import { register } from '../../controllers/widget/register.js';
import { AllianceProvider } from './alliance-provider.js';

register('alliance-provider', AllianceProvider);

declare global {
  interface HTMLElementTagNameMap {
    'alliance-provider': AllianceProvider;
  }
}
