import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { FormControl } from '../../controllers/widget/form-control.js';
import type { RatingSettings } from './rating-settings.js';

/** What a portal's style sheet can see of the rating, as `alliance-rating:state(sent)`. */
function statesOf(
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

interface Rating {
  readonly edit: ResponseEdit;
  readonly settings: RatingSettings;
  /** What stands in the way of submitting, in words, with the control to go to. */
  readonly obstacle: () => Parameters<FormControl['setObstacle']>[0];
}

/** Tells the form what the answers are and what is still missing; nothing where there is no rating to fill in. */
export function publishTo(form: FormControl, rating: Rating | undefined): void {
  if (rating) form.setStates(statesOf(rating.edit, rating.settings));
  if (!rating || rating.settings.isReader) {
    form.setResource(undefined);
    form.setObstacle(undefined);
    return;
  }
  const { edit, settings } = rating;
  const isSilent = !edit.isTouched || settings.isDisabled;
  form.setResource(isSilent ? undefined : edit.toResource());
  form.setObstacle(settings.isDisabled || settings.isReadOnly ? undefined : rating.obstacle());
}
