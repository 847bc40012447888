import { itemsOf, type Instrument, type Item } from '../../domain/instrument/instrument.js';
import { compact, type QuestionnaireResponse, type QuestionnaireResponseItem } from '../resource.js';
import { withoutHoles } from '../loose.js';
import { DEEPEST } from './response-reader.js';

type Items = readonly QuestionnaireResponseItem[];
type Answered = NonNullable<QuestionnaireResponseItem['answer']>[number];

/** The items of a loaded response, and those that stand where its Questionnaire does not have them. */
export interface SortedItems {
  readonly items: Items;
  /** The first of each linkId: the one that was read. */
  readonly strays: ReadonlyMap<string, QuestionnaireResponseItem>;
}

/**
 * Takes the instrument's items out of wherever else another system put them (a group left out or added, an item beside
 * an answer instead of under it), so that each is written once and in its own place. Further rounds of a repeating
 * group stay as they are.
 */
export function sortItems(instrument: Instrument, base: QuestionnaireResponse | undefined): SortedItems {
  const own = new Map([...itemsOf(instrument).keys()].map((item) => [item.linkId, item]));
  const strays = new Map<string, QuestionnaireResponseItem>();
  const sort = (items: Items | undefined, expected: readonly Item[], depth = 0): Items => {
    if (depth > DEEPEST) return withoutHoles(items);
    const here = new Map(expected.map((item) => [item.linkId, item]));
    const rounds = new Set<string>();
    return withoutHoles(items).flatMap((item) => {
      const { linkId } = item;
      const known = here.get(linkId);
      const elsewhere = known ? undefined : own.get(linkId);
      if (elsewhere) {
        const [stray] = sort([item], [elsewhere], depth + 1);
        if (stray && !strays.has(linkId)) strays.set(linkId, stray);
        return [];
      }
      if (rounds.has(linkId)) return [item];
      if (known) rounds.add(linkId);
      const below = known?.items ?? [];
      const answer = withoutHoles(item.answer).map((one) =>
        one.item === undefined
          ? one
          : compact<Answered>({ ...one, item: [...sort(one.item, below, depth + 1)] }),
      );
      const under = sort(item.item, known?.kind === 'question' ? [] : below, depth + 1);
      return [compact<QuestionnaireResponseItem>({ ...item, answer, item: [...under] })];
    });
  };
  return { items: sort(base?.item, instrument.items), strays };
}
