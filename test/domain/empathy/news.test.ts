import { expect } from '@open-wc/testing';
import type { SharedMoment } from '../../../src/domain/empathy/moment.js';
import { changesSince } from '../../../src/domain/empathy/news.js';
import { at, confirmedAt, minute, missed, readAt, replyAt, sharedAs, therapist } from './build.js';

const raise = (isDone: boolean) => ({ ...therapist, id: 'r', moment: {}, isDone });
const told = (before: SharedMoment | undefined, now: SharedMoment) =>
  changesSince(before, now).map(({ what, by }) => (by ? `${what} ${by}` : what));

describe('news of a moment', () => {
  it('one that was not there is added, and nothing else is told of it', () => {
    expect(changesSince(undefined, sharedAs([replyAt(1)]))).to.deep.equal([
      { what: 'added', by: 'client', at },
    ]);
  });

  it('what was said since, by whom, in its order', () => {
    const now = sharedAs([readAt(1), replyAt(2), confirmedAt(3, 'not-yet')]);
    expect(told(sharedAs([]), now)).to.deep.equal(['read therapist', 'reply therapist', 'not-yet client']);
    expect(told(sharedAs([readAt(1), replyAt(2)]), now)).to.deep.equal(['not-yet client']);
    expect(changesSince(sharedAs([readAt(1)]), sharedAs([readAt(1), replyAt(2)]))[0]?.at).to.equal(minute(2));
    expect(told(now, now)).to.deep.equal([]);
  });

  it('other words of the moment, or of what was said to it', () => {
    expect(told(sharedAs([]), sharedAs([], { ...missed, words: 'Much too fast' }))).to.deep.equal([
      'changed client',
    ]);
    const reworded = { ...replyAt(1), words: 'Thank you for telling me' };
    expect(told(sharedAs([replyAt(1)]), sharedAs([reworded]))).to.deep.equal(['reply therapist']);
  });

  it('that it will be brought up, and that it was', () => {
    const [before, planned, done] = [undefined, raise(false), raise(true)].map((one) => ({
      ...sharedAs([]),
      raise: one,
    }));
    expect(told(before, planned!)).to.deep.equal(['raised therapist']);
    expect(told(planned, done!)).to.deep.equal(['brought-up']);
    expect(told(done, done!)).to.deep.equal([]);
  });
});
