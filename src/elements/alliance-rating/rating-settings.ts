import type { Layout, Provided, Support } from '../../context/provided.js';
import { sharingOf, type Sharing } from '../../controllers/widget/audience.js';
import type { Completion } from '../../domain/record.js';

/** The element's own attributes, as far as they steer the screen; null once an attribute was removed. */
export interface OwnSettings {
  readonly layout: Layout | null | undefined;
  readonly support: Support | null | undefined;
  readonly audience: string | null | undefined;
  readonly readAloud: boolean;
  readonly disabled: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly pace: 'auto' | 'all' | 'one' | null;
  readonly scaleDirection: 'auto' | 'ltr' | 'rtl' | null;
  readonly source: Completion | null;
}

/** How the rating is shown: the person's choice, then the element's own, then the provider's. */
export interface RatingSettings {
  readonly isEasy: boolean;
  /** A question a screen, a page a screen where the instrument has pages, or all on one. */
  readonly pace: 'question' | 'page' | 'all';
  readonly isInForm: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  readonly isReadAloud: boolean;
  readonly isRequired: boolean;
  /** A therapist or supervisor looks. */
  readonly isReader: boolean;
  readonly hasStore: boolean;
  readonly reach: Provided['reach'];
  /** How many responses wait to be sent. */
  readonly waiting: number;
  /** Who can see what is given here. */
  readonly sharing: Sharing;
  readonly layout: Layout;
  readonly scaleDirection: 'ltr' | 'rtl';
  readonly source: Completion;
}

export function settingsOf(
  own: OwnSettings,
  provided: Provided | undefined,
  here: {
    /** What the person chose in the widget. */
    readonly support: Support | undefined;
    readonly isInForm: boolean;
    readonly isFormDisabled: boolean;
    readonly direction: 'ltr' | 'rtl';
  },
): RatingSettings {
  const isEasy = (here.support ?? own.support ?? provided?.support ?? 'standard') === 'easy';
  return {
    isEasy,
    pace: own.pace === 'all' ? 'all' : own.pace === 'one' || isEasy ? 'question' : 'page',
    isInForm: here.isInForm,
    isDisabled: own.disabled || here.isFormDisabled || (provided?.disabled ?? false),
    isReadOnly: own.readOnly || (provided?.readOnly ?? false),
    isReadAloud: own.readAloud || (provided?.readAloud ?? false),
    isRequired: own.required,
    isReader: provided !== undefined && provided.viewer !== 'client',
    hasStore: provided?.store !== undefined,
    reach: provided?.reach,
    waiting: provided?.waiting?.['QuestionnaireResponse'] ?? 0,
    sharing: sharingOf(own.audience ?? provided?.audience ?? ''),
    layout: isEasy ? 'vertical' : (own.layout ?? provided?.layout ?? 'auto'),
    scaleDirection:
      own.scaleDirection === 'ltr' || own.scaleDirection === 'rtl' ? own.scaleDirection : here.direction,
    source: own.source ?? 'self',
  };
}
