import { stepIdentifierSystem } from '../goal/goal-codes.js';
import type { Step } from '../../domain/goals/goal.js';
import type { Task } from '../resource.js';
import type { VersionAbout } from '../version-about.js';
import { writeTask } from './task-writer.js';

/** A step as an R4 Task, patched onto the one that it came from. */
export const writeStep = ({ goal, text, isDone, at }: Step, about: VersionAbout, base?: Task): Task =>
  writeTask(
    {
      ...{ code: 'step', focus: ['Goal', goal], isDone, at, description: text },
      identifier: { system: stepIdentifierSystem, value: about.identifier },
    },
    about,
    base,
  );
