import type { DrawnMoment, KeptMoment, SharedMoments } from '../../controllers/kinds/shared-moments.js';
import type { Asked } from '../../controllers/record/delivery.js';
import type { Aids } from '../../controllers/widget/aids.js';
import type { LateActing } from '../../controllers/widget/late-acting.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { Listed } from '../../controllers/widget/list-order.js';
import type { Settings } from '../../controllers/widget/settings.js';
import type { Tasks } from '../../controllers/widget/tasks.js';
import type { MomentRefusal } from '../../domain/empathy/refusals.js';
import type { MomentKind } from '../../domain/empathy/moment.js';
import type { MomentGroup } from '../../domain/empathy/shared-moment.js';
import type { Side } from '../../domain/side.js';
import type { Told, Viewer } from '../../domain/told.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import type { Task, TaskPage, TaskView } from '../../parts/task.js';
import type { EmpathyActing } from './empathy-acting.js';
import type { EmpathyTask } from './empathy-desk.js';
import type * as Later from './empathy-later.js';
import type { EmpathyListing } from './empathy-listing.js';
import type { EmpathyQuestions } from './empathy-questions.js';

/** `quick`: one question; `moment`: noted now, told later. */
export type EmpathyMode = 'full' | 'quick' | 'moment';

export type ListedMoments = Listed<DrawnMoment, MomentGroup>;

/** What a person is at. */
export type EmpathyTasks = Tasks<Task, TaskPage, typeof Later>;

/** What the views of the moments draw from, and what a person can do there. */
export interface EmpathyView extends TaskView {
  readonly localize: LocalizeController<EmpathyKey>;
  readonly settings: Settings;
  readonly mode: EmpathyMode;
  readonly viewer: Viewer;
  /** Undefined for a reader. */
  readonly side: Side | undefined;
  /** Of whoever looks; FHIR reference. */
  readonly author: string | undefined;
  readonly aids: Aids;
  readonly tasks: EmpathyTasks;
  readonly later: typeof Later | undefined;
  readonly acts: LateActing<EmpathyActing, typeof Later>;
  readonly questions: EmpathyQuestions;
  readonly listing: EmpathyListing;
  /** All that was shared, begun, or is only for the person. */
  readonly board: Pick<SharedMoments, 'all' | 'at' | 'begun' | 'own' | 'failedOf'>;
  /** What could not be done just now, where it was tried. */
  readonly refused: { readonly id: string; readonly refused: MomentRefusal } | undefined;
  /** What was begun, or is only for the person, is there after a reload. */
  readonly isKeeping: boolean;
  readonly hasHidden: boolean;
  /** The page names somebody else to turn to. */
  readonly hasSomeoneElse: boolean;
  /** What could not be looked for, or not be loaded to go on. */
  readonly notice: 'load' | 'not-loaded' | undefined;
  readonly isLoading: boolean;
  begin(task: EmpathyTask): void;
  /** Keeps that there was a moment, to tell about it later. */
  note(kind: MomentKind): void;
  drop(kept: KeptMoment): void;
  readonly toldOf: (drawn: DrawnMoment) => Told;
  /** Ends a contradiction as the person chose. */
  settle(sender: Asked, choice: 'mine' | 'theirs' | 'both', id: string | undefined): void;
}
