import { noAnswers } from '../domain/answer.js';
import { isQuestionnaireResponse, type QuestionnaireResponse } from '../fhir/resource.js';
import { readAnswersOf } from '../fhir/response-reader.js';
import type { HostAnswers } from './response-edit.js';

/**
 * The state that a host's response stands for.
 * @throws TypeError when it is no QuestionnaireResponse
 */
export function stateOfResponse(response: unknown): HostAnswers {
  if (response === undefined || response === null) return { answers: noAnswers };
  if (!isQuestionnaireResponse(response)) {
    throw new TypeError(
      `response: ${JSON.stringify(response)} is no QuestionnaireResponse. Set a FHIR R4 QuestionnaireResponse or undefined.`,
    );
  }
  return { answers: readAnswersOf(response), base: response };
}

/**
 * Reads the JSON that a form control carries as its value; '' stands for no response.
 * @throws TypeError when it is no JSON
 */
export function parseResponse(value: string): QuestionnaireResponse | undefined {
  if (value === '') return undefined;
  try {
    return JSON.parse(value) as QuestionnaireResponse;
  } catch (cause) {
    throw new TypeError(`value: "${value}" is no JSON. Set the JSON of a QuestionnaireResponse or ''.`, {
      cause,
    });
  }
}
