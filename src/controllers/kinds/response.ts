import {
  noAnswers,
  sameAnswers,
  type Answers,
  mergeAnswers,
  resolveAnswer,
  type AnswerConflict,
} from '../../domain/answers/answer.js';
import { identityOf, type Instrument } from '../../domain/instrument/instrument.js';
import { initialAnswers } from '../../domain/instrument/response.js';
import { absentReasonOf, scoresOf } from '../../domain/instrument/scoring.js';
import { responseIdentifierSystem } from '../../fhir/codes.js';
import { writeProvenance } from '../../fhir/provenance/provenance-writer.js';
import { referenceIn, textIn, timeIn } from '../../fhir/loose.js';
import { isQuestionnaireResponse, type QuestionnaireResponse } from '../../fhir/resource.js';
import { isOfOtherVersion, readAnswersOf, readCompletion } from '../../fhir/response/response-reader.js';
import { writeResponse } from '../../fhir/response/response-writer.js';
import { readTold, toldLike, veiled } from '../../fhir/told.js';
import { writeScores } from '../../fhir/observation/score-writer.js';
import type { Delivery } from '../record/delivery.js';
import type { Intent, RecordKey, RecordKind } from '../record/kind.js';
import type { RecordEdit } from '../record/edit.js';
import type { FormerRecord } from '../record/former.js';
import type { RecordController } from '../record/record-controller.js';
import { withCalculated, type Calculate } from './calculation.js';

export type ResponseKind = RecordKind<Answers, QuestionnaireResponse, AnswerConflict>;
export type ResponseDelivery = Delivery<QuestionnaireResponse, AnswerConflict>;
export type ResponseEdit = RecordEdit<Answers, QuestionnaireResponse, AnswerConflict>;
export type FormerResponse = FormerRecord<Answers, QuestionnaireResponse, AnswerConflict>;
export type ResponseController = RecordController<Answers, QuestionnaireResponse, AnswerConflict>;

/** What is asked, and how it is shown while it is answered. */
export interface Asked {
  readonly instrument: Instrument;
  readonly scaleDirection: 'ltr' | 'rtl';
  /** The host's help with calculated answers. */
  readonly calculate?: Calculate | undefined;
}

/** How many responses of one person in one session are looked through for the version that is asked. */
const VERSIONS = 20;

const statuses = { keep: 'in-progress', give: 'completed', withdraw: 'entered-in-error' } as const;

function statusOf(intent: Intent, base: QuestionnaireResponse | undefined): QuestionnaireResponse['status'] {
  const isGivenAgain = intent === 'give' && base !== undefined && base.status !== 'in-progress';
  return isGivenAgain ? 'amended' : statuses[intent];
}

/** The session, where it is known; without it a response of any session is meant. */
const inSession = ({ encounter }: RecordKey) => (encounter === undefined ? {} : { encounter });

/** A person's answers to one instrument in one session, as a QuestionnaireResponse. */
export function responseKind({ instrument, scaleDirection, calculate }: Asked): ResponseKind {
  const identity = identityOf(instrument);
  // In any version: the answers to another one are shown, too
  const questionnaire = instrument.url ?? identity;
  const isOther = (response: QuestionnaireResponse): boolean => isOfOtherVersion(instrument, response);
  return {
    name: 'response',
    system: responseIdentifierSystem,
    type: 'QuestionnaireResponse',
    keyed: ['instrument', 'subject', 'author', 'encounter'],
    instrument: identity,
    writers: [instrument.answeredBy ?? 'client'],
    start: initialAnswers(instrument),
    none: noAnswers,
    is: isQuestionnaireResponse,
    read: (response) => (isOther(response) ? noAnswers : readAnswersOf(response)),
    isOther,
    write(answers, { intent, at, ...about }, base) {
      if (base && isOther(base))
        return intent === 'withdraw' ? { ...base, text: undefined, status: statuses.withdraw } : base;
      const status = statusOf(intent, base);
      return writeResponse(instrument, answers, { ...about, status, authored: at, scaleDirection }, base);
    },
    same: sameAnswers,
    merge: mergeAnswers,
    resolve: (answers, conflict, choice) =>
      resolveAnswer(answers, conflict, choice === 'theirs' ? 'theirs' : 'mine'),
    stage({ status }) {
      if (status === 'in-progress') return 'draft';
      return status === 'entered-in-error' ? 'withdrawn' : 'given';
    },
    about: (response) => ({
      subject: referenceIn(response.subject),
      author: referenceIn(response.author),
      encounter: referenceIn(response.encounter),
      instrument: textIn(response.questionnaire),
      at: timeIn(response.authored),
      language: textIn(response.language),
      completion: readCompletion(response),
      told: readTold(response),
    }),
    veil: veiled,
    find(key, isReader) {
      const { subject, author, encounter } = key;
      if (subject === undefined || (!isReader && encounter === undefined)) return undefined;
      return {
        subject,
        questionnaire,
        ...inSession(key),
        ...(isReader ? { status: 'completed,amended' } : author === undefined ? {} : { author }),
        _sort: '-authored',
        // Without an author the newest may be another's
        _count: isReader ? 1 : VERSIONS,
      };
    },
    before(shown) {
      const [subject, asked, at] = [
        referenceIn(shown.subject),
        textIn(shown.questionnaire),
        timeIn(shown.authored),
      ];
      if (subject === undefined || asked === undefined || at === undefined) return undefined;
      return {
        ...{ subject, questionnaire: asked, status: 'completed,amended' },
        ...{ authored: `le${at}`, _sort: '-authored', _count: 5 },
      };
    },
    watch: (key) => ({
      ...(key.subject !== undefined && { subject: key.subject }),
      questionnaire,
      ...inSession(key),
    }),
    ...(calculate && {
      complete: (answers, write) => withCalculated(instrument, answers, calculate, write),
    }),
    derive(response, answers, { at }) {
      // The rules of this version do not score another one; taken back, its score is taken back with it
      const keepsScore = isOther(response) && response.status !== statuses.withdraw;
      const [scores, absent] = [scoresOf(instrument, answers), absentReasonOf(instrument, answers)];
      const title = instrument.title.text;
      const scored = keepsScore ? undefined : writeScores({ response, scores, absent, title });
      return [scored ? toldLike(scored, response) : [], writeProvenance(response, at) ?? []].flat();
    },
  };
}
