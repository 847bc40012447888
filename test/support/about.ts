/** The questions of `session-alliance` by their linkId, as a person finds them: by some of their words. */
export const about = {
  person: /person I am/,
  trust: /trusted my therapist/,
  sameGoal: /the same thing/,
  chose: /helped choose/,
  why: /know why/,
  dailyLife: /my daily life/,
  amount: /How much/,
} as const;
