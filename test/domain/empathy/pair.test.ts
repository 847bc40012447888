import { expect } from '@open-wc/testing';
import { absent, answered, type Answer, type Answers } from '../../../src/domain/answers/answer.js';
import { pairOf } from '../../../src/domain/empathy/pair.js';
import { empathyInstrument } from '../../../src/domain/instrument/built-in/session-empathy.js';
import { labelWithKeyWords } from '../../../src/domain/instrument/question.js';

const instrument = empathyInstrument('session-empathy', (key) => labelWithKeyWords(key, 'en'));
const system = 'https://alliance-elements.org/fhir/CodeSystem/alliance-degree';
const degree = (code: string): Answer => answered({ system, code });

const isApart = (mine: Answer | undefined, theirs: Answer | undefined): boolean => {
  const given = (answer: Answer | undefined): Answers => new Map(answer ? [['understood', answer]] : []);
  const item = pairOf(instrument, given(mine), given(theirs)).find(
    ({ question }) => question.linkId === 'understood',
  );
  return item!.isApart;
};

describe('what two said to the same questions', () => {
  it('is apart from two degrees on, whoever said more', () => {
    const codes = ['0', '1', '2', '3', '4'];
    const apart = codes.flatMap((mine) =>
      codes.filter((theirs) => isApart(degree(mine), degree(theirs))).map((theirs) => mine + theirs),
    );
    expect(apart).to.deep.equal(['02', '03', '04', '13', '14', '20', '24', '30', '31', '40', '41', '42']);
  });

  it('is compared only where both are on the scale', () => {
    for (const other of [undefined, absent('asked-declined'), answered('Yes'), answered({ code: '4' })]) {
      expect(isApart(degree('0'), other)).to.equal(false);
      expect(isApart(other, degree('0'))).to.equal(false);
    }
  });

  it('stands in the order of the questions, with what is left open', () => {
    const items = pairOf(instrument, new Map([['respected', degree('0')]]), new Map());
    expect(items.map(({ question }) => question.linkId)).to.deep.equal([
      'heard',
      'understood',
      'could-say',
      'respected',
    ]);
    expect(items.map(({ mine, theirs }) => [mine.state, theirs.state])).to.deep.equal([
      ['unanswered', 'unanswered'],
      ['unanswered', 'unanswered'],
      ['unanswered', 'unanswered'],
      ['answered', 'unanswered'],
    ]);
  });
});
