export * from './common.js';
export { AllianceEmpathy } from './elements/alliance-empathy/alliance-empathy.js';
export { AllianceGoals } from './elements/alliance-goals/alliance-goals.js';
export { AllianceRating } from './elements/alliance-rating/alliance-rating.js';
