/** A script of a portal that takes the elements from the bundle itself. */
export * from '../../dist/alliance-elements.js';
