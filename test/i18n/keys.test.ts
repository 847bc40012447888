import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { LocalizeController } from '../../src/controllers/widget/localize.js';
import { vocabulary, type KeyOf } from '../../src/i18n/vocabulary.js';
import { waitingKey, type CommonKey } from '../../src/i18n/words/common.js';
import { ratingWords, type RatingKey } from '../../src/i18n/words/rating.js';

const noteWords = vocabulary(
  'note',
  { title: 'Note', left_one: '{{count}} left', left_other: '{{count}} left', send: { now: 'Now' } },
  {},
);
type NoteKey = KeyOf<typeof noteWords>;

/** Never run: what does not compile here, or compiles and should not, fails the check of types. */
export function compiles(
  ofRating: LocalizeController<RatingKey>,
  ofNote: LocalizeController<NoteKey>,
  host: LitElement,
): void {
  const ofBoth = new LocalizeController(host, [ratingWords, noteWords], () => ({
    own: undefined,
    provided: undefined,
  }));
  const keys: readonly NoteKey[] = ['note.title', 'note.left', 'note.send.now'];
  for (const key of keys) ofNote.word(key);
  ofNote.word('common.step.next');
  // @ts-expect-error: a key of another widget
  ofNote.word('rating.send.change');
  // @ts-expect-error: no key at all
  ofNote.word('note.titel');
  // @ts-expect-error: a plural is named by its stem
  ofNote.text('note.left_one');
  // @ts-expect-error: a group is no word
  ofNote.phrase('note.send');
  // @ts-expect-error: no key of what every widget says
  ofRating.word('common.step.nex');

  // What draws for every widget knows their common words alone, and takes the words of each
  const forAll = (localize: LocalizeController): string => localize.word('common.step.next');
  const forRating = (localize: LocalizeController<RatingKey>): string => localize.word('rating.send.change');
  forAll(ofRating);
  forAll(ofNote);
  forRating(ofBoth);
  // @ts-expect-error: it lacks the words of the rating
  forRating(ofNote);
  // @ts-expect-error: a part for every widget says nothing of the rating
  ((localize: LocalizeController): string => localize.word('rating.send.change'))(ofRating);
}

describe('the words for what waits', () => {
  const cases: readonly (readonly [type: string, key: CommonKey])[] = [
    ['QuestionnaireResponse', 'common.waiting.QuestionnaireResponse'],
    ['Communication', 'common.waiting.anything'],
    ['anything', 'common.waiting.anything'],
    ['toString', 'common.waiting.anything'],
  ];
  for (const [type, key] of cases) {
    it(`are found for ${type}`, () => expect(waitingKey(type)).to.equal(key));
  }
});
