import type { Completion } from '../domain/record.js';
import { extensionUrls } from './codes.js';
import { extensionValue } from './loose.js';

/** How something was given, where it says so as we write it. */
export function completionIn(resource: unknown): Completion | undefined {
  const code = extensionValue(resource, extensionUrls.completion);
  return code === 'self' || code === 'supported' || code === 'proxy' ? code : undefined;
}
