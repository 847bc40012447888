import { known } from '../plain.js';
import type { Side } from '../side.js';
import type {
  ConfirmedOutcome,
  MomentKind,
  MomentState,
  MomentTopic,
  SharedMoment,
  ShowAt,
} from './moment.js';
import type { ThreadEntry, WantedHelp } from './moment.js';

/** What was said to a moment, as a page reads it. */
interface PlainEntry {
  readonly by?: Side;
  readonly at?: string;
  readonly kind: ThreadEntry['kind'];
  readonly outcome?: ConfirmedOutcome;
  readonly words?: string;
}

/** A moment as a page reads it: values without FHIR. */
export interface PlainMoment {
  /** Our identifier's value, else the resource's id. */
  readonly id: string;
  readonly kind: MomentKind;
  /** `unknown` also where nobody said what it was about. */
  readonly about: MomentTopic;
  readonly words?: string;
  readonly help?: { readonly kind: WantedHelp['kind']; readonly words?: string };
  readonly showAt: ShowAt;
  readonly state: MomentState;
  readonly thread: readonly PlainEntry[];
}

function plainEntry(entry: ThreadEntry): PlainEntry {
  const { by, at, kind } = entry;
  if (entry.kind === 'read') return known<PlainEntry>({ by, at, kind });
  const outcome = entry.kind === 'confirmation' ? entry.outcome : undefined;
  return known<PlainEntry>({ by, at, kind, outcome, words: entry.words });
}

/** The plain value of a moment that was shared, with all that hangs on it. */
export function plainMoment({ id, moment, state, thread }: SharedMoment): PlainMoment {
  const { kind, about = 'unknown', words, help, visibility } = moment;
  return known<PlainMoment>({
    ...{ id, kind, about, words, state },
    help: help && known({ kind: help.kind, words: help.words }),
    showAt: visibility === 'next' ? 'next' : 'now',
    thread: thread.map(plainEntry),
  });
}
