import type { Save, StoreChange } from '../../context/store.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import { endOf, hearOf, intentOf, isDropped, letHold, wholeOf } from './delivery.js';
import type { Act, Delivery, Offer, Outcome, RecordReason } from './delivery.js';
import type { RecordEdit } from './edit.js';
import { expectMergeable, goFromWhereMade, mergedWith, settledAs, takesUp } from './gate.js';
import type { Choice, Intent } from './kind.js';
import type { SendHost } from './send-host.js';
import { UnmetConflicts, type Conflicted } from './unmet.js';

/** How often a clean merge is saved again before the person is asked to try later. */
const MERGES = 3;

/** Brings one edit to the host and the store, and hears everything that a store ever answers about it, now or late. */
export class RecordSender<Value, Wire extends Resource, Contradiction extends Conflict = Conflict> {
  /** What is being sent, or was last. */
  onItsWay: Wire | undefined;
  #attempt = 0;
  #intent: Intent = 'give';
  #also: readonly Save[] = [];
  /** What earlier attempts sent: found in the store, it is our own, not somebody else's. */
  readonly #sent: Value[] = [];
  /** What is asked about; what was entered after it was sent is not part of it. */
  #given!: Value;
  /** Told while another save of the same record was under way or asked about. */
  readonly #unmet: UnmetConflicts<Value, Wire>;

  constructor(
    readonly edit: RecordEdit<Value, Wire, Contradiction>,
    private readonly host: SendHost<Value, Wire, Contradiction>,
  ) {
    this.#unmet = new UnmetConflicts(() => host.kind(), edit.scope.store);
  }

