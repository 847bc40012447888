import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Words } from '../../../controllers/widget/localize.js';
import { answerOf } from '../../../domain/answers/answer.js';
import type { Group, Item, Note, Question } from '../../../domain/instrument/instrument.js';
import { isNumber } from '../../../domain/instrument/question.js';
import { notAnsweringButtons } from './not-answering.js';
import { questionTemplate, stepId } from '../../../parts/question.js';
import { choiceTemplate } from './choice.js';
import { longTextTemplate, rowsTemplate } from '../controls/field.js';
import { foreignControls } from '../controls/foreign-controls.js';
import type { RatingView } from '../rating-view.js';

/** Folded away, a list is hard to use with a tremor or in easy mode; this many options are always shown. */
const OPTIONS_SHOWN = 12;

type Asked = 'choice' | 'text' | 'select' | 'slider' | 'entry';

/** With which control a question is asked. */
function askedAs({ settings }: RatingView, question: Question): Asked {
  const { type, options, control, repeats } = question;
  if (type === 'boolean') return 'choice';
  if (options.length > 0) {
    const isFolded = control === 'drop-down' || control === 'autocomplete';
    const isPlain = !repeats && type !== 'open-choice';
    return isFolded && isPlain && !(settings.isEasy && options.length <= OPTIONS_SHOWN) ? 'select' : 'choice';
  }
  if (type === 'text') return 'text';
  return control === 'slider' && isNumber(question) ? 'slider' : 'entry';
}

function errorWords(view: RatingView, question: Question): Words | undefined {
  const refused = view.answering.refusalIn(question);
  if (refused) return foreignControls.required.refusalWords(view, question, refused);
  if (!view.checking.stopped.includes(question.linkId)) return undefined;
  const isTyped = ['text', 'entry'].includes(askedAs(view, question));
  return view.localize.text(isTyped ? 'common.missing.item-text' : 'common.missing.item');
}

/** What helps to answer, read before it. */
function hintWords(view: RatingView, question: Question): readonly unknown[] {
  // Our own questions want nothing else
  const words = foreignControls.present?.foreignHints(view, question) ?? [];
  const isFree = question.type === 'text' && !question.required;
  return isFree && words.length === 0 ? [view.localize.text('common.choice.your-words')] : words;
}

function controlTemplate(view: RatingView, question: Question, describedBy: string): unknown {
  const asked = askedAs(view, question);
  if (asked === 'choice') return choiceTemplate(view, question, describedBy);
  const control =
    asked === 'text'
      ? rowsTemplate(view, question, describedBy, longTextTemplate)
      : foreignControls.required[`${asked}Template`](view, question, describedBy);
  return html`${control}${notAnsweringButtons(view, question)}`;
}

/** One question with all that belongs to it. */
export function askedTemplate(view: RatingView, question: Question): TemplateResult {
  const label = view.label(question.label);
  const isChoice = askedAs(view, question) === 'choice';
  return questionTemplate(
    {
      id: view.pages.idOf(question),
      words: question.prefix === undefined ? label : html`${question.prefix} ${label}`,
      drawing: view.settings.isEasy ? view.drawing(question) : undefined,
      hints: hintWords(view, question),
      error: errorWords(view, question),
      isOver: !view.answering.refusalIn(question) && !view.checking.stops(question),
      kind: isChoice ? (question.repeats ? 'options' : 'radios') : 'field',
      isRequired: view.checking.isRequired(question),
      // A move leads to the first of a page
      heardIds: view.pages.isStepwise && view.pages.present[0] === question ? stepId : undefined,
    },
    (describedBy) => controlTemplate(view, question, describedBy),
  );
}

/** Words between the questions; a group stands here with its title alone. */
export function noteTemplate(view: RatingView, item: Note | Group): TemplateResult | typeof nothing {
  if (item.kind === 'group') {
    return item.label.text
      ? html`<h3 class="group-title" part="group-title">${view.label(item.label)}</h3>`
      : nothing;
  }
  return html`<div class="note" part="note">
    ${view.label(item.label)}
    ${
      item.unsupported === undefined
        ? nothing
        : html`<span class="hint">${view.localize.text('rating.choice.not-shown')}</span>`
    }
  </div>`;
}

/** An item of any kind with what is in it and under it; drawn again only when something about it has changed. */
export function itemTemplate(view: RatingView, item: Item): unknown {
  if (!view.pages.isShown(item)) return nothing;
  const below = (item.items ?? []).map((child) => itemTemplate(view, child));
  if (item.kind === 'question') {
    const { linkId } = item;
    const state = [
      item,
      answerOf(view.edit.value, linkId),
      view.answering.entries.get(linkId),
      view.answering.acts.get(linkId),
      view.checking.stopped.includes(linkId),
      view.checking.stops(item),
      view.frame,
    ];
    const question = guard(state, () => askedTemplate(view, item));
    return below.length === 0
      ? question
      : html`${question}
          <div class="under" part="under">${below}</div>`;
  }
  if (item.kind === 'note') return html`${noteTemplate(view, item)}${below}`;
  return html`<section class="group ${item.isTable ? 'table' : ''}" part="group">
    ${noteTemplate(view, item)}${below}
  </section>`;
}
