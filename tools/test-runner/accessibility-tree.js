import { devtoolsOf, evaluateInFirefox } from './sessions.js';

/** The accessibility tree as lines such as `radio "Often" checked=true`, indented by depth. */

const SHOWN_PROPERTIES = ['required', 'invalid', 'expanded', 'checked'];

const framesIn = ({ frame, childFrames = [] }) => [frame.id, ...childFrames.flatMap(framesIn)];

/** Chromium keeps a tree for each frame: those of the page and of what is framed in it, one after the other. */
export async function chromiumTree(page) {
  const devtools = await devtoolsOf(page);
  await devtools.send('Accessibility.enable');
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const trees = [];
  for (const frameId of framesIn(frameTree)) {
    const { nodes } = await devtools.send('Accessibility.getFullAXTree', { frameId });
    trees.push(linesOf(nodes));
  }
  return trees.join('\n');
}

function linesOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];

  const describe = ({ role, name, description, properties = [] }) => {
    const shown = properties.filter((property) => SHOWN_PROPERTIES.includes(property.name));
    const words = [role?.value, JSON.stringify(name?.value ?? '')];
    if (description?.value) words.push(`desc=${description.value}`);
    return [...words, ...shown.map((property) => `${property.name}=${property.value.value}`)].join(' ');
  };
  const walk = (node, depth) => {
    if (!node.ignored) lines.push(' '.repeat(depth) + describe(node));
    for (const id of node.childIds ?? []) {
      if (byId.has(id)) walk(byId.get(id), node.ignored ? depth : depth + 1);
    }
  };

  walk(nodes[0], 0);
  return lines.join('\n');
}

/** Runs inside Firefox, so it may use nothing from outside of itself. */
async function readInFirefox(browser, service) {
  const states = ['required', 'invalid', 'expanded', 'checked', 'focused'];
  const attempt = (read) => {
    try {
      return read() ?? '';
    } catch {
      return ''; // an accessible that has just gone away
    }
  };
  const statesOf = (accessible) => {
    const [state, extra] = [{}, {}];
    accessible.getState(state, extra);
    const names = service.getStringStates(state.value, extra.value);
    return [...names].filter((name) => states.includes(name)).join(',');
  };
  const walk = (accessible, depth, lines) => {
    const description = attempt(() => accessible.description);
    const words = [
      attempt(() => service.getStringRole(accessible.role)),
      JSON.stringify(attempt(() => accessible.name)),
      description && `desc=${description}`,
      attempt(() => statesOf(accessible)),
    ];
    lines.push(' '.repeat(depth) + words.filter(Boolean).join(' '));
    for (let i = 0; i < accessible.childCount; i += 1) walk(accessible.getChildAt(i), depth + 1, lines);
    return lines;
  };
  const read = () => {
    const page = service.getAccessibleFor(browser);
    return page?.childCount ? walk(page, 0, []).join('\n') : '';
  };

  // Firefox builds the tree in the background: it is complete when it stops changing
  let [previous, unchanged] = ['', 0];
  for (let i = 0; i < 60 && unchanged < 3; i += 1) {
    const tree = read();
    unchanged = tree && tree === previous ? unchanged + 1 : 0;
    previous = tree;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return previous;
}

export function firefoxTree(page) {
  const service = `Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService)`;
  return evaluateInFirefox(page, `(${readInFirefox})(gBrowser.selectedBrowser, ${service})`);
}

/** WebKit's driver answers only for single elements: those of `locator`, an expression giving an array. */
export async function webkitTree(driver, locator = '[]') {
  const elementKey = 'element-6066-11e4-a52e-4f735466cecf'; // fixed by the WebDriver standard
  const lines = [];
  for (const element of await driver.execute(`return (${locator})`)) {
    const id = element[elementKey];
    const label = JSON.stringify(await driver.getElementComputedLabel(id));
    lines.push(`${await driver.getElementComputedRole(id)} ${label}`);
  }
  return lines.join('\n');
}
