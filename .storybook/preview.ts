import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import manifest from '../custom-elements.json';
import { addLanguage } from '../src/define.js';
import { PSEUDO_LANGUAGE, pseudoWords } from '../test/support/pseudo-language.js';

setCustomElementsManifest(manifest);
addLanguage(PSEUDO_LANGUAGE, pseudoWords(), { status: 'machine-draft' });

type ToolbarIcon = 'globe' | 'transfer' | 'mirror' | 'accessibility';

const toolbar = (title: string, icon: ToolbarIcon, items: { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

function directionOf(direction: string, language: string): 'ltr' | 'rtl' {
  if (direction === 'ltr' || direction === 'rtl') return direction;
  return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The portal round a story: its language, direction and colours. They are set on a box and not on the page, since a docs
 * page shows stories with different ones. The elements take them from there, as they would in a portal.
 */
const surroundings: Decorator = (story, { globals, args, viewMode }) => {
  const { language = 'en', direction = 'auto', theme = 'light', support } = globals as Record<string, string>;
  const isWholePage = viewMode === 'story';
  document.documentElement.style.colorScheme = isWholePage ? theme : '';
  document.body.style.backgroundColor = isWholePage ? 'Canvas' : '';
  const style = {
    'color-scheme': theme,
    'background-color': 'Canvas',
    color: 'CanvasText',
    padding: isWholePage ? '0' : '1rem',
  };
  // An argument and not a provider round the story: where a story has its own provider, that one would hide ours
  const chosen = support === 'easy' ? { support } : {};
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
  return html`<div lang=${language} dir=${directionOf(direction, language)} style=${styleMap(style)}>
    ${story({ args: { ...chosen, ...given } })}
  </div>`;
};

/** Properties, events, slots and parts are told of, and the attributes can be tried. */
const controlsForAttributes: NonNullable<Preview['argTypesEnhancers']>[number] = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const category: unknown = argType.table?.category;
      return [name, category === 'attributes' ? argType : { ...argType, control: { disable: true } }];
    }),
  );

const preview: Preview = {
  decorators: [surroundings],
  argTypesEnhancers: [controlsForAttributes],
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    // A violation fails the story; `region` is about whole pages
    a11y: { test: 'error', config: { rules: [{ id: 'region', enabled: false }] } },
    backgrounds: { disabled: true }, // the theme of the toolbar sets the background
    controls: { expanded: true },
    options: {
      storySort: { order: ['Rating scale', ['Basics', 'Ways to answer', 'Sending', '*'], 'Provider'] },
    },
  },
  initialGlobals: { language: 'en', direction: 'auto', theme: 'light', support: 'standard' },
  globalTypes: {
    language: toolbar('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'es', title: 'Español' },
      { value: 'ar', title: 'العربية' },
      { value: PSEUDO_LANGUAGE, title: 'Pseudo-language' },
    ]),
    direction: toolbar('Direction', 'transfer', [
      { value: 'auto', title: 'As the language' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    theme: toolbar('Theme', 'mirror', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    support: toolbar('Support', 'accessibility', [
      { value: 'standard', title: 'Standard' },
      { value: 'easy', title: 'Easy' },
    ]),
  },
};

export default preview;
