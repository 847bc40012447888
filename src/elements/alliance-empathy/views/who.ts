import type { Words } from '../../../controllers/widget/localize.js';
import type { Origin } from '../../../domain/empathy/moment.js';
import type { EmpathyView } from '../empathy-view.js';

/** How somebody is called by the one who looks. */
function whoKey({ side }: Pick<EmpathyView, 'side'>, { by }: Origin) {
  if (by === undefined) return 'empathy.who.someone' as const;
  if (side === by) return 'empathy.who.you' as const;
  return side === undefined ? (`empathy.who.${by}` as const) : (`empathy.who.your-${by}` as const);
}

/** Who said something, and when as far as that is known: a key with what stands in its words. */
function said(view: EmpathyView, origin: Origin) {
  const key = whoKey(view, origin);
  const [who, time] = [view.localize.word(key), view.localize.time(origin.at)];
  return { key: time === '' ? key : ('empathy.who.said' as const), params: { who, time } };
}

/** As words of a sentence. */
export function saidBy(view: EmpathyView, origin: Origin): string {
  const { key, params } = said(view, origin);
  return view.localize.word(key, params);
}

/** As words that stand alone. */
export function byWords(view: EmpathyView, origin: Origin): Words {
  const { key, params } = said(view, origin);
  return view.localize.text(key, params);
}
