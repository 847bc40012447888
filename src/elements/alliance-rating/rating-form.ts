import type { FormControl } from '../../controllers/widget/form-control.js';
import type { ResponseEdit } from '../../controllers/kinds/response.js';
import type { RatingScreen } from './rating-screen.js';
import type { RatingSettings } from './rating-settings.js';
import { statesOf } from './rating-states.js';

interface Rating {
  readonly edit: ResponseEdit;
  readonly settings: RatingSettings;
  readonly screen: RatingScreen;
}

/** Tells the form what the answers are and what is still missing; nothing where there is no rating to fill in. */
export function publishTo(form: FormControl, rating: Rating | undefined, root: ParentNode | undefined): void {
  if (rating) form.setStates(statesOf(rating.edit, rating.settings));
  if (!rating || rating.settings.isReader) {
    form.setResource(undefined);
    form.setObstacle(undefined);
    return;
  }
  const { edit, settings, screen } = rating;
  const isSilent = !edit.isTouched || settings.isDisabled;
  form.setResource(isSilent ? undefined : edit.toResource());
  const [missing] = settings.isDisabled || settings.isReadOnly ? [] : screen.checking.missing;
  form.setObstacle(
    missing && {
      message: screen.localize.word('common.missing.item'),
      // There is no root before the element was first connected
      anchor:
        root?.querySelector<HTMLElement>(`#${screen.idOf(missing)} :is(input, textarea, select)`) ?? null,
    },
  );
}
