import '../elements/alliance-provider/alliance-provider.define.js';
import '../elements/alliance-goals/alliance-goals.define.js';

export * from '../common.js';
export { AllianceGoals } from '../elements/alliance-goals/alliance-goals.js';
