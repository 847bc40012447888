import { keptOnDevice } from './traces.js';

/*
 * What a person does on a page, and what the page does meanwhile.
 */

export const WORDS = 'I was afraid';
/** What is said beside the widgets, in a field that is the page's own. */
export const ROOM = 'Room 4';

/** The same words in every widget; nothing is sent. */
export async function say(page) {
  const [goals, moments] = [page.locator('alliance-goals'), page.locator('alliance-empathy')];
  await page.getByRole('textbox', { name: 'Room' }).fill(ROOM);
  await goals.getByRole('button', { name: 'Add a goal' }).click();
  await goals.getByRole('textbox').fill(WORDS);
  await moments.getByRole('button', { name: 'Something was missed' }).click();
  await moments.getByRole('button', { name: 'Skip this' }).click();
  await moments.getByRole('radio').first().check();
  await moments.getByRole('button', { name: 'Next', exact: true }).click();
  await moments.getByRole('textbox').fill(WORDS);
  await page.locator('alliance-rating').getByRole('textbox').fill(WORDS);
}

const send = (page) => page.evaluate(() => void document.querySelector('alliance-rating').submit());

/** What is going on when the person signs out. */
export const moments = {
  async idle(page) {
    await say(page);
    await page.evaluate(keptOnDevice);
  },
  typing: say,
  async sending(page, network, sends) {
    await say(page);
    if (!sends) return;
    network.isHolding = true;
    await send(page);
    await network.holds();
  },
  async delivering(page, network, sends) {
    await say(page);
    if (!sends) return;
    network.isAway = true;
    await send(page);
    await page.locator('alliance-rating').getByText('waiting to be sent').first().waitFor();
    Object.assign(network, { isAway: false, isHolding: true });
    await page.evaluate(() => void document.querySelector('alliance-provider').retry());
    await network.holds();
  },
  async unmounting(page) {
    await say(page);
    await page.evaluate(() => {
      document.querySelector('form').remove();
      document.querySelector('alliance-goals').remove();
    });
  },
};

export const signOut = (page) => page.evaluate(() => document.querySelector('alliance-provider').clear());

/** Far above what the busiest machine needs. */
const PATIENCE = 180_000;

/** Asks a page until it answers something; between two pages it cannot. */
export async function asked(page, question, ...about) {
  let timer;
  let isOver = false;
  const answer = async () => {
    while (!isOver) {
      const answered = await page.evaluate(question, ...about).catch(() => undefined);
      if (answered) return answered;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return undefined;
  };
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${page.url()} never answered ${question}`)), PATIENCE);
  });
  try {
    return await Promise.race([answer(), late]);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}

/**
 * Goes back by the page's own history, and asks the page: a driver that waits for a load, as Firefox's locators do, waits for
 * ever where the page was kept.
 * @returns how the former page came to be shown again: `kept`, or `back_forward` where it was loaded
 */
async function goBack(page, address) {
  await page.evaluate(() => void setTimeout(() => history.back()));
  return asked(
    page,
    (former) => {
      const { arrival } = document.documentElement.dataset;
      const isDrawn = document.querySelector('alliance-empathy')?.shadowRoot?.querySelector('button');
      return location.href === former && arrival !== 'navigate' && isDrawn && arrival;
    },
    address,
  );
}

/** To another page, and Back; `leave` is what happens there. */
export async function visit(page, later, leave) {
  const address = page.url();
  await page.goto(later);
  await leave?.(page);
  return goBack(page, address);
}

/** Browsers throw away a kept page that is told something: this one is not. */
async function signOutUnheard(page) {
  await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
  await signOut(page);
}

async function leaveLater({ page, network, later }) {
  const arrival = await visit(page, later, async () => {
    network.isOver = true;
    await signOutUnheard(page);
    network.hasLeft = true;
  });
  return { pages: [page], arrival };
}

async function leaveHere({ page, network }) {
  Object.assign(network, { isOver: true, hasLeft: true });
  await signOut(page);
  return { pages: [page] };
}

async function leaveBeside({ page, network, later, open }) {
  Object.assign(network, { isOver: true, hasLeft: true });
  const other = await open(later);
  await signOut(other);
  return { pages: [page, other] };
}

/**
 * Where the person signs out: `leave` gives all pages that are open in the end, and how one that was left came back, which
 * is to be `arrival`.
 */
export const ways = {
  'the same page': { leave: leaveHere },
  'another tab': { leave: leaveBeside },
  'a later page, then Back to the page that was kept': { leave: leaveLater, arrival: 'kept' },
  'a later page, then Back to a page that was not kept': {
    leave: leaveLater,
    arrival: 'back_forward',
    settings: { unload: '' },
  },
};
