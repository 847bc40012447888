import { outcomes, type ThreadEntry } from '../../domain/empathy/moment.js';
import { referenceTo } from '../link.js';
import { withoutHoles } from '../loose.js';
import type { Communication, Reference } from '../resource.js';
import { momentCodeIn, momentConcept, type CommunicationCategory } from './category.js';
import { writeCommunication, type CommunicationAbout } from './communication-writer.js';
import { momentEntryIdentifierSystem, momentIdentifierSystem } from './moment-codes.js';

const categories = {
  read: 'reading',
  reply: 'reply',
  confirmation: 'confirmation',
} as const satisfies Record<ThreadEntry['kind'], CommunicationCategory>;

/** One reading a reader: its name follows from the moment's, so that reading it twice writes it once. */
function identifierOf(
  { kind, moment, by }: ThreadEntry,
  { identifier, author }: CommunicationAbout,
): NonNullable<Reference['identifier']> {
  if (kind !== 'read') return { system: momentEntryIdentifierSystem, value: identifier };
  const { system = momentIdentifierSystem, value = moment.reference ?? '' } = moment.identifier ?? {};
  return { system, value: `${value}/read/${author ?? by ?? ''}` };
}

function topicOf(entry: ThreadEntry, base: Communication | undefined): Communication['topic'] {
  if (entry.kind !== 'confirmation' || momentCodeIn(base?.topic, outcomes) === entry.outcome)
    return base?.topic;
  return momentConcept(entry.outcome);
}

/** What is said to a moment as an R4 Communication in response to it, patched onto the one that it came from. */
export function writeThreadEntry(
  entry: ThreadEntry,
  about: CommunicationAbout,
  base?: Communication,
): Communication {
  const words = entry.kind === 'read' ? undefined : entry.words;
  return writeCommunication(
    {
      category: categories[entry.kind],
      identifier: identifierOf(entry, about),
      topic: topicOf(entry, base),
      words: words === '' ? undefined : words,
      inResponseTo: referenceTo('Communication', entry.moment),
      sent: entry.at ?? about.at,
      told: about.told,
      extension: withoutHoles(base?.extension),
    },
    about,
    base,
  );
}
