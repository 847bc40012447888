import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { DrawnMoment, KeptMoment, MomentLists } from '../../controllers/kinds/shared-moments.js';
import type { ConfirmedOutcome, MomentKind } from '../../domain/empathy/moment.js';
import type { Side } from '../../domain/side.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import type { EmpathyActing } from './empathy-acting.js';

/** What a person's task works with. */
export interface EmpathyDesk {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly side: Side;
  readonly lists: MomentLists;
  readonly acting: EmpathyActing;
  /** What is only for the person is there after a reload. */
  readonly isKeeping: boolean;
  /** The page names somebody else to turn to. */
  readonly hasSomeoneElse: boolean;
  readonly redraw: () => void;
  /** The task is over: the list is shown again, with the focus on the moment. */
  readonly done: (id?: string) => void;
}

/** What a person can be at. */
export type EmpathyTask =
  | { readonly name: 'share'; readonly kind: MomentKind }
  | { readonly name: 'go-on'; readonly kept: KeptMoment }
  | { readonly name: 'reply'; readonly drawn: DrawnMoment }
  | { readonly name: 'confirm'; readonly drawn: DrawnMoment; readonly outcome: ConfirmedOutcome };
