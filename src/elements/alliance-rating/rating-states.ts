import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { RatingSettings } from './rating-settings.js';

/** What a portal's style sheet can see of the rating, as `alliance-rating:state(sent)`. */
export function statesOf(
  { value, delivery, isLoading }: ResponseEdit,
  { isEasy }: RatingSettings,
): Readonly<Record<string, boolean>> {
  const { state } = delivery;
  return {
    answered: value.size > 0,
    easy: isEasy,
    loading: isLoading,
    sending: state === 'sending',
    sent: state === 'saved' || state === 'sent' || state === 'handed-over',
    failed: state === 'failed',
    conflict: state === 'conflict',
  };
}
