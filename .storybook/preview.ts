import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json';
import '../src/define.js';

setCustomElementsManifest(manifest);

type ToolbarIcon = 'globe' | 'transfer' | 'mirror' | 'accessibility';

const toolbar = (title: string, icon: ToolbarIcon, items: { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

/** The words are in the portal's language, which the elements take from the page. */
const surroundings: Decorator = (story, { globals }) => {
  const { language, direction, theme, support } = globals as Record<string, string>;
  const page = document.documentElement;
  page.lang = language ?? 'en';
  page.style.colorScheme = theme ?? 'light';

  const rightToLeft = direction === 'rtl' || (direction === 'auto' && language === 'ar');
  const placed = html`<div dir=${rightToLeft ? 'rtl' : 'ltr'}>${story()}</div>`;
  // Only where it is asked for, since elements also work without a provider
  return support === 'easy' ? html`<alliance-provider support="easy">${placed}</alliance-provider>` : placed;
};

const preview: Preview = {
  decorators: [surroundings],
  tags: ['autodocs'],
  parameters: {
    // A violation fails the story; `region` is about whole pages
    a11y: { test: 'error', config: { rules: [{ id: 'region', enabled: false }] } },
  },
  initialGlobals: { language: 'en', direction: 'auto', theme: 'light', support: 'standard' },
  globalTypes: {
    language: toolbar('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'es', title: 'Español' },
      { value: 'ar', title: 'العربية' },
      { value: 'en-XA', title: 'Pseudo-language' },
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
