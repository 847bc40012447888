import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from '../../../src/fhir/resource.js';
import type { AllianceRating } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { seeds } from '../../support/browser.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { seeded } from '../../domain/build.js';
import { pause } from '../../suites/store.js';
import { allByRole, textOf } from '../../support/screen.js';

/*
 * Real pages, really reloaded while they send, over a network that fails: the outbox on the device, its locks and the
 * server are the real ones.
 */

// The code is the same in every engine: the others show that their IndexedDB, locks and fetch bear it
const COUNT = navigator.userAgent.includes('Chrome') ? 10 : 3;
const ROUNDS = 4;

async function until<Found>(find: () => Found | undefined | false, what: string): Promise<Found> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await pause(20);
  }
  return expect.fail(`It never came to hold: ${what}`);
}

async function open(frame: HTMLIFrameElement, address: string): Promise<AllianceRating> {
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.src = address;
  });
  return until(() => {
    const widget = frame.contentDocument?.querySelector('alliance-rating');
    const isReady = widget?.shadowRoot && textOf(widget) !== '' && !widget.matches(':state(loading)');
    return isReady ? widget : undefined;
  }, 'the page is ready');
}

/** Answers one more question and sends; what the page then says about it. */
async function answerAndSend(widget: AllianceRating, linkId: string): Promise<void> {
  const change = allByRole(widget, 'button', 'Change my answers')[0];
  change?.click();
  await widget.updateComplete;
  const group = allByRole(widget, 'radiogroup')[Number(linkId)];
  group?.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]?.click();
  await widget.updateComplete;
  allByRole(widget, 'button', /^(Send|Send changes|Try again)$/)[0]?.click();
}

describe('pages that are reloaded while they send', () => {
  for (const seed of seeds(COUNT)) {
    it(`lose and double nothing with seed ${String(seed)}`, async () => {
      const random = seeded(seed);
      const base = freshServer();
      const queue = openDevice(base).queue;
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const address = (isFaulty: boolean, round: number): string =>
        `/test/pages/server.html?${new URLSearchParams({ base, seed: String(seed * 100 + round), faulty: String(isFaulty) }).toString()}`;
      const owed = new Set<number>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const widget = await open(frame, address(true, round));
        await answerAndSend(widget, String(round));
        await pause(random() * 150);
        if (/Sent \d|waiting to be sent/.test(textOf(widget))) owed.add(round);
      }
      const widget = await open(frame, address(false, ROUNDS));
      // Scores follow a response a little later: it is over when nothing has waited for a while
      let quiet = 0;
      for (let attempt = 0; attempt < 400 && quiet < 15; attempt += 1) {
        // Where both sides said something about one question, the person decides
        allByRole(widget, 'button', 'Use my answers here')[0]?.click();
        await pause(25);
        quiet = (await queue.all()).length === 0 ? quiet + 1 : 0;
      }
      const left = await queue.all();
      expect(
        left.filter(({ state }) => state !== 'conflict'),
        'nothing waits but for a person',
      ).to.deep.equal([]);
      await until(() => textOf(widget) !== '', 'the last page');
      const responses = (await storeOn(base).search('QuestionnaireResponse', {})) as QuestionnaireResponse[];
      expect(responses.length, 'one response').to.be.at.most(1);
      // On the server, or kept for a person who has to choose
      const kept = [...responses, ...left.map(({ resource }) => resource as QuestionnaireResponse)];
      for (const round of owed)
        expect(
          kept.some(({ item }) => item?.[round]?.answer?.length === 1),
          `answer ${String(round)}`,
        ).to.equal(true);
      frame.remove();
    }).timeout(60_000);
  }
});
