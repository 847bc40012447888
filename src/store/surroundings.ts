import { newId } from '../context/new-id.js';

/** Where a store gets time and identifiers from; tests pass their own. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
}

export const browserSurroundings: Surroundings = {
  now: () => new Date(),
  newId,
};
