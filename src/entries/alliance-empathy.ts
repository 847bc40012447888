import '../elements/alliance-provider/alliance-provider.define.js';
import '../elements/alliance-empathy/alliance-empathy.define.js';

export * from '../common.js';
export { AllianceEmpathy } from '../elements/alliance-empathy/alliance-empathy.js';
