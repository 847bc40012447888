import type { Raise } from '../../domain/empathy/moment.js';
import { momentIdentifierSystem } from '../communication/moment-codes.js';
import type { Task } from '../resource.js';
import type { VersionAbout } from '../version-about.js';
import { writeTask } from './task-writer.js';

/**
 * To bring a moment up next time, as an R4 Task, patched onto the one that it came from. Its name follows from the
 * moment's: whoever wants to bring it up, it is brought up once.
 */
export function writeRaise({ moment, isDone, at }: Raise, about: VersionAbout, base?: Task): Task {
  const { system = momentIdentifierSystem, value = moment.reference ?? about.identifier } =
    moment.identifier ?? {};
  return writeTask(
    {
      ...{ code: 'raise', focus: ['Communication', moment], isDone, at },
      identifier: { system, value: `${value}/raise` },
      owner: about.parties.therapist,
    },
    about,
    base,
  );
}
