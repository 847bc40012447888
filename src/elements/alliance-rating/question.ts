import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { answerOf, type AbsentReason } from '../../domain/answer.js';
import type { Group, Item, Note, Question } from '../../domain/instrument.js';
import type { Words } from '../../controllers/localize.js';
import { choiceTemplate } from './choice.js';
import { clearTemplate } from './clear.js';
import type { RatingView } from './rating-view.js';

const isText = ({ type }: Question): boolean => type === 'text' || type === 'string';

/** A question with a short closed scale of whole numbers is a choice among them; others are typed. */
export const isChoice = ({ type }: Question): boolean => type === 'choice' || type === 'boolean';

function errorWords({ localize, answering, stopped }: RatingView, question: Question): Words | undefined {
  const refused = answering.entries.get(question.linkId)?.refused;
  const { minimum = 0, maximum = 0 } = question;
  if (refused === 'not-a-number')
    return localize.text('rating.number.not-a-number', { example: Math.max(minimum, 1) });
  if (refused === 'below-minimum') return localize.text('rating.number.below-minimum', { minimum });
  if (refused === 'above-maximum') return localize.text('rating.number.above-maximum', { maximum });
  if (refused === 'too-long') return localize.text('rating.number.too-long');
  if (!stopped.includes(question.linkId)) return undefined;
  return localize.text(isChoice(question) ? 'rating.missing.item' : 'rating.missing.item-text');
}

function hintWords({ localize }: RatingView, question: Question): Words | undefined {
  const { minimum, maximum, type, repeats } = question;
  if (isChoice(question)) return repeats ? localize.text('rating.choice.several') : undefined;
  if (minimum !== undefined && maximum !== undefined)
    return localize.text('rating.choice.from-to', { minimum, maximum });
  return type === 'text' && !question.required ? localize.text('rating.choice.your-words') : undefined;
}

/** A text or number that is typed; what cannot be taken stays in the field. */
function entryTemplate(view: RatingView, question: Question, describedBy: string): TemplateResult {
  const answer = answerOf(view.edit.answers, question.linkId);
  const given = answer.state === 'answered' ? answer.values[0] : '';
  const text =
    view.answering.entries.get(question.linkId)?.text ??
    String(typeof given === 'object' ? given.code : given);
  const onInput = (event: Event): void => {
    event.stopPropagation();
    view.answering.type(question, (event.target as HTMLInputElement).value);
  };
  const id = view.idOf(question);
  const isOff = view.settings.isDisabled || question.readOnly;
  const isInvalid = view.answering.entries.has(question.linkId) || view.stopped.includes(question.linkId);
  return question.type === 'text'
    ? html`<textarea
        class="entry"
        part="entry"
        rows="3"
        aria-labelledby="${id}-words"
        aria-describedby=${describedBy || nothing}
        aria-required=${view.isRequired(question) ? 'true' : nothing}
        aria-invalid=${isInvalid ? 'true' : nothing}
        ?disabled=${isOff}
        .value=${live(text)}
        @input=${onInput}
        @change=${view.answering.settle}
      ></textarea>`
    : html`<input
        class="entry"
        part="entry"
        inputmode=${isText(question) ? nothing : question.type === 'integer' ? 'numeric' : 'decimal'}
        aria-labelledby="${id}-words"
        aria-describedby=${describedBy || nothing}
        aria-required=${view.isRequired(question) ? 'true' : nothing}
        aria-invalid=${isInvalid ? 'true' : nothing}
        autocomplete="off"
        ?disabled=${isOff}
        .value=${live(text)}
        @input=${onInput}
        @change=${view.answering.settle}
      />`;
}

/** For a typed answer the ways of not answering are buttons that show what was chosen. */
function apartTemplate(view: RatingView, question: Question): TemplateResult {
  const answer = answerOf(view.edit.answers, question.linkId);
  const button = (reason: AbsentReason, words: Words): TemplateResult => {
    const isChosen = answer.state === 'absent' && answer.reason === reason;
    const toggle = (): void => {
      if (isChosen) view.answering.clearAnswer(question);
      else view.answering.leaveOut(question, reason);
    };
    return html`<button
      type="button"
      class="quiet"
      part="button button-quiet"
      aria-pressed=${isChosen ? 'true' : 'false'}
      ?disabled=${view.settings.isDisabled || question.readOnly}
      @click=${toggle}
    >
      ${words}
    </button>`;
  };
  return html`<div class="apart" part="apart">
    ${button('asked-unknown', view.localize.text('rating.choice.unknown'))}
    ${button('asked-declined', view.localize.text('rating.choice.declined'))} ${clearTemplate(view, question)}
  </div>`;
}

/** One question with all that belongs to it, as one group for assistive technology. */
export function questionTemplate(view: RatingView, question: Question): TemplateResult {
  const id = view.idOf(question);
  const error = errorWords(view, question);
  const hint = hintWords(view, question);
  const describedBy = [...(error ? [`${id}-error`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ');
  const isRadio = isChoice(question) && !question.repeats;
  return html`<fieldset
    class="question ${error ? 'stopped' : ''}"
    part="question"
    id=${id}
    role=${isRadio ? 'radiogroup' : 'group'}
    aria-required=${isRadio && view.isRequired(question) ? 'true' : nothing}
    aria-invalid=${isRadio && error ? 'true' : nothing}
    aria-describedby=${isChoice(question) && describedBy ? describedBy : nothing}
  >
    <legend part="legend">
      ${view.settings.isEasy ? view.drawing(question) : nothing}
      <span class="words" id="${id}-words" tabindex="-1"
        >${question.prefix === undefined ? nothing : html`${question.prefix} `}${view.label(question.label)}</span
      >
    </legend>
    ${hint ? html`<p class="hint" id="${id}-hint" part="hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${id}-error" part="error">${error}</p>` : nothing}
    ${
      isChoice(question)
        ? choiceTemplate(view, question)
        : html`${entryTemplate(view, question, describedBy)}${apartTemplate(view, question)}`
    }
  </fieldset>`;
}

/** Words between the questions; a group stands here with its title alone. */
export function noteTemplate(view: RatingView, item: Note | Group): TemplateResult | typeof nothing {
  if (item.kind === 'group') {
    return item.label.text
      ? html`<h3 class="group-title" part="group-title">${view.label(item.label)}</h3>`
      : nothing;
  }
  return html`<p class="note" part="note">
    ${view.label(item.label)}
    ${
      item.unsupported === undefined
        ? nothing
        : html`<span class="hint">${view.localize.text('rating.choice.not-shown')}</span>`
    }
  </p>`;
}

/** An item of any kind, groups with what is in them. */
export function itemTemplate(view: RatingView, item: Item): TemplateResult | typeof nothing {
  if (item.kind === 'question') return questionTemplate(view, item);
  if (item.kind === 'note') return noteTemplate(view, item);
  return html`<section class="group" part="group">
    ${noteTemplate(view, item)}${item.items.map((child) => itemTemplate(view, child))}
  </section>`;
}
