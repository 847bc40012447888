import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Provided } from '../../context/provided.js';
import { empathyInstrumentIn } from '../../controllers/instrument/empathy-instruments.js';
import { ParallelResponses } from '../../controllers/kinds/parallel.js';
import type { LocalizeController } from '../../controllers/widget/localize.js';
import type { EmpathyInstrument } from '../../domain/instrument/built-in/built-in.js';
import { canonicalOf, type Instrument } from '../../domain/instrument/instrument.js';
import type { Side } from '../../domain/side.js';
import type { EmpathyKey } from '../../i18n/words/empathy.js';
import { empathyItemWords, type EmpathyItemKey } from '../../i18n/words/empathy-items.js';
import { empathyPairWords, type EmpathyPairKey } from '../../i18n/words/empathy-pair.js';
import { instrumentWords, type InstrumentKey } from '../../i18n/words/instruments.js';
import { pairTemplate, type PairView } from './views/pair.js';

/*
 * Two who answer the same questions: loaded where the page asks for it.
 */

/** What is said there, and what both are asked. */
export const words = [instrumentWords, empathyItemWords, empathyPairWords];

/** What each side is asked; the one question of a client is among the four. */
const asked: Readonly<Record<Side, readonly EmpathyInstrument[]>> = {
  client: ['session-empathy', 'session-empathy-quick'],
  therapist: ['session-empathy-therapist'],
};

interface Parts {
  readonly localize: LocalizeController<EmpathyKey | EmpathyPairKey | EmpathyItemKey | InstrumentKey>;
  readonly provided: () => Provided | undefined;
}

/** What both sides said to the same questions, as the widget shows it. */
export class EmpathyPair {
  readonly #parallel: ParallelResponses;

  constructor(
    host: ReactiveControllerHost,
    private readonly parts: Parts,
  ) {
    const canonicals = (side: Side): string[] =>
      asked[side].flatMap((id) => canonicalOf(this.#instrument(id)) ?? []);
    const source = {
      provided: parts.provided,
      asked: { client: canonicals('client'), therapist: canonicals('therapist') },
    };
    this.#parallel = new ParallelResponses(source, () => host.requestUpdate());
    host.addController(this.#parallel);
  }

  /** One's own answers are not sent. */
  get isBefore(): boolean {
    return this.#parallel.found.state === 'mine-open';
  }

  /** There is something of both sides to read. */
  get hasBoth(): boolean {
    return this.#parallel.found.state === 'both';
  }

  /** Something was sent here. */
  look(): void {
    void this.#parallel.look();
  }

  template(side: Side, about: Pick<PairView, 'open' | 'isDisabled'>): TemplateResult | typeof nothing {
    if (!this.#parallel.isPossible) return nothing;
    const [id = 'session-empathy'] = asked[side];
    const { localize } = this.parts;
    const instrument = this.#instrument(id);
    return pairTemplate({ ...about, localize, side, instrument, found: this.#parallel.found });
  }

  #instrument(id: EmpathyInstrument): Instrument {
    return empathyInstrumentIn(this.parts.localize, id);
  }
}
