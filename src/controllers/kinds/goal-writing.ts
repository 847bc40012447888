/*
 * What is needed once somebody changes a goal or what hangs on it, and not to read them: an element loads it when a person
 * comes to it.
 */

export { mergeEntries, mergeSteps, sameEntries, sameSteps } from '../../domain/goals/entries.js';
export { mergeGoals, resolveGoal, sameGoals } from '../../domain/goals/merge.js';
export { writeGoal } from '../../fhir/goal/goal-writer.js';
export { writeGoalEntry } from '../../fhir/observation/goal-entry-writer.js';
export { writeAuthorship } from '../../fhir/provenance/provenance-writer.js';
export { writeStep } from '../../fhir/task/step-writer.js';
