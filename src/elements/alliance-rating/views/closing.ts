import { nothing, type TemplateResult } from 'lit';
import type { ResponseDelivery } from '../../../controllers/kinds/response.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { Answer } from '../../../domain/answers/answer.js';
import { questionOf } from '../../../domain/instrument/instrument.js';
import { conflictTemplate } from '../../../parts/conflict.js';
import { doneTemplate } from '../../../parts/outcome.js';
import { stoppedTemplate } from '../../../parts/problem.js';
import { sendingTemplate } from '../../../parts/sending.js';
import { stateWords } from '../../../parts/state.js';
import type { RatingView } from '../rating-view.js';
import { answersTemplate, answerTemplate, leftOpen } from './answers.js';

/** Where the answers are, in words. */
export const stateOf = (view: RatingView): Words | undefined => stateWords(view.localize, view.standing);

/** What stopped the sending, each with a link to its question. */
export function unansweredTemplate(view: RatingView): TemplateResult | typeof nothing {
  const { localize, checking } = view;
  const stopped = view.pages.questions.filter(({ linkId }) => checking.stopped.includes(linkId));
  const gaps = stopped.map((question) => ({
    id: view.pages.idOf(question),
    words: view.label(question.label),
    go: () => {
      view.goTo(question);
    },
    isOver: !checking.stops(question),
  }));
  return stoppedTemplate(
    localize,
    gaps,
    checking.hadNothing
      ? { words: localize.text('rating.send.nothing'), isOver: !checking.hasNothingToSend }
      : undefined,
  );
}

/** The way out, as soon as there is something to send. */
export function sendTemplate(view: RatingView): TemplateResult {
  const { localize, edit, settings, pages, sending } = view;
  const { steps, isStepwise } = pages;
  const canSend = !settings.isInForm && (!isStepwise || steps.place === 'check');
  const back = (): void => {
    steps.back();
  };
  const stop = (): void => {
    sending.pause(true);
  };
  return sendingTemplate({
    ...{ localize, edit, state: stateOf(view), isDisabled: settings.isDisabled },
    send: canSend ? sending.send : undefined,
    back: isStepwise ? back : undefined,
    stop: sending.canPause ? stop : undefined,
  });
}

/**
 * After sending: thanks, the answers, and that they can be changed or taken back.
 * @param answers what was sent, in words
 */
export function givenTemplate(
  view: RatingView,
  answers: TemplateResult = answersTemplate(view, false, leftOpen(view)),
): TemplateResult {
  const { localize, sending, settings } = view;
  const given = sending.fate;
  const words = {
    given: 'rating.send.thanks-text',
    'taking-back': 'rating.send.thanks-text',
    'taken-back': 'rating.send.taken-back',
    dropped: 'rating.send.taken-back-unsent',
  } as const;
  const change = sending.other
    ? { words: localize.text('rating.other.answer'), act: sending.answerAgain }
    : { words: localize.text('rating.send.change'), act: sending.amend };
  return doneTemplate(
    {
      localize,
      given,
      words: localize.text(words[given]),
      state: stateOf(view),
      change: settings.isReadOnly || settings.isDisabled ? undefined : change,
      takeBack: sending.takeBack,
    },
    answers,
  );
}

/** The same questions answered in two places. */
export function contradictionTemplate(
  view: RatingView,
  conflict: Extract<ResponseDelivery, { state: 'conflict' }>,
): TemplateResult {
  const { localize, instrument, sending } = view;
  const contradictions = conflict.items.map(({ part: linkId, mine, theirs }) => {
    const question = questionOf(instrument, linkId);
    const shown = (answer: Answer): unknown => (question ? answerTemplate(view, question, answer) : nothing);
    return {
      about: question ? view.label(question.label) : linkId,
      mine: shown(mine),
      theirs: shown(theirs),
    };
  });
  return conflictTemplate({
    localize,
    contradictions,
    resolve: sending.resolve,
  });
}
