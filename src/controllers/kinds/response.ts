import { noAnswers, sameAnswers, type Answers } from '../../domain/answers/answer.js';
import { identityOf, type Instrument } from '../../domain/instrument/instrument.js';
import { mergeAnswers, resolveAnswer, type AnswerConflict } from '../../domain/answers/merge.js';
import { initialAnswers } from '../../domain/instrument/response.js';
import { absentReasonOf, scoresOf } from '../../domain/instrument/scoring.js';
import { responseIdentifierSystem } from '../../fhir/codes.js';
import { writeProvenance } from '../../fhir/provenance/provenance-writer.js';
import { isQuestionnaireResponse, type QuestionnaireResponse } from '../../fhir/resource.js';
import { readAnswersOf, readCompletion } from '../../fhir/response/response-reader.js';
import { writeResponse } from '../../fhir/response/response-writer.js';
import { writeScores } from '../../fhir/observation/score-writer.js';
import type { Delivery } from '../record/delivery.js';
import type { Intent, RecordKey, RecordKind } from '../record/kind.js';
import type { RecordEdit } from '../record/edit.js';
import type { RecordController } from '../record/record-controller.js';
import type { RecordSender } from '../record/sender.js';
import { withCalculated, type Calculate } from './calculation.js';

export type ResponseKind = RecordKind<Answers, QuestionnaireResponse, AnswerConflict>;
export type ResponseDelivery = Delivery<QuestionnaireResponse, AnswerConflict>;
export type ResponseEdit = RecordEdit<Answers, QuestionnaireResponse, AnswerConflict>;
export type ResponseSender = RecordSender<Answers, QuestionnaireResponse, AnswerConflict>;
export type ResponseController = RecordController<Answers, QuestionnaireResponse, AnswerConflict>;

/** What is asked, and how it is shown while it is answered. */
export interface Asked {
  readonly instrument: Instrument;
  readonly scaleDirection: 'ltr' | 'rtl';
  /** The host's help with calculated answers. */
  readonly calculate?: Calculate | undefined;
}

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
  return {
    name: 'response',
    system: responseIdentifierSystem,
    type: 'QuestionnaireResponse',
    keyed: ['instrument', 'subject', 'author', 'encounter'],
    instrument: identity,
    writers: ['client'],
    start: initialAnswers(instrument),
    none: noAnswers,
    is: isQuestionnaireResponse,
    read: readAnswersOf,
    write: (answers, { intent, at, ...about }, base) =>
      writeResponse(
        instrument,
        answers,
        { ...about, status: statusOf(intent, base), authored: at, scaleDirection },
        base,
      ),
    same: sameAnswers,
    merge: mergeAnswers,
    resolve: (answers, conflict, choice) =>
      resolveAnswer(answers, conflict, choice === 'theirs' ? 'theirs' : 'mine'),
    stage({ status }) {
      if (status === 'in-progress') return 'draft';
      return status === 'entered-in-error' ? 'withdrawn' : 'given';
    },
    about: (response) => ({
      subject: response.subject?.reference,
      author: response.author?.reference,
      encounter: response.encounter?.reference,
      instrument: response.questionnaire,
      at: response.authored,
      completion: readCompletion(response),
    }),
    find(key, isReader) {
      const { subject, author, encounter } = key;
      if (subject === undefined || (!isReader && encounter === undefined)) return undefined;
      return {
        subject,
        questionnaire: identity,
        ...inSession(key),
        ...(isReader ? { status: 'completed,amended' } : author === undefined ? {} : { author }),
        _sort: '-authored',
        // Without an author the newest may be another's
        ...((isReader || author !== undefined) && { _count: 1 }),
      };
    },
    watch: (key) => ({
      ...(key.subject !== undefined && { subject: key.subject }),
      questionnaire: identity,
      ...inSession(key),
    }),
    ...(calculate && {
      complete: (answers, write) => withCalculated(instrument, answers, calculate, write),
    }),
    derive(response, answers, { at }) {
      const [scores, absent] = [scoresOf(instrument, answers), absentReasonOf(instrument, answers)];
      const title = instrument.title.text;
      return [
        writeScores({ response, scores, absent, title }) ?? [],
        writeProvenance(response, at) ?? [],
      ].flat();
    },
  };
}
