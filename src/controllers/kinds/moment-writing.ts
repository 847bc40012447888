/*
 * What is needed once somebody says something of a moment or to it, and not to read them: an element loads it when a
 * person comes to it.
 */

export {
  mergeEntries,
  mergeMoments,
  mergeRaises,
  sameEntries,
  sameMoments,
  sameRaises,
} from '../../domain/empathy/merge.js';
export { writeMoment } from '../../fhir/communication/moment-writer.js';
export { writeThreadEntry } from '../../fhir/communication/thread-writer.js';
export { writeAuthorship } from '../../fhir/provenance/provenance-writer.js';
export { writeRaise } from '../../fhir/task/raise-writer.js';
