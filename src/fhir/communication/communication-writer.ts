import type { Completion } from '../../domain/record.js';
import { NOBODY, type Told } from '../../domain/told.js';
import { extensionUrls } from '../codes.js';
import { withoutHoles } from '../loose.js';
import {
  compact,
  type CodeableConcept,
  type Communication,
  type Extension,
  type Reference,
} from '../resource.js';
import { withToldIn } from '../told.js';
import type { VersionAbout } from '../version-about.js';
import { categoryConcept, type CommunicationCategory } from './category.js';
import { confidentiality } from './moment-codes.js';
import { wordsIn } from './said.js';

/** What a version of a Communication tells beside its value. */
export interface CommunicationAbout extends VersionAbout {
  readonly encounter?: string | undefined;
  readonly completion: Completion;
  /** FHIR references of those to whom it is said. */
  readonly recipients: readonly string[];
}

/** What differs between a moment and what is said to it. */
interface Message {
  readonly category: CommunicationCategory;
  readonly identifier: NonNullable<Reference['identifier']>;
  readonly topic?: CodeableConcept | undefined;
  readonly reasonCode?: CodeableConcept[] | undefined;
  readonly words: string | undefined;
  readonly inResponseTo?: Reference | undefined;
  /** ISO 8601 instant. */
  readonly sent: string;
  /** It is not said to anybody. */
  readonly isDraft?: boolean;
  readonly told: Told;
  readonly extension: readonly Extension[];
}

/** R4 names those who can send something and those who can receive it; others are left out. */
const persons = ['Patient', 'Practitioner', 'PractitionerRole', 'RelatedPerson', 'Organization', 'Device'];
const senders: readonly string[] = [...persons, 'HealthcareService'];
const receivers: readonly string[] = [...senders, 'CareTeam', 'Group'];

const isOf = (types: readonly string[], reference: string): boolean =>
  types.includes(reference.split('/').at(-2) ?? '');

const to = (types: readonly string[], references: readonly (string | undefined)[]): Reference[] =>
  references.flatMap((reference) =>
    reference === undefined || !isOf(types, reference) ? [] : { reference },
  );

/** What was told to few is marked as such; a mark of another system stays. It does nothing unless a server heeds it. */
function metaOf(meta: Communication['meta'], told: Told): Communication['meta'] {
  const security = withoutHoles(meta?.security);
  const isMarked = security.some(({ system }) => system === confidentiality);
  if (told.length === 0 || isMarked) return meta;
  const code = told.every((token) => token === NOBODY) ? 'V' : 'R';
  return { ...meta, security: [...security, { system: confidentiality, code }] };
}

/** The words in place of those that were there; what else another system has sent with them stays. */
function payloadOf(words: string | undefined, base: Communication | undefined): Communication['payload'] {
  if (base && wordsIn(base) === words) return base.payload;
  const others = withoutHoles(base?.payload).filter(({ contentString }) => contentString === undefined);
  const own = words === undefined ? [] : [{ contentString: words }];
  return [...own, ...others];
}

/** How it was said, where somebody helped with it or said it for the person. */
function withCompletion(
  extension: readonly Extension[],
  { completion }: CommunicationAbout,
  base: Communication | undefined,
): readonly Extension[] {
  if (base || completion === 'self') return extension;
  return [...extension, { url: extensionUrls.completion, valueCode: completion }];
}

function statusOf({ isDraft }: Message, { intent }: VersionAbout, base: Communication | undefined) {
  if (intent === 'withdraw') return 'entered-in-error';
  if (isDraft === true) return 'preparation';
  const former = base?.status;
  const isOver = former === undefined || former === 'preparation' || former === 'entered-in-error';
  return isOver ? 'completed' : former;
}

/** An R4 Communication, patched onto the one that it came from: what the value did not change stays as it was. */
export function writeCommunication(
  message: Message,
  about: CommunicationAbout,
  base?: Communication,
): Communication {
  const { fhir_comments: _, ...kept } = (base ?? {}) as Partial<Communication> & { fhir_comments?: unknown };
  const { subject, encounter, author, recipients } = about;
  return compact<Communication>({
    ...(kept as Communication),
    resourceType: 'Communication',
    meta: metaOf(base?.meta, message.told),
    // The narrative tells the old words
    text: undefined,
    language: base ? base.language : about.language,
    extension: withToldIn(withCompletion(message.extension, about, base), message.told),
    // Another system's is known by its id, and gets no identifier from us
    identifier: base?.identifier ?? (base?.id === undefined ? [message.identifier] : undefined),
    inResponseTo: base?.inResponseTo ?? (message.inResponseTo && [message.inResponseTo]),
    status: statusOf(message, about, base),
    category: base?.category ?? [categoryConcept(message.category)],
    topic: message.topic ?? base?.topic,
    reasonCode: message.reasonCode ?? base?.reasonCode,
    subject: base?.subject ?? { reference: subject ?? '' },
    encounter: base ? base.encounter : encounter === undefined ? undefined : { reference: encounter },
    sent: base?.sent ?? message.sent,
    recipient: base ? base.recipient : to(receivers, recipients),
    sender: base ? base.sender : to(senders, [author])[0],
    payload: payloadOf(message.words, base),
  });
}
