import { createMemoryStore } from '../../src/store/memory.js';
import { storeContract } from '../suites/store.js';

describe('memory store', () => {
  storeContract(() => Promise.resolve(createMemoryStore()));
});
