export * from './common.js';
export { AllianceRating } from './elements/alliance-rating/alliance-rating.js';
