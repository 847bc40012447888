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
  /** Both can stay: one side as it is, the other as a wish. */
  readonly canKeepBoth?: boolean | undefined;
}

/** The same thing changed in two places: both sides beside each other, and the person decides. */
export function conflictTemplate({
  localize,
  contradictions,
  resolve,
  canKeepBoth = false,
}: ConflictFrame): TemplateResult {
  const side = (key: 'here' | 'elsewhere', shown: unknown): TemplateResult =>
    html`<dt>${localize.text(`common.conflict.${key}`)}</dt>
      <dd>${shown}</dd>`;
  const button = (key: 'keep-mine' | 'take-theirs' | 'keep-both', choice: Choice): Button => ({
    words: localize.text(`common.conflict.${key}`),
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
      button('keep-mine', 'mine'),
      button('take-theirs', 'theirs'),
      canKeepBoth ? button('keep-both', 'both') : undefined,
    ]),
  );
}
