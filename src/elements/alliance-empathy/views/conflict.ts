import type { TemplateResult } from 'lit';
import type { MomentSender } from '../../../controllers/kinds/moment.js';
import type { Delivery } from '../../../controllers/record/delivery.js';
import type { Words } from '../../../controllers/widget/localize.js';
import type { Moment } from '../../../domain/empathy/moment.js';
import type { Communication } from '../../../fhir/resource.js';
import { conflictTemplate } from '../../../parts/conflict.js';
import { ownWords } from '../../../parts/own-words.js';
import type { EmpathyView } from '../empathy-view.js';

type Part = keyof Moment;

/** One side of a contradiction, as a person reads it. */
function saidWords({ localize }: EmpathyView, part: Part, said: unknown): Words {
  const of = { [part]: said } as Moment;
  if (said === undefined) return localize.text('tasks.nothing-yet');
  if (of.kind) return localize.text(`empathy.tile.${of.kind}`);
  if (of.about) return localize.text(`empathy.about.${of.about}`);
  if (of.visibility) return localize.text(`empathy-tasks.who.${of.visibility}`);
  if (of.help) return of.help.words ? ownWords(of.help.words) : localize.text(`empathy.help.${of.help.kind}`);
  return ownWords(of.words ?? '');
}

/** The same moment changed on two pages of the person: both versions in plain words, and the person decides. */
export function momentConflictTemplate(
  view: EmpathyView,
  sender: MomentSender,
  { items }: Extract<Delivery<Communication>, { state: 'conflict' }>,
): TemplateResult {
  return conflictTemplate({
    localize: view.localize,
    contradictions: items.map(({ part, mine, theirs }) => ({
      about: view.localize.text(`empathy-tasks.part.${part as Part}`),
      mine: saidWords(view, part as Part, mine),
      theirs: saidWords(view, part as Part, theirs),
    })),
    resolve: (choice) => {
      view.settle(sender, choice);
    },
  });
}
