import type { QuestionnaireResponse } from '../fhir/resource.js';

/** An edit that has not been sent, as it is kept on the device. */
export interface Draft {
  readonly subject: string;
  /** Answers so far; carries the id and version of the response that is being amended, if any. */
  readonly resource: QuestionnaireResponse;
  /** The stored version that the edit started from. */
  readonly base?: QuestionnaireResponse | undefined;
  /** linkId of the question that was on the screen. */
  readonly position?: string | undefined;
  /** ISO 8601 instant. */
  readonly keptAt: string;
}

/** Keeps unsent edits on the device, by a key that names instrument, subject, author and encounter. */
export interface DraftStore {
  read(key: string): Promise<Draft | undefined>;
  write(key: string, draft: Draft): Promise<void>;
  remove(key: string): Promise<void>;
  clear(subject?: string): Promise<void>;
}
