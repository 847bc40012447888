import {
  helpKinds,
  momentKinds,
  momentTopics,
  type Moment,
  type Visibility,
  type WantedHelp,
} from '../../domain/empathy/moment.js';
import type { Link } from '../../domain/link.js';
import { NOBODY } from '../../domain/told.js';
import { linkTo } from '../link.js';
import { codeIn, extensionsOf, extensionValue, textIn } from '../loose.js';
import type { Communication } from '../resource.js';
import { readTold } from '../told.js';
import { categoryOf, isCommunication, momentCodeIn } from './category.js';
import { momentIdentifierSystem, momentUrls } from './moment-codes.js';
import { stageOf, wordsIn } from './said.js';

export const isMoment = (resource: unknown): resource is Communication =>
  isCommunication(resource) && categoryOf(resource) === 'moment';

/** How something names this moment that hangs on it. */
export const linkOfMoment = (moment: Communication): Link => linkTo(moment, momentIdentifierSystem);

function helpIn(communication: Communication): WantedHelp | undefined {
  const [extension] = extensionsOf(communication, momentUrls.wantedHelp);
  const code = codeIn(extensionValue(extension, 'kind'));
  const words = textIn(extensionValue(extension, 'words'));
  // Words without a kind that is known here are the person's own
  const kind = helpKinds.find((one) => one === code) ?? (words === undefined ? undefined : 'own');
  return kind && { kind, words };
}

/** Who may see it, and when; what was sent and does not say when is shown now. */
function visibilityIn(communication: Communication): Visibility | undefined {
  const isDraft = stageOf(communication) === 'draft';
  const told = readTold(communication);
  if (isDraft && told.length === 1 && told[0] === NOBODY) return 'only-me';
  const code = codeIn(extensionValue(communication, momentUrls.showAt));
  if (code === 'now' || code === 'next') return code;
  return isDraft ? undefined : 'now';
}

/** A moment as it is shown; nothing in it is trusted to be as R4 says. */
export const readMoment = (communication: Communication): Moment => ({
  kind: momentCodeIn(communication.topic, momentKinds),
  about: momentCodeIn(communication.reasonCode, momentTopics),
  words: wordsIn(communication),
  help: helpIn(communication),
  visibility: visibilityIn(communication),
});
