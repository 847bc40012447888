import * as Dialog from '@radix-ui/react-dialog';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { care } from './care.js';

const inside = { style: { position: 'fixed', inset: 0, overflow: 'auto', background: 'white' } };

/** Radix's dialog as it comes; shadcn's is the same with the closing button behind everything. */
export function showRadix(place, element, isClosedAtTheEnd) {
  const close = createElement(Dialog.Close, { key: 'close' }, 'Close');
  const content = [
    createElement(Dialog.Title, { key: 'title' }, 'Your session'),
    createElement('div', { key: 'care' }, care(createElement, element)),
  ];
  if (isClosedAtTheEnd) content.push(close);
  else content.unshift(close);
  const dialog = createElement(
    Dialog.Root,
    { open: true },
    createElement(
      Dialog.Portal,
      {},
      createElement(Dialog.Overlay),
      createElement(Dialog.Content, { 'aria-describedby': undefined, ...inside }, content),
    ),
  );
  createRoot(place).render(dialog);
}

export function show(place, element) {
  showRadix(place, element, false);
}
