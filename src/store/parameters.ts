import { StoreError } from './store-error.js';

/*
 * R4's search parameters of the types that are stored: nothing else exists, so that what works on the device works on a
 * server.
 */

export type ParameterKind = 'reference' | 'token' | 'canonical' | 'date';

export interface Parameter {
  readonly kind: ParameterKind;
  /** Where the values are, such as `agent.who`. */
  readonly paths: readonly string[];
  /** What is referred to is one version: a search that names another one does not find it. */
  readonly isOfOneVersion?: boolean;
}

type Parameters = Readonly<Record<string, Parameter>>;

const of =
  (kind: ParameterKind) =>
  (...paths: readonly string[]): Parameter => ({ kind, paths });
const [reference, token, canonical, date] = [of('reference'), of('token'), of('canonical'), of('date')];

const common: Parameters = { _id: token('id'), _lastUpdated: date('meta.lastUpdated') };
/** Of all types that have an identifier. */
const business: Parameters = { ...common, subject: reference('subject'), identifier: token('identifier') };
const events: Parameters = {
  ...business,
  encounter: reference('encounter'),
  status: token('status'),
  'based-on': reference('basedOn'),
  'part-of': reference('partOf'),
};

const parameters: Readonly<Record<string, Parameters>> = {
  QuestionnaireResponse: {
    ...events,
    questionnaire: canonical('questionnaire'),
    author: reference('author'),
    source: reference('source'),
    authored: date('authored'),
  },
  Observation: {
    ...events,
    focus: reference('focus'),
    category: token('category'),
    code: token('code'),
    performer: reference('performer'),
    'derived-from': reference('derivedFrom'),
    'has-member': reference('hasMember'),
    date: date('effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming'),
  },
  Goal: {
    ...business,
    category: token('category'),
    'lifecycle-status': token('lifecycleStatus'),
    'achievement-status': token('achievementStatus'),
    'start-date': date('startDate'),
    'target-date': date('target.dueDate'),
  },
  Task: {
    ...events,
    subject: reference('for'),
    focus: reference('focus'),
    code: token('code'),
    owner: reference('owner'),
    requester: reference('requester'),
    'authored-on': date('authoredOn'),
  },
  Communication: {
    ...events,
    category: token('category'),
    sender: reference('sender'),
    recipient: reference('recipient'),
    sent: date('sent'),
  },
  Provenance: {
    ...common,
    target: { ...reference('target'), isOfOneVersion: true },
    agent: reference('agent.who'),
    recorded: date('recorded'),
  },
};

export const keptTypes: readonly string[] = Object.keys(parameters);

/** Whether resources of a type are stored. */
export const isKept = (type: string): boolean => Object.hasOwn(parameters, type);

/** When what a resource tells of was, by which lists are mostly sorted. */
const mainDates: Readonly<Record<string, string>> = {
  QuestionnaireResponse: 'authored',
  Observation: 'date',
  Goal: 'start-date',
  Task: 'authored-on',
  Communication: 'sent',
  Provenance: 'recorded',
};

/** The name of the parameter by which resources of a type are mostly sorted. */
export const mainDateOf = (type: string): string | undefined =>
  Object.hasOwn(mainDates, type) ? mainDates[type] : undefined;

/**
 * The search parameters of a type.
 * @throws StoreError `invalid` for a type that is not stored
 */
export function parametersOf(type: string): Parameters {
  const known = Object.hasOwn(parameters, type) ? parameters[type] : undefined;
  if (known) return known;
  throw new StoreError(
    'invalid',
    `"${type}" is not kept here. Use one of: ${Object.keys(parameters).join(', ')}.`,
  );
}

/**
 * One search parameter of a type.
 * @throws StoreError `invalid` for one that R4 does not have
 */
export function parameterOf(type: string, name: string): Parameter {
  const known = parametersOf(type);
  const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
  if (parameter) return parameter;
  throw new StoreError(
    'invalid',
    `search: ${type} has no parameter "${name}". Use one of: ${Object.keys(known).join(', ')}, _sort, _count, _elements.`,
  );
}
