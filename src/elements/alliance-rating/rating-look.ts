import { html } from 'lit';
import type { LocalizeController, Words } from '../../controllers/widget/localize.js';
import { RichTexts } from '../../controllers/instrument/rich-text.js';
import type { Label } from '../../domain/instrument/label.js';
import { LazyDrawings } from './lazy-drawings.js';
import type { RatingSettings } from './rating-settings.js';
import { richTemplate } from './rich-label.js';

/** How words and pictures look here, with the parts of it that arrive later. */
export class RatingLook {
  readonly drawings: LazyDrawings;
  readonly richTexts: RichTexts;
  #arrived = 0;

  constructor(
    private readonly localize: LocalizeController,
    drawAnew: () => void,
  ) {
    const onLoaded = (): void => {
      this.#arrived += 1;
      drawAnew();
    };
    this.drawings = new LazyDrawings(onLoaded);
    this.richTexts = new RichTexts(onLoaded);
  }

  /** A text that changes with everything that every question looks the same by. */
  frame(settings: RatingSettings): string {
    const { language, formatLocale, words } = this.localize;
    return JSON.stringify([language, formatLocale, words, this.#arrived, settings]);
  }

  /** A label as it is read here: marked with its language, key words bold in easy mode. */
  label({ text, lang, segments, rich }: Label, isEasy: boolean): Words {
    const nodes = rich && this.richTexts.nodesOf(rich);
    if (nodes) return this.localize.marked(html`${richTemplate(nodes)}`, lang);
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
