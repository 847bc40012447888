import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import { isCoding, isQuantity, sameValue, type Value } from '../../domain/answers/answer.js';
import type { Question } from '../../domain/instrument/instrument.js';

/** A value in words, where no option has words for it. */
export function valueWords(localize: LocalizeController, value: Value): Words {
  if (typeof value === 'boolean') return localize.text(value ? 'common.choice.yes' : 'common.choice.no');
  if (typeof value === 'number') return localize.number(value);
  if (isQuantity(value)) return `${localize.number(value.value)} ${value.unit ?? ''}`.trim();
  return isCoding(value) ? (value.display ?? value.code) : value;
}

/**
 * Of the values that a question is answered with, those that it has no option for: another system gave them, or an
 * older version of the Questionnaire did. They are shown, so that a person can let them stand or take them back.
 */
export function valuesBesideOptions({ type, options }: Question, values: readonly Value[]): readonly Value[] {
  if (type === 'open-choice') return []; // there they stand in the field for own words
  return values.filter(
    (value) =>
      !(type === 'boolean' && typeof value === 'boolean') &&
      !options.some((option) => sameValue(option.value, value)),
  );
}
