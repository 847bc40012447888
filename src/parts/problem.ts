import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery, RecordReason } from '../controllers/record/delivery.js';
import { buttonTemplate } from './button.js';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';

export interface Problem {
  /** Names the frame within the widget. */
  readonly id: string;
  readonly title: Words;
  /** It answers what the person has just done, so the focus goes here. */
  readonly takesFocus?: boolean;
  /** It stands in nobody's way any more, and only keeps its place. */
  readonly isOver?: boolean;
}

/**
 * The frame of whatever went wrong or has to be decided: in words and a border, never by colour alone.
 * @param body what is heard with the title where the focus comes here
 */
export function problemTemplate(
  { id, title, takesFocus = false, isOver = false }: Problem,
  body: unknown,
  actions: unknown = nothing,
): TemplateResult {
  return html`<div
    class="problem ${isOver ? 'settled' : ''}"
    part="problem"
    tabindex=${takesFocus ? '-1' : nothing}
    ?data-focus=${takesFocus}
    role="group"
    aria-labelledby=${id}
    aria-describedby=${takesFocus ? `${id}-text` : nothing}
  >
    <h3 id=${id}>${title}</h3>
    <div id="${id}-text">${body}</div>
    ${actions}
  </div>`;
}

/** Something that still needs an answer: its words, and the way there. */
export interface Gap {
  readonly id: string;
  readonly words: Words;
  readonly go: () => void;
  /** It has its answer by now. */
  readonly isOver: boolean;
}

/**
 * What stopped the person from going on, each with a link to where it is. What is over keeps its place until the next
 * attempt: nothing moves under the finger of somebody who answers.
 * @param nothingToSend said where there was nothing at all yet
 */
export function stoppedTemplate(
  localize: LocalizeController,
  gaps: readonly Gap[],
  nothingToSend?: Pick<Gap, 'words' | 'isOver'>,
): TemplateResult | typeof nothing {
  if (gaps.length === 0 && nothingToSend === undefined) return nothing;
  const open = gaps.filter(({ isOver }) => !isOver).length;
  const isOver = nothingToSend?.isOver ?? open === 0;
  const link = ({ id, words, go, isOver: isDone }: Gap): TemplateResult => {
    const follow = (event: Event): void => {
      event.preventDefault();
      go();
    };
    return html`<li class=${isDone ? 'done' : ''}><a href="#${id}" @click=${follow}>${words}</a></li>`;
  };
  const body =
    nothingToSend === undefined
      ? html`<p>${localize.text('common.missing.summary', { count: open })}</p>
          <ul>
            ${gaps.map(link)}
          </ul>`
      : html`<p>${nothingToSend.words}</p>`;
  const title = localize.text(isOver ? 'common.missing.none' : 'common.problem.title');
  return problemTemplate({ id: 'problem', title, takesFocus: true, isOver }, body);
}

/** A part of the page did not come: in words, with a way to ask for it again. */
export function notLoadedTemplate(localize: LocalizeController, again: () => void): TemplateResult {
  return problemTemplate(
    { id: 'missing', title: localize.text('common.problem.title') },
    html`<p>${localize.text('common.problem.not-loaded')}</p>
      <p>${localize.text('common.problem.kept-here')}</p>`,
    buttonTemplate({ words: localize.text('common.problem.again'), act: again }),
  );
}

/** The same of what is waited for, where it did not come. */
export const missingTemplate = (
  localize: LocalizeController,
  awaited: { readonly hasFailed: boolean; readonly retry: () => void },
): TemplateResult | typeof nothing =>
  awaited.hasFailed ? notLoadedTemplate(localize, awaited.retry) : nothing;

/**
 * A failure in words: what happened, that nothing is lost, and what to do.
 * @param notice what went wrong beside the act: a draft, or the loading
 * @param id names it where there may be several
 */
export function failureTemplate(
  localize: LocalizeController,
  delivery: Delivery,
  notice?: RecordReason,
  id = 'failure',
): TemplateResult | typeof nothing {
  const hasFailed = delivery.state === 'failed';
  const reason = hasFailed ? delivery.reason : notice;
  if (reason === undefined) return nothing;
  return problemTemplate(
    { id, title: localize.text('common.problem.title'), takesFocus: hasFailed },
    html`<p>${localize.text(`common.problem.${reason}`)}</p>
      ${hasFailed ? html`<p>${localize.text('common.problem.kept-here')}</p>` : nothing}`,
  );
}
