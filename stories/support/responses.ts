import type { QuestionnaireResponse } from '../../src/index.js';

const OWN = 'https://alliance-elements.org/fhir';

interface Given {
  readonly id?: string;
  readonly subject?: string;
  readonly encounter?: string;
  readonly status?: QuestionnaireResponse['status'];
  /** Degrees 0–4 by linkId. */
  readonly degrees: Readonly<Record<string, number>>;
  readonly amount?: 'too-little' | 'about-right' | 'too-much';
  readonly declined?: readonly string[];
  readonly unknown?: readonly string[];
  /** Own words to the open question. */
  readonly open?: string;
  readonly completion?: 'self' | 'supported' | 'proxy';
  /** Who the person was told can see it. */
  readonly told?: readonly string[];
  readonly language?: string;
  readonly authored?: string;
}

type Item = NonNullable<QuestionnaireResponse['item']>[number];

const absentItem = (linkId: string, valueCode: string): Item => ({
  linkId,
  answer: [{ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode }] }],
});

/** A response to our own instrument, as a record would hold it. */
export function responseWith(given: Given): QuestionnaireResponse {
  const { id = 'answers-1', subject, encounter, status = 'completed' } = given;
  const { degrees, amount, declined = [], unknown = [], open, completion = 'self' } = given;
  const { told = [], language, authored = '2026-03-02T10:45:00Z' } = given;
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    meta: { versionId: '1', lastUpdated: '2026-03-02T10:45:00Z' },
    ...(language === undefined ? {} : { language }),
    extension: [
      { url: `${OWN}/StructureDefinition/completion`, valueCode: completion },
      ...told.map((valueCode) => ({ url: `${OWN}/StructureDefinition/told-audience`, valueCode })),
    ],
    questionnaire: `${OWN}/Questionnaire/session-alliance|2.0.0`,
    status,
    authored,
    ...(subject === undefined ? {} : { subject: { reference: subject } }),
    ...(encounter === undefined ? {} : { encounter: { reference: encounter } }),
    item: [
      ...Object.entries(degrees).map(([linkId, code]) => ({
        linkId,
        answer: [{ valueCoding: { system: `${OWN}/CodeSystem/alliance-degree`, code: String(code) } }],
      })),
      ...(amount === undefined
        ? []
        : [
            {
              linkId: 'amount',
              answer: [{ valueCoding: { system: `${OWN}/CodeSystem/alliance-amount`, code: amount } }],
            },
          ]),
      ...declined.map((linkId) => absentItem(linkId, 'asked-declined')),
      ...unknown.map((linkId) => absentItem(linkId, 'asked-unknown')),
      ...(open === undefined ? [] : [{ linkId: 'open', answer: [{ valueString: open }] }]),
    ],
  };
}

/** A degree for every scale of `session-alliance`. */
export const allDegrees = { person: 3, trust: 2, 'same-goal': 4, chose: 3, why: 1, 'daily-life': 0 };
