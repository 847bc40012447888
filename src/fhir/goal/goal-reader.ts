import { goalIdentifierSystem, goalUrls } from './goal-codes.js';
import {
  noGoal,
  type Acceptance,
  type Goal as DomainGoal,
  type GoalState,
  type Level,
  type Note,
  type ProposedChange,
  type Weight,
} from '../../domain/goals/goal.js';
import type { Link } from '../../domain/link.js';
import { sides, type Side } from '../../domain/side.js';
import { identifierIn, linkTo } from '../link.js';
import {
  codeIn,
  extensionsOf,
  extensionValue,
  isObject,
  numberIn,
  objectsIn,
  referenceIn,
  textIn,
  timeIn,
} from '../loose.js';
import type { Goal } from '../resource.js';
import { levelIn, readLevels } from './levels.js';
import { sideOf, type Parties } from '../parties.js';

/** How the states of FHIR are read here; every other one is another system's. */
const states: Readonly<Record<string, GoalState>> = {
  proposed: 'proposed',
  planned: 'proposed',
  active: 'agreed',
  accepted: 'agreed',
  'on-hold': 'on-hold',
  completed: 'reached',
  cancelled: 'let-go',
  rejected: 'let-go',
  'entered-in-error': 'withdrawn',
};

export const isGoal = (resource: unknown): resource is Goal =>
  isObject(resource) && resource['resourceType'] === 'Goal';

/** Whether another system wrote it first. */
export const isForeignGoal = (goal: Goal): boolean => identifierIn(goal, goalIdentifierSystem) === undefined;

/** How something names this goal that hangs on it. */
export const linkOf = (goal: Goal): Link => linkTo(goal, goalIdentifierSystem);

/** The state of a lifecycle status; of one that is not known here its own word. */
export function stateIn(status: unknown): DomainGoal['state'] {
  const word = textIn(status) ?? 'proposed';
  return Object.hasOwn(states, word) ? (states[word] ?? 'proposed') : { foreign: word };
}

const acceptances: readonly string[] = ['agree', 'disagree', 'pending'];

/** What one side has said: the known person of that side first, else anybody of it. */
export function acceptanceIn(goal: unknown, side: Side, parties: Parties): object | undefined {
  const all = extensionsOf(goal, goalUrls.goalAcceptance).map((extension) => ({
    extension,
    who: referenceIn(extensionValue(extension, 'individual')),
  }));
  const named = parties[side];
  const own = all.find(
    ({ who }) =>
      who !== undefined &&
      named !== undefined &&
      sideOf(who, { [side]: named }) === side &&
      sameEnd(who, named),
  );
  return (own ?? all.find(({ who }) => sideOf(who, parties) === side))?.extension;
}

const sameEnd = (one: string, other: string): boolean =>
  one.split('/').slice(-2).join('/') === other.split('/').slice(-2).join('/');

function saidBy(goal: unknown, side: Side, parties: Parties): Acceptance | undefined {
  const extension = acceptanceIn(goal, side, parties);
  const status = codeIn(extensionValue(extension, 'status'));
  return status !== undefined && acceptances.includes(status) ? (status as Acceptance) : undefined;
}

function weightIn(goal: unknown, url: string): Weight | undefined {
  const number = numberIn(extensionValue(goal, url));
  return number === 0 || number === 1 || number === 2 || number === 3 ? number : undefined;
}

/** What one side wants changed. */
function changeIn(extension: unknown, parties: Parties): ProposedChange | undefined {
  const by = sideOf(referenceIn(extensionValue(extension, 'by')), parties);
  const at = textIn(extensionValue(extension, 'at'));
  if (!by || at === undefined) return undefined;
  const texts = extensionsOf(extension, 'level').flatMap((level) => {
    const of = levelIn(extensionValue(level, 'level'));
    const text = textIn(extensionValue(level, 'progressText'));
    return of === undefined || text === undefined ? [] : [[of, text] as const];
  });
  const [text, due] = ['text', 'due'].map((url) => textIn(extensionValue(extension, url)));
  return {
    ...{ by, at },
    ...(text !== undefined && { text }),
    ...(due !== undefined && { due }),
    ...(texts.length > 0 && { levels: new Map<Level, string>(texts) }),
  };
}

function notesIn(goal: Goal, parties: Parties): readonly Note[] {
  return objectsIn(goal.note).flatMap((note) => {
    const words = textIn(note['text']);
    if (words === undefined) return [];
    const by = sideOf(referenceIn(note['authorReference']), parties);
    return { id: textIn(note['id']), by, at: timeIn(note['time']), words };
  });
}

/** The words of a goal: as they were written, else as another system names it. */
function textOf({ description }: Partial<Goal>): string {
  const { text, coding } = isObject(description) ? description : {};
  return textIn(text) ?? textIn(objectsIn(coding)[0]?.['display']) ?? '';
}

/** The date of the target that is ours, else of the first that has one. */
export function dueIn(goal: Goal): string | undefined {
  const dates = objectsIn(goal.target).map(({ dueDate }) => textIn(dueDate));
  return dates.find((date) => date !== undefined);
}

/** A goal as it is shown, from whatever system; nothing in it is trusted to be as R4 says. */
export function readGoal(goal: Goal, parties: Parties): DomainGoal {
  const state = stateIn(goal.lifecycleStatus);
  const proposedBy = sideOf(referenceIn(goal.expressedBy), parties) ?? 'therapist';
  // Where nobody says who agreed, a goal that is under way has been agreed to
  const isUnderWay = ['agreed', 'on-hold', 'reached'].some((one) => one === state);
  const unsaid = (side: Side): Acceptance => (isUnderWay || side === proposedBy ? 'agree' : 'pending');
  const changes = extensionsOf(goal, goalUrls.proposedChange).flatMap(
    (extension) => changeIn(extension, parties) ?? [],
  );
  const baseline = numberIn(extensionValue(goal, goalUrls.baseline));
  return {
    text: textOf(goal),
    levels: readLevels(goal),
    baseline: baseline === -1 || baseline === -2 ? baseline : noGoal.baseline,
    due: dueIn(goal),
    ...{ state, proposedBy },
    accepted: {
      client: saidBy(goal, 'client', parties) ?? unsaid('client'),
      therapist: saidBy(goal, 'therapist', parties) ?? unsaid('therapist'),
    },
    changes: Object.fromEntries(
      sides.flatMap((side) =>
        changes
          .filter(({ by }) => by === side)
          .slice(0, 1)
          .map((change) => [side, change]),
      ),
    ),
    helps: textIn(extensionValue(goal, goalUrls.helps)),
    importance: weightIn(goal, goalUrls.importance),
    difficulty: weightIn(goal, goalUrls.difficulty),
    startedOn: timeIn(goal.startDate),
    notes: notesIn(goal, parties),
    writtenBy: sideOf(referenceIn(extensionValue(goal, goalUrls.writtenBy)), parties),
  };
}