  /** Gives the value as it is now, or takes the record back; `also` belongs to the same act and refers to it. */
  async send(intent: Intent, also: readonly Save[] = []): Promise<void> {
    const { edit } = this;
    if (edit.delivery.state === 'sending' || edit.scope.isReader || edit.isHidden) return;
    [this.#intent, this.#also] = [intent, also];
    try {
      edit.value = this.#unmet.joined(edit.value);
      await this.#await((act, value) => this.#carryOut(this.host.offer(act, value), act, value));
    } catch (cause) {
      if (!this.host.tellsFaults) throw cause;
      this.#fail('internal', cause, this.#attempt);
    }
  }

  /** Does again what failed. */
  retry(): Promise<void> {
    const { delivery } = this.edit;
    return this.send(delivery.state === 'failed' ? delivery.intent : 'give', this.#also);
  }

  /** Ends a conflict as the person chose; nothing that only one side said is lost. */
  async resolve(choice: Choice): Promise<void> {
    const { edit } = this;
    if (edit.delivery.state !== 'conflict') return;
    const [{ theirs }, kind] = [edit.delivery, this.host.kind()];
    const [value, present] = settledAs(kind, edit, this.#given, theirs, choice);
    if (this.#intent === 'withdraw' && choice === 'theirs') {
      // What the other one wrote stays given: nothing is taken back
      if (!kind.outlasts || kind.same(value, edit.valueIn(theirs))) {
        edit.replace(theirs);
        void edit.dropDraft();
        this.host.changed();
        return letHold(edit.scope.store, theirs);
      }
      this.#intent = 'give'; // what was said beside it
    }
    edit.value = value;
    edit.rebase(theirs);
    const sent = this.send(this.#intent, this.#also);
    edit.value = present; // what was entered since is not given yet
    await sent;
  }

  /** What a store tells of this record long after it was asked. */
  hear(change: Exclude<StoreChange, { readonly cleared: unknown }>): void {
    const [{ edit, host }, kind] = [this, this.host.kind()];
    if ('conflict' in change) void this.#meet(change);
    else if ('failed' in change) this.#giveUp(change);
    else if (kind.is(change.saved) && takesUp(kind, edit, change.saved)) {
      edit.replace(change.saved);
      host.changed();
    }
  }

  /** Somebody else wrote before what waited could be delivered. */
  readonly #meet = async (change: Conflicted): Promise<void> => {
    const { conflict: theirs, mine, base } = change;
    const [{ edit, host }, kind, { delivery }] = [this, this.host.kind(), this.edit];
    if (edit.isEnded && !edit.isSignedOut) host.left?.(change);
    if (!kind.is(theirs) || !kind.is(mine) || kind.isOther?.(mine) || edit.isEnded) return;
    if (delivery.state === 'sending' || delivery.state === 'conflict') {
      this.#unmet.add(change);
      if (delivery.state === 'conflict') this.#askAnew(delivery.theirs);
      return;
    }
    const present = edit.isDirty ? edit.value : kind.read(mine);
    edit.value = kind.read(mine);
    this.#sent.length = 0; // none of which this follows on
    edit.rebase(kind.is(base) ? base : undefined, mine);
    this.#intent = intentOf(kind, mine);
    const met = this.#await((_, value) => this.#merge(theirs, value, MERGES));
    edit.value = kind.merge(kind.read(mine), present, edit.value).value; // what was entered since is not given yet
    await met;
  };

  /** Another save waits for the same answer: it is about that one, too. */
  #askAnew(theirs: Wire): void {
    const [{ edit }, kind] = [this, this.host.kind()];
    const given = (this.#given = this.#unmet.joined(this.#given));
    edit.value = this.#unmet.joined(edit.value);
    this.#show({ state: 'conflict', theirs, items: mergedWith(kind, edit, given, theirs).conflicts });
  }

  /** What waited was not taken: the person is told, and can send it again. */
  #giveUp({ failed, reason }: Extract<StoreChange, { failed: unknown }>): void {
    const [{ edit }, kind] = [this, this.host.kind()];
    if (edit.isEnded || !['queued', 'saved'].includes(edit.delivery.state) || !kind.is(failed)) return;
    if (!edit.isDirty) edit.value = kind.read(failed);
    [edit.base, this.#intent] = [failed, intentOf(kind, failed)];
    this.#fail(reason, undefined, this.#attempt);
  }

  /** The edit is closed: what the person was still to be asked, another one asks. */
  async leave(): Promise<void> {
    const { delivery } = this.edit;
    await this.edit.end(false);
    if (delivery.state === 'conflict') this.#passOn(delivery.theirs);
    if (delivery.state !== 'sending') await this.#unmet.each(this.#meet);
  }

  /** What was entered since it was sent stays a draft. */
  #passOn(conflict: Resource): void {
    const { base } = this.edit;
    void this.#meet({ conflict, mine: this.edit.toResource(this.#intent, this.#given), base });
  }

  async #await(work: (act: Act<Wire>, value: Value) => Promise<Outcome<Wire, Contradiction>>): Promise<void> {
    const { edit } = this;
    const [act, { value }] = [edit.act(this.#intent, this.#also), edit];
    const attempt = ++this.#attempt;
    this.onItsWay = act.main.resource;
    this.#show({ state: 'sending', from: edit.delivery });
    edit.isNewest = true;
    // A late reply counts, unless the person has tried again meanwhile
    const settle = (outcome: Outcome<Wire, Contradiction>): void => {
      if (attempt === this.#attempt) this.#settle(outcome, act, value);
    };
    const fail = (reason: RecordReason, cause: unknown): void => this.#fail(reason, cause, attempt);
    await hearOf(work(act, value), settle, fail, this.#notTaken);
  }

  async #carryOut(offer: Offer, act: Act<Wire>, value: Value): Promise<Outcome<Wire, Contradiction>> {
    const [{ store }, isAwaited] = [this.edit.scope, offer.outcomes.length > 0];
    await Promise.all(offer.outcomes);
    if (offer.defaultPrevented || (isAwaited && !store))
      return { hosted: isAwaited ? 'sent' : 'handed-over' };
    if (!store || this.edit.isSignedOut) return { unsent: true };
    if (this.#intent === 'withdraw' && (await isDropped(store, act))) return { dropped: true };
    this.#sent.push(value);
    return this.#save(act, value, MERGES);
  }

  async #save(act: Act<Wire>, value: Value, rounds: number): Promise<Outcome<Wire, Contradiction>> {
    const { store } = this.edit.scope;
    const [result, ...others] = (await store?.saveAll([act.main, ...act.also])) ?? [];
    if (!result) return { unsent: true };
    if ('conflict' in result) return this.#merge(result.conflict, value, rounds);
    return wholeOf(store, act, result, others);
  }

  /** What both sides say, saved on what the other one wrote; or what they contradict each other in. */
  async #merge(theirs: unknown, given: Value, rounds: number): Promise<Outcome<Wire, Contradiction>> {
    const [{ edit }, kind] = [this, this.host.kind()];
    goFromWhereMade(kind, edit);
    const value = (this.#given = this.#unmet.joined(given));
    edit.value = this.#unmet.joined(edit.value);
    if (!kind.is(theirs)) return { unsent: true };
    expectMergeable(kind, edit, theirs);
    const other = edit.valueIn(theirs);
    const isOurs = this.#sent.some((earlier) => kind.same(earlier, other));
    const before = isOurs ? other : edit.base ? edit.valueIn(edit.base) : kind.none;
    const { value: merged, conflicts } = kind.merge(before, value, other);
    if (conflicts.length > 0 || rounds === 0 || edit.isEnded || edit.isSignedOut)
      return { theirs, conflicts };
    edit.rebase(theirs);
    edit.value = kind.merge(before, edit.value, other).value; // what was entered since is not given yet
    return this.#save(edit.act(this.#intent, this.#also, merged), merged, rounds - 1);
  }

  #settle(outcome: Outcome<Wire, Contradiction>, act: Act<Wire>, value: Value): void {
    const { edit, host } = this;
    if ('unsent' in outcome) {
      this.#fail('unsent', undefined, this.#attempt);
    } else if ('theirs' in outcome) {
      if (edit.isEnded) this.#passOn(outcome.theirs);
      else {
        this.#show({ state: 'conflict', theirs: outcome.theirs, items: outcome.conflicts });
        host.tell({ conflict: act.main.resource, theirs: outcome.theirs });
      }
    } else {
      const [news, delivery, stored] = endOf(outcome, act, host.now());
      // What is changed from here on follows on what was saved, or waits; what was changed meanwhile stays a draft
      if (!stored || host.kind().is(stored)) edit.base = stored;
      if (!edit.isEnded) this.#finish(delivery, value);
      else if (host.kind().same(edit.value, value)) void edit.dropDraft();
      if (edit.isEnded) host.arrived?.(news);
      else host.tell(news);
    }
    if (edit.isEnded) void this.#unmet.each(this.#meet);
  }

  /** What was sent is safe; what the person changed meanwhile stays a draft. Taken back is only what is confirmed. */
  #finish(delivery: Delivery<Wire, Contradiction>, value: Value): void {
    const { edit, host } = this;
    const hasChangedMeanwhile = !host.kind().same(edit.value, value) && edit.isDirty;
    edit.notice = undefined;
    const isBack = ['saved', 'sent'].includes(delivery.state) && edit.stage === 'withdrawn';
    if (hasChangedMeanwhile && !isBack) {
      this.#show({ state: 'open' });
      edit.keepDraft();
      return;
    }
    this.#show(isBack ? { state: 'taken-back', at: host.now() } : delivery);
    void edit.dropDraft();
    void this.#unmet.each(this.#meet);
  }

  #fail(reason: RecordReason, cause: unknown, attempt: number): void {
    if (reason !== 'timeout') this.#notTaken(); // else it is still on its way
    if (this.edit.isEnded || attempt !== this.#attempt) return;
    this.#show({ state: 'failed', reason, intent: this.#intent });
    this.edit.keepDraft();
    this.host.tell({ failed: reason, cause });
  }

  readonly #notTaken = (): void => {
    if (this.edit.isEnded) this.host.left?.();
  };

  #show(delivery: Delivery<Wire, Contradiction>): void {
    this.edit.delivery = delivery;
    this.host.changed();
  }
}
