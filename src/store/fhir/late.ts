import { StoreError } from '../store-error.js';

/*
 * What is needed only where a server says no, or says yes and may not mean it. Where it cannot be loaded, the network is
 * what fails.
 */

async function loaded<Part>(loading: Promise<Part>): Promise<Part> {
  return loading.catch((cause: unknown) => {
    throw new StoreError('offline', 'A part of alliance-elements could not be loaded. It is tried again.', {
      cause,
    });
  });
}

export const doubts = () => loaded(import('./doubtful.js'));
export const refusals = () => loaded(import('./refusals.js'));
