import { expect } from '@open-wc/testing';
import type { QuestionnaireResponse } from '../../../src/fhir/resource.js';
import type { AllianceRating } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { seeds } from '../../support/browser.js';
import { freshServer, storeOn } from '../../support/fhir-server.js';
import { seeded } from '../../domain/build.js';
import { pause } from '../../suites/store.js';
import { allByRole, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * Real pages, really reloaded while they send, over a network that fails: the outbox on the device, its locks and the
 * server are the real ones.
 */

// The code is the same in every engine: the others show that their IndexedDB, locks and fetch bear it
const COUNT = navigator.userAgent.includes('Chrome') ? 10 : 3;
const ROUNDS = 4;

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
      const onServer = async (): Promise<QuestionnaireResponse[]> =>
        (await storeOn(base).search('QuestionnaireResponse', {})) as QuestionnaireResponse[];
      await until(
        async () => {
          // Where both sides said something about one question, the person decides
          allByRole(widget, 'button', 'Use what is here')[0]?.click();
          const left = await queue.all();
          // What was not taken is on the screen: the person sends it again
          if (left.some(({ state }) => state === 'refused'))
            allByRole(widget, 'button', 'Try again')[0]?.click();
          if (left.some(({ state }) => state !== 'conflict')) return false;
          const kept = [
            ...(await onServer()),
            ...left.map(({ resource }) => resource as QuestionnaireResponse),
          ];
          return [...owed].every((round) => kept.some(({ item }) => item?.[round]?.answer?.length === 1));
        },
        `answers ${[...owed].join()} on the server or kept for a person to choose, and nothing else that waits`,
      );
      expect((await onServer()).length, 'one response').to.be.at.most(1);
      frame.remove();
    });
  }
});
