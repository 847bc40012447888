import { namesIn, type Link } from '../../domain/link.js';
import { linkOf } from '../../fhir/goal/goal-reader.js';
import type { DrawnGoal } from './shared-goals.js';

/** The goal that a link leads to. */
export function rootIn(goals: readonly DrawnGoal[], link: Link): DrawnGoal | undefined {
  const names = namesIn(link);
  return goals.find(({ wire }) => namesIn(linkOf(wire)).some((name) => names.includes(name)));
}
