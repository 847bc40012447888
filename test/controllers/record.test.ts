import { answered } from '../../src/domain/answers/answer.js';
import { builtInInstruments } from '../../src/domain/instrument/built-in/built-in.js';
import { labelWithKeyWords } from '../../src/domain/instrument/question.js';
import { responseKind } from '../../src/controllers/kinds/response.js';
import { note, noteKind } from '../suites/note-kind.js';
import { childrenOf, plan, planKind } from '../suites/plan-kind.js';
import { recordContract } from '../suites/record.js';

const instrument = builtInInstruments.get('session-alliance')!((key) => labelWithKeyWords(key, 'en'));
const degree = (code: string) => answered({ system: 'https://example.org', code });

describe('records', () => {
  recordContract({
    kind: responseKind({ instrument, scaleDirection: 'ltr' }),
    first: new Map([['person', degree('0')]]),
    changed: new Map([['person', degree('3')]]),
    changedElsewhere: new Map([
      ['person', degree('0')],
      ['open', answered('words')],
    ]),
    both: new Map([
      ['person', degree('3')],
      ['open', answered('words')],
    ]),
    contradicted: new Map([['person', degree('4')]]),
    derives: ['Observation', 'Provenance'],
  });

  recordContract({
    kind: noteKind,
    first: note('one', 'mine'),
    changed: note('one', 'ours'),
    changedElsewhere: note('two', 'mine'),
    both: note('two', 'ours'),
    contradicted: note('one', 'theirs'),
  });

  recordContract({
    kind: planKind,
    first: plan('walk'),
    changed: plan('walk to the shop'),
    changedElsewhere: plan('walk', '2026-12-01'),
    both: plan('walk to the shop', '2026-12-01'),
    contradicted: plan('run'),
    also: childrenOf,
    derives: ['Provenance'],
  });
});
