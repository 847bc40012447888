import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import { actionsTemplate, type Button } from './button.js';
import { problemTemplate } from './problem.js';

type Choice = 'mine' | 'theirs' | 'both';

/** Id of both sides: whoever comes to a button hears what it keeps. */
const sidesId = 'sides';

/** One thing that was changed in two places: what it is about, and both sides as they are shown. */
interface Contradiction {
  readonly about: Words;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface ConflictFrame {
  readonly localize: LocalizeController;
  readonly contradictions: readonly Contradiction[];
  readonly resolve: (choice: Choice) => void;
  /** Words of the button by which both stay, one side as it is, the other as a wish; without them one is chosen. */
  readonly keepBoth?: Words | undefined;
}

/** The same thing changed in two places: both sides beside each other, and the person decides. */
export function conflictTemplate({
  localize,
  contradictions,
  resolve,
  keepBoth,
}: ConflictFrame): TemplateResult {
  const side = (key: 'here' | 'elsewhere', shown: unknown): TemplateResult =>
    html`<dt>${localize.text(`common.conflict.${key}`)}</dt>
      <dd>${shown}</dd>`;
  const button = (words: Words, choice: Choice): Button => ({
    words,
    act: () => {
      resolve(choice);
    },
    describedBy: sidesId,
  });
  return problemTemplate(
    { id: 'conflict', title: localize.text('common.conflict.title'), takesFocus: true },
    html`<p>${localize.text('common.conflict.text')}</p>
      <div id=${sidesId}>
        ${contradictions.map(
          ({ about, mine, theirs }) =>
            html`<p class="asked">${about}</p>
              <dl class="sides">
                ${mine === nothing ? nothing : side('here', mine)}
                ${theirs === nothing ? nothing : side('elsewhere', theirs)}
              </dl>`,
        )}
      </div>`,
    actionsTemplate([
      button(localize.text('common.conflict.keep-mine'), 'mine'),
      button(localize.text('common.conflict.take-theirs'), 'theirs'),
      keepBoth ? button(keepBoth, 'both') : undefined,
    ]),
  );
}
