import { answerOf, type Answers } from '../domain/answer.js';
import type { Instrument } from '../domain/instrument.js';
import { scoredLinkIds, scoresOf } from '../domain/scoring.js';
import { responseIdentifierSystem, scoreSystem, systems } from './codes.js';
import { compact } from './compact.js';
import type { Observation, QuestionnaireResponse } from './resource.js';

const statuses = { 'entered-in-error': 'entered-in-error', amended: 'amended' } as const;

const quantity = (value: number): NonNullable<Observation['valueQuantity']> => ({
  value,
  unit: 'score',
  system: systems.ucum,
  code: '{score}',
});

const codeOf = (code: string, text?: string): Observation['code'] =>
  compact({ coding: [{ system: scoreSystem, code }], text });

/** Why there is no total, as far as the person has said so. */
function absentReason(
  instrument: Instrument,
  answers: Answers,
): NonNullable<Observation['dataAbsentReason']> {
  const reasons = new Set(
    scoredLinkIds(instrument).map((linkId) => {
      const answer = answerOf(answers, linkId);
      return answer.state === 'absent' ? answer.reason : undefined;
    }),
  );
  const code = reasons.has('asked-declined')
    ? 'asked-declined'
    : reasons.has('asked-unknown')
      ? 'asked-unknown'
      : 'unknown';
  return { coding: [{ system: systems.dataAbsentReason, code }] };
}

/**
 * The scores of a response as an R4 Observation. Its identifier follows from the response's, so that writing it again
 * amends it and never doubles it.
 * @returns undefined where nothing is scored
 */
export function writeScores(
  instrument: Instrument,
  answers: Answers,
  response: QuestionnaireResponse,
): Observation | undefined {
  const { total, subscales, subscaleReasons, reason } = scoresOf(instrument, answers);
  const { value } = response.identifier ?? {};
  if (reason === 'not-scored' || value === undefined) return undefined;
  const reference = response.id === undefined ? undefined : `QuestionnaireResponse/${response.id}`;
  const component = [
    ...Object.entries(subscales).map(([name, score]) => ({
      code: codeOf(name),
      valueQuantity: quantity(score),
    })),
    ...Object.keys(subscaleReasons).map((name) => ({
      code: codeOf(name),
      dataAbsentReason: absentReason(instrument, answers),
    })),
  ];
  return compact<Observation>({
    resourceType: 'Observation',
    identifier: [{ system: responseIdentifierSystem, value: `${value}/score` }],
    status: response.status in statuses ? statuses[response.status as keyof typeof statuses] : 'final',
    category: [{ coding: [{ system: systems.observationCategory, code: 'survey' }] }],
    code: codeOf('total', instrument.title.text),
    subject: response.subject,
    encounter: response.encounter,
    effectiveDateTime: response.authored,
    performer: response.source && [response.source],
    derivedFrom: [compact({ reference, type: 'QuestionnaireResponse', identifier: response.identifier })],
    valueQuantity: total === undefined ? undefined : quantity(total),
    dataAbsentReason: total === undefined ? absentReason(instrument, answers) : undefined,
    component,
  });
}
