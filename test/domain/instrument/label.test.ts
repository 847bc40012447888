import { expect } from '@open-wc/testing';
import { labelWithKeyWords } from '../../../src/domain/instrument/question.js';

describe('labelWithKeyWords', () => {
  it('takes the marks out of the text and keeps the runs', () => {
    expect(labelWithKeyWords('I felt **safe** today.', 'en')).to.deep.equal({
      text: 'I felt safe today.',
      lang: 'en',
      segments: [
        { text: 'I felt ', strong: false },
        { text: 'safe', strong: true },
        { text: ' today.', strong: false },
      ],
    });
  });

  const cases: readonly (readonly [marked: string, runs: string])[] = [
    ['Plain', 'Plain'],
    ['**All**', '[All]'],
    ['**First** last', '[First] last'],
    ['first **Last**', 'first [Last]'],
    ['**a** b **c**', '[a] b [c]'],
    ['2 * 3 is *six*', '2 * 3 is *six*'],
    ['', ''],
    ['****', ''],
  ];
  for (const [marked, runs] of cases) {
    it(`reads "${marked}" as "${runs}"`, () => {
      const { segments = [], text } = labelWithKeyWords(marked);
      expect(segments.map((run) => (run.strong ? `[${run.text}]` : run.text)).join('')).to.equal(runs);
      expect(text).to.equal(runs.replace(/[[\]]/g, ''));
    });
  }
});
