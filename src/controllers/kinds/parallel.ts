import type { Provided } from '../../context/provided.js';
import { isOutbox, type ActStore, type SearchParams } from '../../context/store.js';
import type { Answers } from '../../domain/answers/answer.js';
import { sameReference } from '../../domain/identity.js';
import { otherSide, sides, type Side } from '../../domain/side.js';
import { maySee } from '../../domain/told.js';
import { isQuestionnaireResponse, type QuestionnaireResponse, type Resource } from '../../fhir/resource.js';
import { readAnswersOf } from '../../fhir/response/response-reader.js';
import { readTold } from '../../fhir/told.js';

const TYPE = 'QuestionnaireResponse';

/** Of the other side's response, all that is asked for before one's own is sent: that there is one, and for whom. */
const ELEMENTS = 'status,subject,questionnaire,encounter,author,source,authored,extension';

interface Source {
  readonly provided: () => Provided | undefined;
  /** Canonicals, with their version, of what each side is asked. */
  readonly asked: Readonly<Record<Side, readonly string[]>>;
}

/** The session that is rated, and who looks. */
interface Place {
  readonly store: ActStore;
  readonly subject: string;
  readonly encounter: string;
  readonly author: string | undefined;
  readonly side: Side;
  readonly signOuts: number;
}

/** How far the two have come: nobody sees the other's answers before both have sent theirs. */
export type Parallel =
  | { readonly state: 'mine-open'; readonly hasOther: boolean }
  | { readonly state: 'theirs-open' }
  | { readonly state: 'not-shared' }
  | { readonly state: 'both'; readonly mine: Answers; readonly theirs: Answers };

const NOTHING: Parallel = { state: 'mine-open', hasOther: false };

/**
 * The same questions answered by both sides after one session. What the other side has answered is neither asked for nor
 * held until one's own answers are in the store; only the server can keep them from those who ask it in another way.
 */
export class ParallelResponses {
  found: Parallel = NOTHING;
  #place: Place | undefined;
  readonly #stops = new Map<Side, () => void>();
  /** Counts the looks: an earlier one says nothing any more. */
  #looks = 0;

  /** @param changed draws anew */
  constructor(
    private readonly source: Source,
    private readonly changed: () => void,
  ) {}

  /** It is known whose session it is, and where the answers are. */
  get isPossible(): boolean {
    return this.#place !== undefined;
  }

  hostConnected(): void {
    this.changed();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  hostUpdate(): void {
    const provided = this.source.provided();
    const place = placeOf(provided);
    if (provided && !place) tellWhatLacks(provided);
    if (samePlace(place, this.#place)) return;
    this.#leave();
    this.#place = place;
    if (place) this.#watch(place, place.side);
    void this.look();
  }

  /** Looks for one's own answers, and only where they were sent for the other side's. */
  readonly look = async (): Promise<void> => {
    const [place, look] = [this.#place, (this.#looks += 1)];
    if (!place) return;
    const found = await this.#lookAt(place).catch(() => undefined);
    if (!found || look !== this.#looks) return;
    this.found = found;
    if (found.state === 'mine-open') this.#stop(otherSide(place.side));
    else this.#watch(place, otherSide(place.side));
    this.changed();
  };

  async #lookAt(place: Place): Promise<Parallel> {
    const { store, author, side } = place;
    const own = await this.#given(place, side, author === undefined ? {} : { author });
    const mine = own.find((one) => isBy(one, author) && !isWaiting(store, one));
    if (!mine) {
      const others = await this.#given(place, otherSide(side), { _elements: ELEMENTS }).catch(() => []);
      return { state: 'mine-open', hasOther: others.some((one) => maySee(side, readTold(one))) };
    }
    const [theirs] = await this.#given(place, otherSide(side), {});
    if (!theirs) return { state: 'theirs-open' };
    if (!maySee(side, readTold(theirs))) return { state: 'not-shared' };
    return { state: 'both', mine: readAnswersOf(mine), theirs: readAnswersOf(theirs) };
  }

  /** What a side has given in this session, the newest first; what a server finds beside it is left out. */
  async #given(place: Place, side: Side, more: SearchParams): Promise<readonly QuestionnaireResponse[]> {
    const { store, subject, encounter } = place;
    const status = 'completed,amended';
    const params = { ...this.#paramsOf(place, side), status, _sort: '-authored', ...more };
    const all = await store.search(TYPE, params);
    return all.filter(
      (one): one is QuestionnaireResponse =>
        isQuestionnaireResponse(one) &&
        status.split(',').includes(one.status) &&
        this.source.asked[side].includes(one.questionnaire ?? '') &&
        isOf(one.subject?.reference, subject) &&
        isOf(one.encounter?.reference, encounter),
    );
  }

  #paramsOf({ subject, encounter }: Place, side: Side): SearchParams {
    // Of any version: not every server tells versions apart
    const questionnaire = this.source.asked[side].map((canonical) => canonical.split('|')[0]).join(',');
    return { subject, encounter, questionnaire };
  }

  #watch(place: Place, side: Side): void {
    if (this.#stops.has(side)) return;
    const stop = place.store.watch(TYPE, this.#paramsOf(place, side), (change) => {
      if ('cleared' in change) this.found = NOTHING;
      void this.look();
    });
    this.#stops.set(side, stop);
  }

  #stop(side: Side): void {
    this.#stops.get(side)?.();
    this.#stops.delete(side);
  }

  #leave(): void {
    for (const side of sides) this.#stop(side);
    this.#looks += 1;
    this.#place = undefined;
    this.found = NOTHING;
  }
}

/** Tells a portal's developer, once for a page, why nobody is shown what the other one said. */
function tellWhatLacks({ subject, encounter }: Provided): void {
  const lacking = subject === undefined ? 'subject' : 'encounter';
  if (told.has(lacking) || (subject !== undefined && encounter !== undefined)) return;
  told.add(lacking);
  console.warn(`alliance-elements: "pairs" needs to know the session. Set "${lacking}" on the provider.`);
}

/** What the console was told already. */
const told = new Set<string>();

function placeOf(provided: Provided | undefined): Place | undefined {
  const { viewer, store, subject, encounter, author, signOuts = 0 } = provided ?? {};
  if (!store || subject === undefined || encounter === undefined) return undefined;
  if (viewer !== 'client' && viewer !== 'therapist') return undefined;
  return { store, subject, encounter, author, side: viewer, signOuts };
}

const samePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    (Object.keys(one) as (keyof Place)[]).every((part) => one[part] === other[part]));

const isOf = (reference: string | undefined, wanted: string): boolean =>
  reference !== undefined && sameReference(reference, wanted);

const isBy = ({ author }: QuestionnaireResponse, wanted: string | undefined): boolean =>
  wanted === undefined ? author === undefined : isOf(author?.reference, wanted);

/** What waits to be sent may never arrive. */
const isWaiting = (store: ActStore, resource: Resource): boolean =>
  isOutbox(store) && store.standingOf(resource) !== undefined;
