import { press } from './browser.js';
import { until } from './until.js';

/** So many looks at what was said lie between two nudges. */
const LOOKS = 10;

/** The first of these phrases that does not follow the ones before it in the text. */
function firstMissing(text, phrases) {
  let place = 0;
  return phrases.find((phrase) => {
    const found = text.indexOf(phrase, place);
    if (found >= 0) place = found + phrase.length;
    return found < 0;
  });
}

/** Hears what a screen reader says: marks a moment, and waits for what comes after it. */
export class Ear {
  constructor(desktop, orca) {
    this.desktop = desktop;
    this.orca = orca;
  }

  /** The present moment, for `since` and `hear`. */
  async mark() {
    return (await this.orca.said()).length;
  }

  async since(mark) {
    return (await this.orca.said()).slice(mark).join(' ');
  }

  async hasHeard(mark, phrases) {
    return firstMissing(await this.since(mark), phrases) === undefined;
  }

  /** At times an event reaches Orca only with the next one; the Shift key alone is one that changes nothing. */
  async nudge() {
    await press(this.desktop, 'Shift_L');
  }

  /** Waits until all of these phrases were said after the mark, in this order, with others between them. */
  async hear(mark, phrases) {
    let looks = 0;
    const isDone = async () => {
      if (await this.hasHeard(mark, phrases)) return true;
      looks += 1;
      if (looks % LOOKS === 0) await this.nudge();
      return false;
    };
    await until(isDone, async () => {
      const text = await this.since(mark);
      return `“${firstMissing(text, phrases)}” is not heard in “${text}”`;
    });
  }
}
