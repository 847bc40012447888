/** What of a Questionnaire was not understood, where, and what was done instead. */
export interface Problem {
  readonly reason:
    | 'not-a-questionnaire'
    | 'broken-json'
    | 'other-version'
    | 'unsupported-type'
    | 'unsupported-extension'
    | 'unsupported-control'
    | 'unsupported-option'
    | 'unsupported-value-set'
    | 'unsupported-condition'
    | 'unsupported-expression'
    | 'unsupported-repeats'
    | 'unsupported-markup'
    | 'duplicate-link-id'
    | 'missing-link-id'
    | 'unknown-question'
    | 'no-options'
    | 'wrong-value'
    | 'too-deep';
  readonly linkId?: string;
  /** The value that caused it. */
  readonly value?: string;
}
