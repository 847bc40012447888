import type { TemplateResult } from 'lit';
import { momentIdOf } from '../../../controllers/kinds/shared-moments.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { ConfirmedOutcome, Moment } from '../../../domain/empathy/moment.js';
import type { Link } from '../../../domain/link.js';
import type { Conflict } from '../../../domain/record.js';
import type { Asked } from '../../../controllers/record/delivery.js';
import { conflictTemplate } from '../../../parts/conflict.js';
import { ownWords } from '../../../parts/own-words.js';
import type { EmpathyView } from '../empathy-view.js';

type Part = keyof Moment | 'outcome';

/** One side of a contradiction, as a person reads it. */
function saidWords({ localize }: EmpathyView, part: Part, said: unknown): Words {
  const of = { [part]: said } as Moment & { readonly outcome?: ConfirmedOutcome };
  if (of.outcome) return localize.text(`empathy.outcome.${of.outcome}`);
  if (said === undefined) return localize.text('tasks.nothing-yet');
  if (of.kind) return localize.text(`empathy.tile.${of.kind}`);
  if (of.about) return localize.text(`empathy.about.${of.about}`);
  if (of.visibility) return localize.text(`empathy-tasks.who.${of.visibility}`);
  if (of.help) return of.help.words ? ownWords(of.help.words) : localize.text(`empathy.help.${of.help.kind}`);
  return ownWords(of.words ?? '');
}

/** Id of the moment that an edit is about: itself, or what it hangs on. */
function idOf({ board }: EmpathyView, { edit }: Asked): string | undefined {
  const { moment } = edit.value as { readonly moment?: Link };
  return moment ? board.at(moment)?.shared.id : momentIdOf(edit.toResource());
}

/**
 * The same moment, or what was said to it, changed on two pages of the person: both versions in plain words, and the person
 * decides.
 */
export function momentConflictTemplate(
  view: EmpathyView,
  sender: Asked,
  items: readonly Conflict[],
): TemplateResult {
  const { localize } = view;
  return conflictTemplate({
    localize,
    contradictions: items.map(({ part, mine, theirs }) => ({
      about: localize.text(
        part === 'outcome' ? 'empathy.how-now' : `empathy-tasks.part.${part as keyof Moment}`,
      ),
      mine: saidWords(view, part as Part, mine),
      theirs: saidWords(view, part as Part, theirs),
    })),
    resolve: (choice) => {
      view.settle(sender, choice, idOf(view, sender));
    },
  });
}
