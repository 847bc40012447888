export * from './common.js';
export { AllianceRating } from './elements/alliance-rating/alliance-rating.js';
export { AllianceGoals } from './elements/alliance-goals/alliance-goals.js';
