import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { directionOf, availableLanguage, FALLBACK } from '../../i18n/languages.js';
import { dayIn, instantIn, momentIn } from '../../i18n/moments.js';
import { localeOf } from '../../i18n/negotiate.js';
import {
  isLoaded,
  loadWords,
  onWordsChanged,
  phrase,
  useWords,
  type Phrase,
  type WordParams,
} from '../../i18n/translator.js';
import type { Vocabulary } from '../../i18n/vocabulary.js';
import { commonWords, type CommonKey } from '../../i18n/words/common.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Words for a template: plain text, or text marked as being in another language than the rest. */
export type Words = string | TemplateResult;

/**
 * The words of one element in the language of the place where it stands, now and when that changes.
 * `Key` names the words that it has besides those of every widget.
 */
export class LocalizeController<Key extends string = never> implements ReactiveController {
  /** Tag of the words on the screen. */
  language = FALLBACK;
  /** Tag by which numbers and dates are written; keeps the region that the page names. */
  formatLocale = FALLBACK;
  /** Counts changes of words, so that what was made from them can be made anew. */
  words = 0;
  #observer: MutationObserver | undefined;
  #stopWords: (() => void) | undefined;
  #vocabularies: readonly Vocabulary[];
  /** What became of asking for the words of a language. */
  readonly #asked = new Map<string, 'loading' | 'failed'>();

  /**
   * @param vocabularies what the element says, besides what every widget says
   * @param chosen the locale that the element itself and the provider name, in this order
   */
  constructor(
    private readonly host: Host,
    vocabularies: readonly Vocabulary<Key>[],
    private readonly chosen: () => { own: string | undefined; provided: string | undefined },
  ) {
    this.#vocabularies = [commonWords, ...vocabularies];
    useWords(this.#vocabularies);
    host.addController(this);
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.language);
  }

  /** False while the words of the wanted language are still on their way. */
  get isReady(): boolean {
    const { language } = this.#wanted();
    return isLoaded(language, this.#vocabularies) || this.#asked.get(language) === 'failed';
  }

  hostConnected(): void {
    this.#stopWords = onWordsChanged(() => {
      this.words += 1;
      this.host.requestUpdate();
    });
    this.words += 1; // words may have changed while it was away
    this.#observer = new MutationObserver(() => {
      this.host.requestUpdate();
    });
    for (const root of rootsAround(this.host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    // It may stand in another language now
    this.host.requestUpdate();
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stopWords?.();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** Takes up words of a part that is loaded later; where they fail to come in this language, they are English. */
  async learn(vocabulary: Vocabulary): Promise<void> {
    useWords([vocabulary]);
    if (this.#vocabularies.includes(vocabulary)) return;
    await loadWords(this.language, [vocabulary]).catch(() => undefined);
    this.#vocabularies = [...this.#vocabularies, vocabulary];
    this.#asked.clear();
    this.host.requestUpdate();
  }

  word(key: Key | CommonKey, params?: WordParams): string {
    return this.phrase(key, params).text;
  }

  phrase(key: Key | CommonKey, params?: WordParams): Phrase {
    return phrase(key, this.language, this.formatLocale, params);
  }

  /** Words for a template, marked with their language where they had to stay in another one. */
  text(key: Key | CommonKey, params?: WordParams): Words {
    const { text, lang } = this.phrase(key, params);
    return this.marked(text, lang);
  }

  /** Any text, marked with its language and direction where these differ from the element's. */
  marked(text: Words, lang: string | undefined): Words {
    if (lang === undefined || lang === this.language) return text;
    return html`<span lang=${lang} dir=${directionOf(lang)}>${text}</span>`;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.formatLocale).format(value);
  }

  /** A time, with its date where that is not today; of what has none its day, and '' where there is neither. */
  time(at: Date | string = ''): string {
    const instant = at instanceof Date ? at : instantIn(at);
    return instant ? momentIn(this.formatLocale, instant, new Date()) : this.day(at as string);
  }

  /** A time with its date, as {@link time}. */
  date(at: string): string {
    const instant = instantIn(at);
    if (!instant) return this.day(at);
    return new Intl.DateTimeFormat(this.formatLocale, { dateStyle: 'long', timeStyle: 'short' }).format(
      instant,
    );
  }

  /** A day without its time, from a FHIR date of any length; '' where there is none in it. */
  day(text = ''): string {
    return dayIn(this.formatLocale, text, new Date());
  }

  /** A language by its name in the words on the screen; by its tag where it has none. */
  languageName(tag: string): string {
    try {
      return new Intl.DisplayNames(this.formatLocale, { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }

  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.formatLocale).format(parts);
  }

  #wanted(): { language: string; formatLocale: string } {
    const { own, provided } = this.chosen();
    const candidates = [own, this.host.lang, provided, nearestLang(this.host), navigator.language];
    for (const candidate of candidates) {
      const locale = candidate ? localeOf(candidate) : undefined;
      if (!locale) continue;
      const language = availableLanguage(locale.toString());
      return language === undefined
        ? { language: FALLBACK, formatLocale: FALLBACK }
        : { language, formatLocale: locale.toString() };
    }
    return { language: FALLBACK, formatLocale: FALLBACK };
  }

  /** Takes up the wanted language; the former words stay until the new ones are here. */
  #follow(): void {
    const { language, formatLocale } = this.#wanted();
    if (isLoaded(language, this.#vocabularies)) {
      this.language = language;
      this.formatLocale = formatLocale;
    } else if (!this.#asked.has(language)) {
      this.#asked.set(language, 'loading');
      loadWords(language, this.#vocabularies).catch((cause: unknown) => {
        this.#asked.set(language, 'failed');
        console.error(
          `alliance-elements: the words for "${language}" could not be loaded; English is shown.`,
          cause,
        );
        this.host.requestUpdate();
      });
    }
  }
}

/** The document and every shadow root between it and the element. */
function rootsAround(element: Element): Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [root];
}

/** The `lang` of the nearest ancestor that has one, through shadow roots; the element's own left out. */
function nearestLang(element: Element): string | undefined {
  for (let node: Node | null = above(element); node; node = above(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return undefined;
}

const above = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);
