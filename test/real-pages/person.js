import assert from 'node:assert/strict';

/** What somebody does who has keys only. */
export class Person {
  constructor(page) {
    this.page = page;
  }

  at() {
    return this.page.evaluate(() => window.real.at());
  }

  async press(key) {
    await this.page.keyboard.press(key);
    return this.at();
  }

  /** Goes round with one key: to every control of the widget, and out of it again. */
  async goesRound(key) {
    const wanted = new Set(await this.page.evaluate(() => window.real.controls()));
    let wasOutside = false;
    for (let presses = 2 * wanted.size + 12; presses > 0; presses -= 1) {
      const { isInside, name } = await this.press(key);
      wanted.delete(name);
      wasOutside ||= !isInside;
      if (wanted.size === 0 && wasOutside) return;
    }
    assert.fail(`${key} never comes to ${[...wanted].join(', ') || 'what is outside of the widget'}`);
  }

  /** Answers what is asked on the way to the main button, and presses that. */
  async goesOn() {
    for (let presses = 0; presses < 40; presses += 1) {
      const { isMain, isInside, isOpen, tag } = await this.at();
      if (isInside && isOpen && tag === 'input') await this.page.keyboard.press('Space');
      if (isInside && isOpen && tag === 'textarea') await this.page.keyboard.type('We walked');
      if (isInside && isMain) {
        await this.page.keyboard.press('Enter');
        return;
      }
      await this.press('Tab');
    }
    assert.fail('There is no way to the main button with the Tab key');
  }

  /** After a move the focus is in the widget. */
  async isInside(after) {
    await this.page
      .waitForFunction(() => window.real.at().isInside, undefined, { timeout: 5_000 })
      .catch(() => assert.fail(`The focus left the widget ${after}`));
  }

  /** It is there, on something that is seen. */
  async isStillThere(after) {
    await this.isInside(after);
    await this.page
      .waitForFunction(() => !window.real.hidden(), undefined, { timeout: 5_000 })
      .catch(async () => assert.fail(`${await this.page.evaluate(() => window.real.hidden())} ${after}`));
  }

  /** Goes on until something was saved. */
  async sends() {
    for (let screens = 1; screens < 12; screens += 1) {
      await this.goesOn();
      await this.page.evaluate(() => document.querySelector('#widget').updateComplete);
      await this.isInside(`after screen ${screens}`);
      if (await this.page.evaluate(() => window.real.saves())) return;
      await this.isStillThere(`after screen ${screens}`);
    }
    assert.fail('Nothing was saved');
  }
}
