import { html, nothing, type TemplateResult } from 'lit';
import { storedParts } from '../../../controllers/kinds/stored-parts.js';
import type { FormerResponse } from '../../../controllers/kinds/response.js';
import type { SaysOfItself } from '../../../controllers/record/kind.js';
import { answerOf, type Answers } from '../../../domain/answers/answer.js';
import type { Question } from '../../../domain/instrument/instrument.js';
import { isFixed } from '../../../domain/instrument/response.js';
import { absenceOf, readerTemplate } from '../../../parts/reader.js';
import type { QuestionnaireResponse } from '../../../fhir/resource.js';
import { reviewTemplate } from '../../../parts/review.js';
import type { RatingView } from '../rating-view.js';
import { answerTemplate, type AbsentWords } from './answers.js';
import { storedTemplate } from './stored-answers.js';

export { FormerRecord } from '../../../controllers/record/former.js';

/** What a reader sees beside the answers. */
export interface Reading {
  /** What the response says of itself; undefined where nothing is stored. */
  readonly about: SaysOfItself | undefined;
  /** What the person gave the last time. */
  readonly former: FormerResponse['found'];
}

/**
 * One neutral prompt for the conversation, chosen by what there is to talk about, never by how high it is. What somebody
 * would rather not say is an answer: nobody is asked about it.
 */
function promptKey({ pages, edit, sending }: RatingView): 'open' | 'gap' | 'text' {
  if (sending.other) return promptOf(sending.other);
  const answers = pages.questions
    .filter((question) => !isFixed(question))
    .map(({ type, linkId }) => ({ isText: type === 'text', ...answerOf(edit.value, linkId) }));
  if (answers.some(({ isText, state }) => isText && state === 'answered')) return 'open';
  return answers.some(({ isText, state }) => !isText && state === 'unanswered') ? 'gap' : 'text';
}

/** The same for an answer to other questions, of which no more is known than it says. */
function promptOf(other: QuestionnaireResponse): 'open' | 'gap' | 'text' {
  const items = storedParts(other).flatMap(({ items: all }) => all);
  if (items.some(({ values }) => values.some((value) => typeof value === 'string'))) return 'open';
  const isGap = items.some(
    ({ values, absent, isUnreadable }) => values.length === 0 && absent === undefined && !isUnreadable,
  );
  return isGap ? 'gap' : 'text';
}

/** How something was given: when, in which language, by whom. */
function givenTemplate(
  { localize }: RatingView,
  key: 'given' | 'last-given',
  { at, language, completion = 'self' }: SaysOfItself,
): TemplateResult {
  const date = localize.date(at ?? '');
  const facts = [
    date === '' ? [] : localize.text(`rating.therapist.${key}`, { date }),
    language === undefined
      ? []
      : localize.text('rating.therapist.language', { language: localize.languageName(language) }),
    completion === 'self' ? [] : localize.text(`rating.therapist.${completion}`),
  ].flat();
  return html`<ul class="facts">
    ${facts.map((fact) => html`<li>${fact}</li>`)}
  </ul>`;
}

/** How the last time was given: its language is told where it is another one. */
const whatDiffers = (former: SaysOfItself, { language }: SaysOfItself): SaysOfItself => ({
  ...former,
  language: former.language === language ? undefined : former.language,
});

const readersWords = ({ localize }: RatingView): AbsentWords => ({
  unanswered: localize.text('rating.therapist.no-answer'),
  declined: localize.text('rating.therapist.declined'),
  unknown: localize.text('rating.therapist.unknown'),
});

/** Every question with what was answered this time and, where there was one, the last time: in words, and no more. */
function sidesTemplate(view: RatingView, former: Answers | undefined): TemplateResult {
  const { localize, edit } = view;
  const words = readersWords(view);
  const said = (answers: Answers, question: Question): unknown =>
    answerTemplate(view, question, answerOf(answers, question.linkId), words);
  const entries = view.pages.questions.map((question) => ({
    about: view.label(question.label),
    given: said(edit.value, question),
    beside: former && {
      when: localize.text('rating.therapist.this-time'),
      given: said(former, question),
      former: localize.text('rating.therapist.last-time'),
    },
  }));
  return reviewTemplate(localize, entries);
}

/** What a therapist or supervisor sees: the client's answers in words, and a prompt. No sum, no colour, no verdict. */
export function therapistTemplate(view: RatingView, { about, former: before }: Reading): TemplateResult {
  const { localize, edit, sending } = view;
  const { other } = sending;
  // Of another version only its own words are known
  const former = other ? undefined : before;
  const absence = absenceOf(edit, edit.value.size === 0);
  const given = about && [
    givenTemplate(view, 'given', about),
    former ? givenTemplate(view, 'last-given', whatDiffers(former.about, about)) : nothing,
  ];
  return readerTemplate(
    {
      ...{ localize, isHidden: edit.isHidden, given, told: about?.told },
      absent: absence && localize.text(`rating.therapist.${absence}`),
    },
    () => html`
      ${other ? storedTemplate(view, other, readersWords(view)) : sidesTemplate(view, former?.value)}
      <aside class="prompt" part="prompt" aria-labelledby="prompt">
        <h3 id="prompt">${localize.text('rating.therapist.prompt-title')}</h3>
        <p>${localize.text(`rating.therapist.prompt.${promptKey(view)}`)}</p>
      </aside>
    `,
  );
}
