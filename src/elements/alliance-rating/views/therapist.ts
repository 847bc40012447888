import { html, nothing, type TemplateResult } from 'lit';
import { answerOf } from '../../../domain/answers/answer.js';
import type { QuestionnaireResponse } from '../../../fhir/resource.js';
import type { RatingView } from '../rating-view.js';
import { storedParts } from '../../../controllers/kinds/stored-parts.js';
import { storedTemplate } from './stored-answers.js';
import { answersTemplate } from './answers.js';

/** One neutral prompt for the conversation, chosen by what there is to talk about, never by how high it is. */
function promptKey({ pages, edit, sending }: RatingView): 'open' | 'gap' | 'text' {
  if (sending.other) return promptOf(sending.other);
  const answers = pages.questions.map((question) => ({
    question,
    answer: answerOf(edit.value, question.linkId),
  }));
  const isWritten = answers.some(
    ({ question, answer }) => question.type === 'text' && answer.state === 'answered',
  );
  if (isWritten) return 'open';
  const hasGap = answers.some(
    ({ question, answer }) => question.type !== 'text' && answer.state !== 'answered',
  );
  return hasGap ? 'gap' : 'text';
}

/** The same for an answer to other questions, of which no more is known than it says. */
function promptOf(other: QuestionnaireResponse): 'open' | 'gap' | 'text' {
  const items = storedParts(other).flatMap(({ items: all }) => all);
  if (items.some(({ values }) => values.some((value) => typeof value === 'string'))) return 'open';
  return items.some(({ values }) => values.length === 0) ? 'gap' : 'text';
}

/** Why there is nothing to read; undefined where there is. */
function absenceOf({ edit }: RatingView): 'none' | 'not-loaded' | 'taken-back' | undefined {
  if (edit.base) return edit.base.status === 'entered-in-error' ? 'taken-back' : undefined;
  if (edit.value.size > 0) return undefined;
  return edit.notice === 'load' ? 'not-loaded' : 'none';
}

/** What a therapist or supervisor sees: the client's answers in words, and a prompt. No sum, no colour, no verdict. */
export function therapistTemplate(view: RatingView): TemplateResult {
  const { localize, edit, source } = view;
  const absence = absenceOf(view);
  if (absence) return html`<p class="state">${localize.text(`rating.therapist.${absence}`)}</p>`;
  const authored = edit.base?.authored;
  const { other } = view.sending;
  const words = {
    unanswered: localize.text('rating.therapist.no-answer'),
    declined: localize.text('rating.therapist.declined'),
    unknown: localize.text('rating.therapist.unknown'),
  };
  return html`
    <p class="hint">
      ${
        authored === undefined
          ? nothing
          : localize.text('rating.therapist.given', { date: localize.date(new Date(authored)) })
      }
      ${source === 'self' ? nothing : html`<br />${localize.text(`rating.therapist.${source}`)}`}
    </p>
    ${other ? storedTemplate(view, other, words) : answersTemplate(view, false, words)}
    <aside class="prompt" part="prompt" aria-labelledby="prompt">
      <h3 id="prompt">${localize.text('rating.therapist.prompt-title')}</h3>
      <p>${localize.text(`rating.therapist.prompt.${promptKey(view)}`)}</p>
    </aside>
  `;
}
