import type { AbsentReason } from '../../domain/answers/answer.js';
import type { Scores } from '../../domain/instrument/scoring.js';
import type { Observation, QuestionnaireResponse } from '../resource.js';
import { scoreSystem, systems } from '../codes.js';

/** The scores of one response, and what else is told with them. */
export interface ScoredResponse {
  readonly response: QuestionnaireResponse;
  readonly scores: Scores;
  /** Why the person left scored questions out, where they said so. */
  readonly absent: AbsentReason | undefined;
  /** Title of the instrument. */
  readonly title: string;
}

const statuses = { 'entered-in-error': 'entered-in-error', amended: 'amended' } as const;

const quantity = (value: number): NonNullable<Observation['valueQuantity']> => ({
  value,
  unit: 'score',
  system: systems.ucum,
  code: '{score}',
});

const codeOf = (code: string): Observation['code'] => ({ coding: [{ system: scoreSystem, code }] });

/**
 * The scores of a response as an R4 Observation. Its identifier follows from the response's, so that writing it again
 * amends it and never doubles it.
 * @returns undefined where nothing is scored
 */
export function writeScores({ response, scores, absent, title }: ScoredResponse): Observation | undefined {
  const { total, subscales, subscaleReasons, reason } = scores;
  const { id, identifier, subject, encounter, authored, source, status } = response;
  if (reason === 'not-scored' || identifier?.value === undefined) return undefined;
  const missing = {
    dataAbsentReason: { coding: [{ system: systems.dataAbsentReason, code: absent ?? 'unknown' }] },
  };
  const component = [
    ...Object.entries(subscales).map(([name, score]) => ({
      code: codeOf(name),
      valueQuantity: quantity(score),
    })),
    ...Object.keys(subscaleReasons).map((name) => ({ code: codeOf(name), ...missing })),
  ];
  return {
    resourceType: 'Observation',
    identifier: [{ ...identifier, value: `${identifier.value}/score` }],
    status: status in statuses ? statuses[status as keyof typeof statuses] : 'final',
    category: [{ coding: [{ system: systems.observationCategory, code: 'survey' }] }],
    code: { ...codeOf('total'), ...(title !== '' && { text: title }) },
    ...(subject && { subject }),
    ...(encounter && { encounter }),
    ...(authored !== undefined && { effectiveDateTime: authored }),
    ...(source && { performer: [source] }),
    derivedFrom: [
      {
        ...(id !== undefined && { reference: `QuestionnaireResponse/${id}` }),
        type: 'QuestionnaireResponse',
        identifier,
      },
    ],
    ...(total === undefined ? missing : { valueQuantity: quantity(total) }),
    ...(component.length > 0 && { component }),
  };
}
