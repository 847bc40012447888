import { expect } from '@open-wc/testing';
import { lineOf, stepped } from '../../../src/domain/instrument/slider.js';
import { question } from '../build.js';

describe('the line of a slider', () => {
  const cases = [
    ['both ends and a step', { type: 'integer', minimum: 0, maximum: 10, step: 2 }, [0, 10, 2]],
    ['no ends', { type: 'integer' }, [0, 100, 1]],
    ['no upper end', { type: 'integer', minimum: 5 }, [5, 105, 1]],
    ['no lower end', { type: 'integer', maximum: 10 }, [-90, 10, 1]],
    ['no lower end of a large number', { type: 'integer', maximum: 500 }, [0, 500, 1]],
    ['a small decimal line', { type: 'decimal', minimum: 0, maximum: 1 }, [0, 1, 0.01]],
    ['a step of nothing', { type: 'integer', minimum: 0, maximum: 10, step: 0 }, [0, 10, 1]],
    ['part of a step for whole numbers', { type: 'integer', minimum: 0, maximum: 10, step: 0.5 }, [0, 10, 1]],
    ['ends the wrong way round', { type: 'integer', minimum: 10, maximum: 0 }, [10, 10, 1]],
  ] as const;
  for (const [why, about, [minimum, maximum, step]] of cases) {
    it(`has ${why}`, () => {
      expect(lineOf(question('s', about))).to.deep.equal({ minimum, maximum, step });
    });
  }

  const line = question('s', { type: 'decimal', minimum: 0, maximum: 1, step: 0.1 });
  it('goes up and down by its step, without the noise of fractions, and not past its ends', () => {
    expect(stepped(line, 0.2, 1)).to.equal(0.3);
    expect(stepped(line, 0.3, -1)).to.equal(0.2);
    expect(stepped(line, 1, 1)).to.equal(1);
    expect(stepped(line, 0, -1)).to.equal(0);
  });

  it('starts from no value at an end, never in the middle', () => {
    expect(stepped(line, undefined, 1)).to.equal(0);
    expect(stepped(line, undefined, -1)).to.equal(1);
  });
});
