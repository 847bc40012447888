import '../elements/alliance-provider/alliance-provider.define.js';

export * from '../common.js';
