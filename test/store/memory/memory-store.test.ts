import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { storeContract } from '../../suites/store.js';

describe('memory store', () => {
  storeContract(() => Promise.resolve(createMemoryStore()));
});
