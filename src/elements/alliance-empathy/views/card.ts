import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { DrawnMoment, KeptMoment } from '../../../controllers/kinds/shared-moments.js';
import type { Words } from '../../../controllers/widget/localize.js';
import { refusalOf } from '../../../domain/empathy/refusals.js';
import { outcomes, type ThreadEntry } from '../../../domain/empathy/moment.js';
import { groupOf } from '../../../domain/empathy/shared-moment.js';
import { actionsTemplate, type Button } from '../../../parts/button.js';
import { toldWords } from '../../../parts/told.js';
import { ownWords } from '../../../parts/own-words.js';
import { stateWords } from '../../../parts/state.js';
import type { EmpathyView } from '../empathy-view.js';
import { checkTemplate, isOnChecklist } from './check.js';
import { momentTemplate } from './moment.js';
import { isOfTick, outcomeTemplate } from './outcome.js';
import { byWords, saidBy } from './who.js';

/** Where it stands in words, and never more than is true: what has not arrived was not sent. */
function standingWords(view: EmpathyView, { shared, sender, isBack, isWaiting }: DrawnMoment): Words {
  const { localize, settings, viewer } = view;
  const delivery = sender?.edit.delivery;
  if (delivery?.state === 'failed') return localize.text('common.state.open');
  if (isBack) return localize.text('common.state.taken-back-once');
  const isOnItsWay = delivery?.state === 'queued' || delivery?.state === 'sending';
  if (delivery && isOnItsWay)
    return stateWords(localize, { delivery, type: 'Communication', settings }) ?? '';
  if (isWaiting) return localize.text('common.waiting.anything', { count: 1 });
  return localize.text(`empathy.state.${shared.state}.${viewer}`);
}

function entryTemplate(view: EmpathyView, entry: ThreadEntry): TemplateResult | typeof nothing {
  const { localize } = view;
  if (entry.kind === 'read') return nothing;
  const said = { who: saidBy(view, entry) };
  const head =
    entry.kind === 'reply'
      ? localize.text('empathy.entry.reply', said)
      : localize.text('empathy.entry.confirmation', {
          ...said,
          outcome: localize.word(`empathy.outcome.${entry.outcome}`),
        });
  const { words } = entry;
  return html`<li part="entry-said">
    <p class="who">${head}</p>
    ${words === undefined || words === '' ? nothing : html`<p>${ownWords(words)}</p>`}
  </li>`;
}

/** What was said to it, in its order. */
function threadTemplate(view: EmpathyView, { shared }: DrawnMoment): TemplateResult | typeof nothing {
  if (!shared.thread.some(({ kind }) => kind !== 'read')) return nothing;
  return html`<ul class="said">
    ${shared.thread.map((entry) => entryTemplate(view, entry))}
  </ul>`;
}

/** How a button is named that stands on every card. */
const named = (view: EmpathyView, drawn: DrawnMoment, words: string): Pick<Button, 'words' | 'name'> => ({
  words,
  name: view.localize.word('empathy.do.about', {
    act: words,
    what: drawn.shared.moment.words ?? view.localize.word(`empathy.tile.${drawn.shared.moment.kind}`),
  }),
});

/** What the one who looks can do: the main thing first. */
function buttonsOf(view: EmpathyView, drawn: DrawnMoment): readonly (Button | undefined)[] {
  const { localize, side, author, settings } = view;
  const { shared, sender } = drawn;
  if (side === undefined || settings.isReadOnly) return [];
  const may = (action: Parameters<typeof refusalOf>[1]): boolean =>
    refusalOf(shared, action, { by: side, author }) === undefined;
  const isBusy = sender?.edit.delivery.state === 'sending';
  const button = (key: 'read' | 'reply' | 'raise' | 'withdraw', act: () => void): Button => ({
    ...named(view, drawn, localize.word(`empathy.do.${key}`)),
    ...{ act, isBusy, isDisabled: settings.isDisabled },
  });
  const raise =
    isOnChecklist(view, drawn) || shared.state === 'better'
      ? undefined
      : {
          ...button('raise', () => {
            view.acts.do((acting) => void acting.raise(drawn, false));
          }),
          look: 'quiet' as const,
        };
  if (side === 'client')
    return [
      raise,
      may('withdraw')
        ? {
            ...button('withdraw', () => {
              view.acts.do((acting) => void acting.withdraw(drawn));
            }),
            look: 'quiet' as const,
          }
        : undefined,
    ];
  // What goes away once it is done stands last: nothing else moves
  return [
    may('reply') && shared.state !== 'better'
      ? {
          ...button('reply', () => {
            view.begin({ name: 'reply', drawn });
          }),
          look: ['sent', 'read', 'not-yet'].includes(shared.state) ? ('main' as const) : undefined,
        }
      : undefined,
    raise,
    may('read')
      ? button('read', () => {
          view.acts.do((acting) => void acting.read(drawn));
        })
      : undefined,
  ];
}

