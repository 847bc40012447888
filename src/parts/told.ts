import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import { audiences, foreignIn, type Told } from '../domain/told.js';

/** Who the person was told can see this, for those who read it. */
export function toldWords(localize: LocalizeController, told: Told): Words {
  if (told.length === 0) return localize.text('common.privacy.told-nothing');
  const people = [
    ...audiences.filter((audience) => told.includes(audience)),
    ...(foreignIn(told).length > 0 ? (['others'] as const) : []),
  ];
  const words = people.map((who) => localize.word(`common.privacy.people.${who}`));
  return localize.text('common.privacy.told', { people: localize.list(words) });
}
