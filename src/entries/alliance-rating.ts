import '../elements/alliance-provider/alliance-provider.define.js';
import '../elements/alliance-rating/alliance-rating.define.js';

export * from '../common.js';
export { AllianceRating } from '../elements/alliance-rating/alliance-rating.js';
