import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeOf } from '../../i18n/negotiate.js';

/** Words to be spoken, in their language. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
}

/** Reads words aloud with a voice of the device itself: other voices send the words to a server. */
export class VoiceController implements ReactiveController {
  #isSpeaking = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly synthesiser: () => SpeechSynthesis | undefined = () => globalThis.speechSynthesis,
  ) {
    host.addController(this);
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking;
  }

  hostConnected(): void {
    this.synthesiser()?.addEventListener('voiceschanged', this.#onVoices);
  }

  hostDisconnected(): void {
    this.synthesiser()?.removeEventListener('voiceschanged', this.#onVoices);
    this.stop();
  }

  /** A voice of this device for a language; undefined where there is none, and then no button either. */
  voiceFor(lang: string): SpeechSynthesisVoice | undefined {
    const language = localeOf(lang)?.language;
    return this.synthesiser()
      ?.getVoices()
      .find((voice) => voice.localService && localeOf(voice.lang)?.language === language);
  }

  /** Whether it reads; undefined where it cannot read this language. */
  stateFor(lang: string): 'silent' | 'speaking' | undefined {
    if (!this.voiceFor(lang)) return undefined;
    return this.#isSpeaking ? 'speaking' : 'silent';
  }

  toggle(words: readonly Spoken[]): void {
    if (this.#isSpeaking) this.stop();
    else this.speak(words);
  }

  speak(words: readonly Spoken[]): void {
    const synthesiser = this.synthesiser();
    if (!synthesiser) return;
    synthesiser.cancel();
    const utterances = words.flatMap(({ text, lang }) => {
      const voice = this.voiceFor(lang);
      return voice ? [Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang })] : [];
    });
    const last = utterances.at(-1);
    if (!last) return;
    last.onend = () => {
      this.#set(false);
    };
    for (const utterance of utterances) {
      utterance.onerror = () => {
        this.#set(false);
      };
      synthesiser.speak(utterance);
    }
    this.#set(true);
  }

  stop(): void {
    if (!this.#isSpeaking) return;
    this.synthesiser()?.cancel();
    this.#set(false);
  }

  readonly #onVoices = (): void => {
    this.host.requestUpdate();
  };

  #set(isSpeaking: boolean): void {
    this.#isSpeaking = isSpeaking;
    this.host.requestUpdate();
  }
}
