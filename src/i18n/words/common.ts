import english from '../../../locales/en/common.json';
import { vocabulary, type KeyOf } from '../vocabulary.js';

/** What more than one widget says; every widget has it. It says "this", since it does not know what a person gives. */
export const commonWords = vocabulary('common', english, {
  ar: () => import('../../../locales/ar/common.json'),
  es: () => import('../../../locales/es/common.json'),
});

export type CommonKey = KeyOf<typeof commonWords>;

type WaitingKey = Extract<CommonKey, `common.waiting.${string}`>;

/** How one says that resources of a type wait to be sent: in words of their own where there are some. */
export function waitingKey(type: string): WaitingKey {
  return `${type}_other` in english.waiting
    ? (`common.waiting.${type}` as WaitingKey)
    : 'common.waiting.anything';
}
