import { absent, answered } from '../domain/answer.js';
import type { AbsentReason, Answer, Answers, Coding, Value } from '../domain/answer.js';
import { extensionUrls } from './codes.js';
import { compact } from './compact.js';
import type { FhirCoding, QuestionnaireResponse, QuestionnaireResponseItem } from './resource.js';

type ReadAnswer = NonNullable<QuestionnaireResponseItem['answer']>[number];

const absentReasons: readonly string[] = ['asked-declined', 'asked-unknown'] satisfies AbsentReason[];

const isAbsentReason = (code: string | undefined): code is AbsentReason =>
  code !== undefined && absentReasons.includes(code);

function readCoding({ system, code, display }: FhirCoding): Coding | undefined {
  const known = code ?? display;
  if (known === undefined) return undefined;
  return compact<Coding>({ system, code: known, display });
}

/** The value in one FHIR answer; undefined where it has none, or one of a kind that we do not know. */
export function readValue(answer: ReadAnswer): Value | undefined {
  if (answer.valueCoding) return readCoding(answer.valueCoding);
  return (
    answer.valueInteger ??
    answer.valueDecimal ??
    answer.valueBoolean ??
    answer.valueString ??
    answer.valueDate
  );
}

function readAnswers(given: readonly ReadAnswer[]): Answer | undefined {
  const [first, ...more] = given.flatMap((answer) => readValue(answer) ?? []);
  if (first !== undefined) return answered(first, ...more);
  const reason = given
    .flatMap((answer) => answer.extension ?? [])
    .find(({ url }) => url === extensionUrls.dataAbsentReason)?.valueCode;
  return isAbsentReason(reason) ? absent(reason) : undefined;
}

/** The answers in a QuestionnaireResponse by linkId, out of all groups and nested items. */
export function readAnswersOf(response: QuestionnaireResponse): Answers {
  const answers = new Map<string, Answer>();
  const collect = (items: readonly QuestionnaireResponseItem[]): void => {
    for (const item of items) {
      const answer = readAnswers(item.answer ?? []);
      if (answer) answers.set(item.linkId, answer);
      collect(item.item ?? []);
      for (const given of item.answer ?? []) collect(given.item ?? []);
    }
  };
  collect(response.item ?? []);
  return answers;
}

/** How a response was given: by the person alone, with help, or by somebody for them. */
export type Completion = 'self' | 'supported' | 'proxy';

export function readCompletion(response: QuestionnaireResponse): Completion | undefined {
  const code = response.extension?.find(({ url }) => url === extensionUrls.completion)?.valueCode;
  return code === 'self' || code === 'supported' || code === 'proxy' ? code : undefined;
}
