import { expect } from '@open-wc/testing';
import { answered } from '../../../src/domain/answers/answer.js';
import type { Answer } from '../../../src/domain/answers/answer.js';
import type { QuestionnaireResponse, QuestionnaireResponseItem } from '../../../src/fhir/resource.js';
import { readAnswersOf } from '../../../src/fhir/response/response-reader.js';
import { writeResponse } from '../../../src/fhir/response/response-writer.js';
import { deepFreeze, details, readItems } from '../build.js';

/*
 * Responses of systems that put the items elsewhere than their Questionnaire has them, or ask what cannot be asked here.
 */

type Items = readonly QuestionnaireResponseItem[];

/** The items of a loaded response after somebody has given some answers. */
function amended(asked: readonly object[], item: Items, given: Readonly<Record<string, Answer>>): Items {
  const { instrument } = readItems(...asked);
  const base = deepFreeze<QuestionnaireResponse>({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: [...item],
  });
  const answers = new Map([...readAnswersOf(base), ...Object.entries(given)]);
  return writeResponse(instrument, answers, details, base).item ?? [];
}

const count = (valueInteger: number): QuestionnaireResponseItem => ({
  linkId: 'n',
  answer: [{ valueInteger }],
});
const asked = { linkId: 'n', type: 'integer' };
const why = { linkId: 'why', answer: [{ valueString: 'theirs' }] };

describe('an item that another system put elsewhere', () => {
  it('is written in its own place, with what was said about it', () => {
    const extension = [{ url: 'https://example.org/note', valueString: 'theirs' }];
    const group = { linkId: 'g', type: 'group', item: [asked] };
    expect(amended([group], [{ ...count(1), extension }], { n: answered(9) })).to.deep.equal([
      { linkId: 'g', item: [{ ...count(9), extension }] },
    ]);
  });

  it('stands once where it stood beside an answer instead of under it', () => {
    const question = { linkId: 'q', type: 'boolean', item: [asked] };
    const stored = { linkId: 'q', answer: [{ valueBoolean: true }], item: [count(1), why] };
    expect(amended([question], [stored], { n: answered(9) })).to.deep.equal([
      { linkId: 'q', answer: [{ valueBoolean: true, item: [count(9)] }], item: [why] },
    ]);
  });

  it('comes out of a group that is not in the Questionnaire, and leaves that with what is not ours', () => {
    const wrapped = { linkId: 'theirs', item: [count(1), why] };
    expect(amended([asked], [wrapped], { n: answered(9) })).to.deep.equal([
      count(9),
      { linkId: 'theirs', item: [why] },
    ]);
  });

  it('leaves further rounds of a group as they are', () => {
    const group = { linkId: 'g', type: 'group', repeats: true, item: [asked] };
    const rounds = [1, 2, 3].map((value) => ({ linkId: 'g', item: [count(value)] }));
    expect(amended([group], rounds, { n: answered(9) })).to.deep.equal([
      { linkId: 'g', item: [count(9)] },
      ...rounds.slice(1),
    ]);
  });
});

describe('an answer to what is asked only after something that cannot be asked here', () => {
  const file = { linkId: 'file', type: 'attachment' };
  const stored = [{ linkId: 'file', answer: [{ valueAttachment: { title: 'photo' } }] }, count(1)];
  const other = { linkId: 'o', type: 'string' };
  const hanging = {
    ...asked,
    enableWhen: [{ question: 'file', operator: 'exists', answerBoolean: true }],
  };

  it('stays as it stood', () => {
    expect(amended([file, hanging, other], stored, { o: answered('x') })).to.deep.equal([
      ...stored,
      { linkId: 'o', answer: [{ valueString: 'x' }] },
    ]);
  });

  it('goes where another condition forbids it all the same', () => {
    const both = {
      ...hanging,
      enableBehavior: 'all',
      enableWhen: [...hanging.enableWhen, { question: 'o', operator: '=', answerString: 'yes' }],
    };
    const linkIds = amended([file, both, other], stored, { o: answered('no') }).map(({ linkId }) => linkId);
    expect(linkIds).to.deep.equal(['file', 'o']);
  });
});
