import { actToPaint, firstPaint, nextTask } from './measure.js';

/** Runs in the page: a list of 1,000 cards beside the same cards in plain DOM, with the same names and the same CSS. */

const COUNT = 1000;
/** Which of them is changed: one that can be seen. */
const CHANGED = 1;
export const [client, therapist] = ['Patient/1', 'Practitioner/1'];
export const FHIR = 'https://alliance-elements.org/fhir';

const wordsOf = (index) => `Words number ${index + 1}`;

const hasWords = (card, words) => card.textContent.toLowerCase().includes(words.toLowerCase());

/** What is drawn, as data. */
const drawnIn = (node) =>
  node.nodeType === Node.TEXT_NODE
    ? node.data
    : {
        tag: node.localName,
        attributes: [...node.attributes].map(({ name, value }) => [name, value]),
        children: [...node.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE).map(drawnIn),
      };

const press = () => undefined;

function built(drawn) {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  const { tag, attributes, children } = drawn;
  const svg = tag === 'svg' || tag === 'path';
  const element = svg
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  if (tag === 'button') element.addEventListener('click', press);
  element.append(...children.map(built));
  return element;
}

const listIn = (drawn, part) =>
  drawn.children?.some(({ attributes }) =>
    attributes?.some(([name, value]) => name === 'part' && value === part),
  )
    ? drawn
    : drawn.children?.map((child) => listIn(child, part)).find(Boolean);

const acting = (act, expected) => async (draw) => {
  let drawn;
  const time = await actToPaint(draw, (one) => act((drawn = one)));
  const [words, count] = expected;
  const found = drawn.cards().filter((card) => !card.hidden && hasWords(card, words)).length;
  if (found !== count) throw new Error(`${found} cards instead of ${count} have the words “${words}”.`);
  return time;
};

const find = acting((drawn) => drawn.find('number 77'), ['number', 11]);
const findNoMore = async (draw) => {
  const found = async (place) => {
    const drawn = await draw(place);
    drawn.find('number 77');
    return drawn;
  };
  return acting((drawn) => drawn.find(''), ['number', COUNT])(found);
};
const update = acting((drawn) => drawn.update('Something else'), ['Something else', 1]);

/** How one kind of list is drawn by `<tag>`, each card with this part, and by hand. */
function listOf({ tag, part, resource }) {
  const cardsIn = (root) => [...root.querySelectorAll(`[part~=${part}]`)];

  /** As they come from the page's own server: new objects each time. */
  const all = (changed) =>
    Array.from({ length: COUNT }, (_, at) =>
      resource(at, at === CHANGED && changed !== undefined ? changed : wordsOf(at)),
    );

  /** The list as the page keeps it, drawn to its end. */
  async function ours(place) {
    const provider = document.createElement('alliance-provider');
    Object.assign(provider, { subject: client, author: client, partner: therapist, audience: 'therapist' });
    const widget = document.createElement(tag);
    widget.resources = all();
    provider.append(widget);
    place.append(provider);
    await widget.updateComplete;
    while (cardsIn(widget.shadowRoot).length < COUNT) await nextTask();
    return {
      root: widget.shadowRoot,
      cards: () => cardsIn(widget.shadowRoot),
      find(words) {
        const field = widget.shadowRoot.querySelector('input[type=search]');
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
      update(words) {
        widget.resources = all(words);
      },
    };
  }

  /** The same by hand; the card that changes is built anew, or all of them where `isWhole`. */
  function plain(place, { drawn, sheets }, isWhole) {
    const host = place.appendChild(document.createElement('plain-list'));
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    root.append(built(drawn));
    const list = cardsIn(root)[0].parentElement;
    const specs = listIn(drawn, part).children.filter((child) => child.tag === 'li');
    return {
      cards: () => cardsIn(root),
      find(words) {
        for (const card of list.children) card.hidden = !hasWords(card, words);
      },
      update(words) {
        const changed = JSON.parse(JSON.stringify(specs[CHANGED]).replaceAll(wordsOf(CHANGED), words));
        if (isWhole) list.replaceChildren(...specs.map((spec, at) => built(at === CHANGED ? changed : spec)));
        else list.children[CHANGED].replaceWith(built(changed));
      },
    };
  }

  /** Lets the page decide whether cards out of sight are laid out. */
  function skipOutOfSight(isSkipping) {
    const sheet = new CSSStyleSheet();
    if (!isSkipping)
      sheet.replaceSync(`:is(${tag}, plain-list)::part(${part}) { content-visibility: visible }`);
    document.adoptedStyleSheets = [sheet];
  }

  const laidOut = (isSkipping, draw) => (place) => {
    skipOutOfSight(isSkipping);
    return draw(place);
  };

  /**
   * Ours, plain in the same way, and where cards out of sight are skipped also plain with all of them laid out.
   * @param isWhole plain builds the whole list anew for one change
   */
  return (isSkipping, isWhole) => async () => {
    const place = document.body.appendChild(document.createElement('div'));
    const { root } = await ours(place);
    const likeness = { drawn: drawnIn(root.querySelector('[part~=root]')), sheets: root.adoptedStyleSheets };
    place.remove();
    const byHand = (at) => plain(at, likeness, isWhole);
    return {
      ours: laidOut(isSkipping, ours),
      plain: laidOut(isSkipping, byHand),
      ...(isSkipping ? { whole: laidOut(false, byHand) } : {}),
    };
  };
}

/** The name, how often, what is drawn on either side, and how it is measured. */
export function listCases({ name, canFind = false, ...list }) {
  const drawing = listOf(list);
  return [false, true].flatMap((isSkipping) => {
    const full = (what) => `1,000 ${name}${isSkipping ? ', in sight' : ''}: ${what}`;
    const [anew, alone] = [drawing(isSkipping, true), drawing(isSkipping, false)];
    const finding = [
      [full('filter'), 5, alone, find],
      [full('filter emptied'), 5, alone, findNoMore],
    ];
    return [
      [full('first paint'), 3, alone, firstPaint],
      ...(canFind ? finding : []),
      [full('one update, plain list anew'), 5, anew, update],
      [full('one update, plain card anew'), 5, alone, update],
    ];
  });
}
