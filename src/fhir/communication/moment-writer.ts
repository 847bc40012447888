import {
  momentKinds,
  momentTopics,
  type Moment,
  type MomentTopic,
  type WantedHelp,
} from '../../domain/empathy/moment.js';
import { NOBODY } from '../../domain/told.js';
import { withoutHoles } from '../loose.js';
import type { CodeableConcept, Communication, Extension } from '../resource.js';
import { momentCodeIn, momentConcept } from './category.js';
import { writeCommunication, type CommunicationAbout } from './communication-writer.js';
import { momentIdentifierSystem, momentUrls } from './moment-codes.js';
import { readMoment } from './moment-reader.js';

const helpExtension = ({ kind, words }: WantedHelp): Extension => ({
  url: momentUrls.wantedHelp,
  extension: [
    { url: 'kind', valueCode: kind },
    ...(words === undefined || words === '' ? [] : [{ url: 'words', valueString: words }]),
  ],
});

/** Extensions with one of ours in place of the former, or without it. */
function withExtension(all: readonly Extension[], url: string, own: Extension | undefined): Extension[] {
  return [...all.filter((one) => one.url !== url), ...(own ? [own] : [])];
}

function extensionsOf(moment: Moment, base: Communication | undefined): Extension[] {
  const before = base && readMoment(base);
  let all = [...withoutHoles(base?.extension)];
  const { help, visibility } = moment;
  const isSameHelp = before?.help?.kind === help?.kind && before?.help?.words === help?.words;
  if (!isSameHelp) all = withExtension(all, momentUrls.wantedHelp, help && helpExtension(help));
  if (base && before?.visibility === visibility) return all;
  const isShown = visibility === 'now' || visibility === 'next';
  const shown = isShown ? { url: momentUrls.showAt, valueCode: visibility } : undefined;
  return withExtension(all, momentUrls.showAt, shown);
}

/** What it was about, beside what other systems say of that. */
function reasonsOf(topic: MomentTopic | undefined, former: CodeableConcept[] | undefined) {
  if (momentCodeIn(former, momentTopics) === topic) return former;
  const others = withoutHoles(former).filter((concept) => momentCodeIn(concept, momentTopics) === undefined);
  return [...(topic ? [momentConcept(topic)] : []), ...others];
}

/**
 * A moment as an R4 Communication, patched onto the one that it came from. What its person keeps for herself, or has not
 * yet said who may see, is in preparation: it stays among her drafts, and tells nobody.
 */
export function writeMoment(moment: Moment, about: CommunicationAbout, base?: Communication): Communication {
  const { kind, about: topic, words, visibility } = moment;
  const isOwn = visibility === 'only-me';
  return writeCommunication(
    {
      category: 'moment',
      identifier: { system: momentIdentifierSystem, value: about.identifier },
      topic: momentCodeIn(base?.topic, momentKinds) === kind ? base?.topic : kind && momentConcept(kind),
      reasonCode: reasonsOf(topic, base?.reasonCode),
      words: words === '' ? undefined : words,
      sent: about.at,
      isDraft: isOwn || visibility === undefined,
      told: isOwn ? [NOBODY] : about.told,
      extension: extensionsOf(moment, base),
    },
    about,
    base,
  );
}
