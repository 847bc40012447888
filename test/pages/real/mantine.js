import '@mantine/core/styles.css';
import { MantineProvider, Modal } from '@mantine/core';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { care } from './care.js';

/** Mantine's modal, as it comes. */
export function show(place, element) {
  const modal = createElement(
    Modal,
    { opened: true, onClose: () => undefined, title: 'Your session' },
    care(createElement, element),
  );
  createRoot(place).render(createElement(MantineProvider, {}, modal));
}
