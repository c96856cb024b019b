import { setTimeout } from 'node:timers/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/*
 * Milliseconds of a person's acts: the keystroke-level model of Card, Moran and Newell (1980), for an average typist.
 */
const KEY = 200;
const POINT = 1_100;
const BUTTON = 200;
/** A hand between keyboard and mouse. */
const HAND = 400;
/** Finds the next thing on the page, and decides. */
const LOOK = 1_350;

/** Works on a page at the pace of a person, and counts what the hands do. */
export class Person {
  keys = 0;
  clicks = 0;
  #hand: 'keyboard' | 'mouse' = 'mouse';

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until something is on the page, then looks at it. */
  async look(at: Locator): Promise<void> {
    await at.first().waitFor();
    await setTimeout(LOOK);
  }

  async click(target: Locator): Promise<void> {
    await target.first().waitFor();
    await this.#move('mouse');
    await setTimeout(POINT + BUTTON);
    this.clicks++;
    await target.first().click();
  }

  /** Opens a select and takes an option. Browsers draw native selects outside of the page. */
  async choose(select: Locator, option: string): Promise<void> {
    await this.click(select);
    await setTimeout(LOOK + POINT + BUTTON);
    this.clicks++;
    await select.selectOption(option);
  }

  /** Types into the focused field, and waits until it has the focus. */
  async type(text: string): Promise<void> {
    await expect(this.page.locator('input:focus, textarea:focus, [contenteditable]:focus')).toBeVisible();
    await this.#move('keyboard');
    for (const letter of text) {
      await setTimeout(KEY);
      this.keys++;
      await this.page.keyboard.type(letter);
    }
  }

  /** Presses a key or a combination, such as `Control+k`. Each of its keys counts. */
  async press(combination: string): Promise<void> {
    await this.#move('keyboard');
    const { length } = combination.split('+');
    await setTimeout(KEY * length);
    this.keys += length;
    await this.page.keyboard.press(combination);
  }

  /** Goes back by the browser's button. */
  async back(): Promise<void> {
    await this.#move('mouse');
    await setTimeout(POINT + BUTTON);
    this.clicks++;
    await this.page.goBack();
  }

  async #move(hand: 'keyboard' | 'mouse'): Promise<void> {
    if (this.#hand === hand) return;
    await setTimeout(HAND);
    this.#hand = hand;
  }
}
