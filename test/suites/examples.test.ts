import { expectValid } from '../support/validator.js';
import { examples, foundByAll } from './examples.js';

describe('the examples of the contract', () => {
  for (const example of examples) {
    it(`${example.type} is valid, and so are its versions`, async () => {
      const { make, changes, added, sorted } = example;
      const [, ...dated] = sorted;
      for (const elements of [{}, ...changes, added, ...dated]) await expectValid(make(1, elements));
      await expectValid(foundByAll(example));
    });
  }
});
