import { outcomes, type ThreadEntry } from '../../domain/empathy/moment.js';
import type { Link } from '../../domain/link.js';
import { linkIn, linkTo } from '../link.js';
import { objectsIn } from '../loose.js';
import type { Parties } from '../parties.js';
import type { Communication } from '../resource.js';
import { categoryOf, isCommunication, momentCodeIn } from './category.js';
import { momentEntryIdentifierSystem } from './moment-codes.js';
import { originOf, wordsIn } from './said.js';

const categories: readonly string[] = ['reply', 'reading', 'confirmation'];

/**
 * Whether a Communication may belong to one of our threads: it is one of ours, or another system answers something with
 * it. What it answers tells whether that is here.
 */
export function isThreadEntry(resource: unknown): resource is Communication {
  if (!isCommunication(resource)) return false;
  const category = categoryOf(resource);
  return category === undefined ? answersIn(resource).length > 0 : categories.includes(category);
}

/** All that it answers. */
export const answersIn = ({ inResponseTo }: Communication): readonly Link[] =>
  objectsIn(inResponseTo).map(linkIn);

/** How something names this that answers it. */
export const linkOfEntry = (entry: Communication): Link => linkTo(entry, momentEntryIdentifierSystem);

/** A reading, an answer or a confirmation; what another system wrote is an answer, and so is what cannot be told. */
export function readThreadEntry(communication: Communication, parties: Parties): ThreadEntry {
  const said = { moment: answersIn(communication)[0] ?? {}, ...originOf(communication, parties) };
  const category = categoryOf(communication);
  if (category === 'reading') return { kind: 'read', ...said };
  const words = wordsIn(communication);
  const outcome = category === 'confirmation' ? momentCodeIn(communication.topic, outcomes) : undefined;
  return outcome
    ? { kind: 'confirmation', ...said, outcome, words }
    : { kind: 'reply', ...said, words: words ?? '' };
}
