import './elements/alliance-provider/alliance-provider.define.js';
import './elements/alliance-empathy/alliance-empathy.define.js';
import './elements/alliance-goals/alliance-goals.define.js';
import './elements/alliance-rating/alliance-rating.define.js';

export * from './index.js';
