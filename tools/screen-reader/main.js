/** `npm run test:screen-reader`: what Orca says of the bundle as it was last built. */
import { finish, step } from '../run/tally.js';
import { listen } from './listen.js';

await step('Screen reader', listen);
finish();
