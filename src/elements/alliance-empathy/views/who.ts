import type { Words } from '../../../controllers/widget/localize.js';
import type { Origin } from '../../../domain/empathy/moment.js';
import type { EmpathyView } from '../empathy-view.js';

/** How somebody is called by the one who looks. */
function whoKey({ side }: Pick<EmpathyView, 'side'>, { by }: Origin) {
  if (by === undefined) return 'empathy.who.someone' as const;
  if (side === by) return 'empathy.who.you' as const;
  return side === undefined ? (`empathy.who.${by}` as const) : (`empathy.who.your-${by}` as const);
}

/** Who said something and when, as words of a sentence. */
export const saidBy = (view: EmpathyView, origin: Origin) => ({
  who: view.localize.word(whoKey(view, origin)),
  time: origin.at === undefined ? '' : view.localize.time(new Date(origin.at)),
});

/** Who said something, and when. */
export const byWords = (view: EmpathyView, origin: Origin): Words =>
  origin.at === undefined
    ? view.localize.text(whoKey(view, origin))
    : view.localize.text('empathy.who.said', saidBy(view, origin));
