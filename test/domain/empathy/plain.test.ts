import { expect } from '@open-wc/testing';
import { plainMoment } from '../../../src/domain/empathy/plain.js';
import { confirmedAt, minute, missed, readAt, replyAt, sharedAs } from './build.js';

describe('a moment as a page reads it', () => {
  it('leaves out what is not known, and says "unknown" where nobody said what it was about', () => {
    expect(plainMoment(sharedAs([], { kind: 'understood', visibility: 'now' }))).to.deep.equal({
      ...{ id: 'm1', kind: 'understood', about: 'unknown', showAt: 'now', state: 'sent', thread: [] },
    });
  });

  it('has its thread in order, without FHIR', () => {
    const help = { kind: 'own', words: 'A chair' } as const;
    const thread = [readAt(1), replyAt(2), { ...confirmedAt(3, 'not-yet'), words: 'Still fast' }];
    expect(plainMoment(sharedAs(thread, { ...missed, help, visibility: 'next' }))).to.deep.equal({
      ...{
        id: 'm1',
        kind: 'missed',
        about: 'pace',
        words: 'Too fast',
        help,
        showAt: 'next',
        state: 'not-yet',
      },
      thread: [
        { by: 'therapist', at: minute(1), kind: 'read' },
        { by: 'therapist', at: minute(2), kind: 'reply', words: 'Thank you' },
        { by: 'client', at: minute(3), kind: 'confirmation', outcome: 'not-yet', words: 'Still fast' },
      ],
    });
  });

  it('is the page’s own: what it does with it changes no moment', () => {
    const shared = sharedAs([replyAt(1)], { ...missed, help: { kind: 'ask' } });
    const plain = plainMoment(shared);
    (plain.thread as unknown[]).pop();
    Object.assign(plain.help!, { kind: 'leave' });
    expect([shared.thread.length, shared.moment.help?.kind]).to.deep.equal([1, 'ask']);
  });
});
