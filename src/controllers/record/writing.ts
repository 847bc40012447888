import type { Save } from '../../context/store.js';
import { identifierValueOf, keyOf } from '../../domain/identity.js';
import type { Completion, Conflict } from '../../domain/record.js';
import { toldBy, toldOfBoth, type Told } from '../../domain/told.js';
import type { Resource } from '../../fhir/resource.js';
import type { Act } from './delivery.js';
import type { Intent, RecordAbout, RecordKind } from './kind.js';
import { sharedIdentifierOf, type RecordScope } from './scope.js';

/** What an edit asks of what shows it. */
export interface EditHost<Value, Wire extends Resource, Contradiction extends Conflict> {
  /** The kind as it is now: with the present instrument and language. */
  kind(): RecordKind<Value, Wire, Contradiction>;
  /** BCP 47 tag of the words on the screen. */
  language(): string;
  completion(): Completion;
  /** Who the page says can see what is given here. */
  told(): Told;
  now(): Date;
  newId(): string;
  /** The edit changed: draw again, tell the form. */
  changed(): void;
}

/** What the host's code gave as the state to start from and to reset to. */
export interface GivenValue<Value, Wire extends Resource> {
  readonly value: Value;
  readonly base?: Wire | undefined;
}

/** The value that is edited, and what it is patched onto. */
interface Edited<Value, Wire extends Resource> {
  readonly value: Value;
  readonly base: Wire | undefined;
  readonly completion: Completion | undefined;
}

/** Writes the resource of an edit: once for each version of its value, however often it is asked for. */
export class RecordWriting<Value, Wire extends Resource, Contradiction extends Conflict> {
  /** ISO 8601 instant of the last change. */
  at: string;
  /** Value of the identifier that a new resource gets. */
  identifier: string;
  /** What was told with words that were taken in, as long as what they were put on is not sent: no more may be told. */
  #joined: { readonly told: Told; readonly base: Wire | undefined } | undefined;
  #written: { readonly from: readonly unknown[]; readonly resource: Wire } | undefined;

  constructor(
    private readonly scope: RecordScope,
    private readonly host: EditHost<Value, Wire, Contradiction>,
    private readonly edited: Edited<Value, Wire>,
  ) {
    this.at = host.now().toISOString();
    this.identifier = sharedIdentifierOf(host.kind(), scope) ?? host.newId();
  }

  /** Something about the record was changed just now. */
  changed(): void {
    this.at = this.host.now().toISOString();
  }

  /** It is that record which is gone on with. */
  nameAs(record: Resource): void {
    this.identifier = identifierValueOf(record) ?? this.identifier;
  }

  about(intent: Intent): RecordAbout {
    const { subject, author, encounter, instrument } = this.scope;
    return {
      ...{ intent, subject, author, encounter, instrument },
      ...{ at: this.at, identifier: this.identifier },
      language: this.host.language(),
      completion: this.edited.completion ?? this.host.completion(),
      told: this.#told(intent),
    };
  }

  /**
   * Takes in what somebody else wrote, or what was written here and waited: who may see that holds for all of it.
   * @param base what both together are put on
   */
  join(other: Wire, base: Wire | undefined): void {
    const { told } = this.host.kind().about(other);
    this.#joined = { told: toldOfBoth(this.#told('give'), told), base };
  }

  #told(intent: Intent): Told {
    const { base } = this.edited;
    const { viewer } = this.scope;
    const former = base ? this.host.kind().about(base).told : [];
    // Whoever takes back is told nothing, and only the person's own page tells anything
    const told = intent === 'withdraw' ? former : toldBy(viewer, this.host.told(), former);
    const isJoined = this.#joined?.base === base && (viewer === undefined || viewer === 'client');
    return isJoined ? toldOfBoth(told, this.#joined?.told ?? []) : told;
  }

  resource(intent: Intent, value: Value): Wire {
    const { base } = this.edited;
    const about = this.about(intent);
    const kind = this.host.kind();
    const { told, ...rest } = about;
    const from = [kind, value, base, told.join(' '), ...(Object.values(rest) as unknown[])];
    if (this.#written?.from.every((part, index) => part === from[index])) return this.#written.resource;
    const resource = kind.write(value, about, base);
    this.#written = { from, resource };
    return resource;
  }

  /** The value with what follows in it from the rest of it. */
  completed(value: Value): Value {
    const kind = this.host.kind();
    const write = (part: Value): Wire => kind.write(part, this.about('give'), this.edited.base);
    return kind.complete?.(value, write) ?? value;
  }

  /**
   * All that giving or taking back writes, with what follows from it.
   * @throws Error for a part without an identifier: sent again, it would be doubled
   */
  act(intent: Intent, also: readonly Save[], value: Value): Act<Wire> {
    const nameless = also.find((part) => keyOf(part.resource) === undefined);
    if (nameless) throw new Error(`Give the ${nameless.resource.resourceType} of this act an identifier.`);
    const { base } = this.edited;
    const resource = this.resource(intent, value);
    const follows = this.host.kind().derive?.(resource, value, this.about(intent)) ?? [];
    const derived = follows.map((one) => ({ resource: one, derived: true }));
    return { main: { resource, base }, also: [...also, ...derived] };
  }
}