/** "How is it now?", asked of the client after an answer. */
function confirmTemplate(view: EmpathyView, drawn: DrawnMoment): TemplateResult | typeof nothing {
  const { localize, side, settings } = view;
  if (side !== 'client' || drawn.shared.state !== 'answered' || settings.isReadOnly) return nothing;
  return html`<p class="differ">${localize.text('empathy.how-now')}</p>
    ${actionsTemplate(
      outcomes.map((outcome) => ({
        ...named(view, drawn, localize.word(`empathy.outcome.${outcome}`)),
        isDisabled: settings.isDisabled,
        act: () => {
          view.begin({ name: 'confirm', drawn, outcome });
        },
      })),
    )}`;
}

/** What every card is drawn from besides its moment. */
export function roundCards(view: EmpathyView): readonly unknown[] {
  const { localize, settings, viewer, side, author } = view;
  const { language, formatLocale, words } = localize;
  const { hasStore, isDisabled, isReadOnly } = settings;
  return [language, formatLocale, words, viewer, side, author, hasStore, isDisabled, isReadOnly];
}

/** Something is done to it, or was just now. */
const isAtWork = ({ acts, refused, board, listing }: EmpathyView, drawn: DrawnMoment): boolean =>
  !!drawn.sender ||
  listing.isTicked(drawn.shared.id) ||
  [acts.present?.last?.id, refused?.id].includes(drawn.shared.id) ||
  !!board.failedOf(drawn);

/** One moment with all that was said to it; at rest it is drawn again only where it, or what is round all, has changed. */
export function cardTemplate(
  view: EmpathyView,
  drawn: DrawnMoment,
  round: readonly unknown[],
): TemplateResult {
  const { shared } = drawn;
  const draw = (): TemplateResult => insideTemplate(view, drawn);
  return html`<li
    class="card ${groupOf(shared, view.side)}"
    part="moment"
    id="moment-${shared.id}"
    aria-labelledby="words-${shared.id}"
  >
    ${isAtWork(view, drawn) ? draw() : guard([drawn, ...round], draw)}
  </li>`;
}

/** What can be done to it. */
const doingTemplate = (view: EmpathyView, drawn: DrawnMoment): TemplateResult =>
  html`${confirmTemplate(view, drawn)} ${actionsTemplate(buttonsOf(view, drawn))}
  ${checkTemplate(view, drawn)}`;

function insideTemplate(view: EmpathyView, drawn: DrawnMoment): TemplateResult {
  const { localize, viewer, side } = view;
  const { shared } = drawn;
  const { id, moment } = shared;
  return html`
    <h4 class="words" id="words-${id}" tabindex="-1" part="moment-kind">
      ${localize.text(`empathy.tile.${moment.kind}`)}
    </h4>
    <p class="who">${byWords(view, shared)}</p>
    <p class="standing" part="standing">${standingWords(view, drawn)}</p>
    ${localize.marked(momentTemplate(localize, moment, viewer), undefined)} ${threadTemplate(view, drawn)}
    ${drawn.isBack ? nothing : doingTemplate(view, drawn)}
    ${isOfTick(view, drawn) ? nothing : outcomeTemplate(view, drawn)}
    ${side === 'therapist' ? html`<p class="hint">${toldWords(localize, view.toldOf(drawn))}</p>` : nothing}
  `;
}

/** What was begun, or is only for the person. */
export function keptCardTemplate(view: EmpathyView, kept: KeptMoment): TemplateResult {
  const { localize, settings } = view;
  const { id, moment, draft } = kept;
  const { kind = 'missed' } = moment;
  const title = localize.word(`empathy.tile.${kind}`);
  const what = moment.words ?? title;
  const button = (key: 'go-on' | 'drop', act: () => void): Button => ({
    words: localize.text(`empathy.do.${key}`),
    name: localize.word('empathy.do.about', { act: localize.word(`empathy.do.${key}`), what }),
    ...{ act, isDisabled: settings.isDisabled },
  });
  return html`<li class="card kept" part="moment" id="moment-${id}" aria-labelledby="words-${id}">
    <h4 class="words" id="words-${id}" tabindex="-1" part="moment-kind">${title}</h4>
    <p class="who">${byWords(view, { by: 'client', at: draft.keptAt })}</p>
    ${moment.words === undefined && moment.about === undefined ? nothing : momentTemplate(localize, moment, 'client')}
    ${actionsTemplate([
      button('go-on', () => {
        view.begin({ name: 'go-on', kept });
      }),
      {
        ...button('drop', () => {
          view.drop(kept);
        }),
        look: 'quiet',
      },
    ])}
  </li>`;
}
