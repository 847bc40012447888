import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import { RichTexts } from '../../controllers/instrument/rich-text.js';
import type { Label } from '../../domain/instrument/question.js';
import { AwaitedPart, LazyPart } from '../../controllers/widget/lazy-part.js';
import type * as Drawings from './views/drawings.js';
import { foreignControls } from './controls/foreign-controls.js';
import { drawingTemplate } from '../../parts/pictures.js';
import type { RatingSettings } from './rating-settings.js';
import type * as OtherVersion from './views/other-version.js';
import type * as Therapist from './views/therapist.js';

const drawings = new LazyPart(() => import('./views/drawings.js'));
const versions = new LazyPart(() => import('./views/other-version.js'));
const therapist = new LazyPart(() => import('./views/therapist.js'));

/** How words and pictures look here, with the parts of it that arrive later. */
export class RatingLook {
  /** Where they do not come, the words are enough. */
  readonly #drawings: AwaitedPart<typeof Drawings>;
  readonly richTexts: RichTexts;
  readonly therapist: AwaitedPart<typeof Therapist>;
  readonly versions: AwaitedPart<typeof OtherVersion>;
  #arrived = 0;

  constructor(
    private readonly localize: LocalizeController,
    drawAnew: () => void,
  ) {
    const onSettled = (): void => {
      this.#arrived += 1;
      drawAnew();
    };
    this.#drawings = new AwaitedPart(drawings, onSettled);
    this.richTexts = new RichTexts(onSettled);
    this.versions = new AwaitedPart(versions, onSettled);
    this.therapist = new AwaitedPart(therapist, onSettled);
  }

  /** The drawing of a name, which is loaded when the first is shown. */
  drawing(name: string | undefined): TemplateResult | typeof nothing {
    return name === undefined ? nothing : drawingTemplate(this.#drawings.take()?.drawings[name]);
  }

  /** A text that changes with everything that every question looks the same by. */
  frame(settings: RatingSettings): string {
    const { language, formatLocale, words } = this.localize;
    return JSON.stringify([language, formatLocale, words, this.#arrived, settings]);
  }

  /** A label as it is read here: marked with its language, key words bold in easy mode. */
  label({ text, lang, segments, rich }: Label, isEasy: boolean): Words {
    const nodes = rich && this.richTexts.nodesOf(rich);
    if (nodes) return this.localize.marked(html`${foreignControls.required.richTemplate(nodes)}`, lang);
    if (!isEasy || !segments) {
      // Of a language that is not named, only the letters tell the direction
      return lang === undefined ? html`<bdi>${text}</bdi>` : this.localize.marked(text, lang);
    }
    const parts = segments.map((segment) =>
      segment.strong ? html`<strong>${segment.text}</strong>` : segment.text,
    );
    return html`${parts}`;
  }
}
