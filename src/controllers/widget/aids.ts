import type { ReactiveControllerHost } from 'lit';
import type { Support } from '../../context/provided.js';
import type { Completion } from '../../domain/record.js';
import type { Settings } from './settings.js';
import { announce } from './announce.js';
import type { WidgetFocus } from './focus.js';
import { AwaitedPart, LazyPart } from './lazy-part.js';
import type { LocalizeController } from './localize.js';
import type * as Voice from './voice.js';

/** Only the easy view needs it. */
const stops = new LazyPart(() => import('./option-stops.js'));

/** A page where nothing is read aloud never loads it. */
const voice = new LazyPart(() => import('./voice.js'));

interface Parts {
  readonly settings: () => Pick<Settings, 'isEasy' | 'isReadAloud'>;
  readonly chooseSupport: (support: Support) => void;
  /** Who enters what is given here; undefined where it is not the person's own page. */
  readonly completion: () => Completion | undefined;
  readonly setHelped: (isHelped: boolean) => void;
  readonly localize: LocalizeController;
  readonly focus: WidgetFocus;
  /** Where the person is, in words, once the view was switched. */
  readonly place?: () => string | undefined;
  /** What is on the screen, to be read aloud; in the language of the screen where it names none. */
  readonly texts: () => readonly { readonly text: string; readonly lang?: string | undefined }[];
}

/** What makes a widget lighter for a person: the easy view, a voice, somebody who helps. */
export class Aids {
  readonly #part: AwaitedPart<typeof Voice>;
  #voice: Voice.VoiceController | undefined;
  #hasStops = false;

  constructor(
    private readonly host: HTMLElement & ReactiveControllerHost,
    private readonly parts: Parts,
  ) {
    this.#part = new AwaitedPart(voice, () => {
      host.requestUpdate();
    });
  }

  get ready(): Promise<unknown> {
    return this.#part.ready;
  }

  /** Undefined where nothing is to be read aloud, or the device has no voice of its own. */
  reading(): 'silent' | 'speaking' | undefined {
    const { isEasy, isReadAloud } = this.parts.settings();
    if (isEasy) this.#stopAtOptions();
    if (!isEasy && !isReadAloud) return undefined;
    const part = this.#part.take();
    this.#voice ??= part && new part.VoiceController(this.host);
    return this.#voice?.stateFor(this.parts.localize.language);
  }

  /** Somebody helps the person; undefined where that is not asked. */
  get isHelped(): boolean | undefined {
    const completion = this.parts.completion();
    return completion === undefined || completion === 'proxy' ? undefined : completion === 'supported';
  }

  readonly setHelped = (isHelped: boolean): void => {
    this.parts.setHelped(isHelped);
  };

  readonly toggleReading = (): void => {
    this.#voice?.toggle(
      this.parts.texts().map(({ text, lang }) => ({ text, lang: lang ?? this.parts.localize.language })),
    );
  };

  readonly toggleEasy = (): void => {
    const { settings, chooseSupport, focus } = this.parts;
    const isEasy = !settings().isEasy;
    chooseSupport(isEasy ? 'easy' : 'standard');
    this.#voice?.stop();
    void this.#tell(isEasy, focus.isInside);
  };

  /** Says what has happened; what was pressed may stand elsewhere now. */
  async #tell(isEasy: boolean, isInside: boolean): Promise<void> {
    const { localize, focus, place } = this.parts;
    if (isInside) await focus.to('.tools button');
    else await this.host.updateComplete;
    const words = [localize.word(`common.support.${isEasy ? 'now-easy' : 'now-usual'}`), place?.()];
    announce(this.host, words.filter(Boolean).join(' '), localize.language);
  }

  #stopAtOptions(): void {
    if (this.#hasStops) return;
    this.#hasStops = true;
    stops.load().then(
      (part) => {
        part.stopAtOptions(this.host, () => this.parts.settings().isEasy);
      },
      () => {
        this.#hasStops = false; // it is tried again
      },
    );
  }

  /** What was on the screen is not there any more. */
  silence(): void {
    this.#voice?.stop();
  }
}
