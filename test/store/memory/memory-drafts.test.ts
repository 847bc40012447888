import { expect } from '@open-wc/testing';
import { createMemoryDrafts } from '../../../src/store/memory/memory-drafts.js';
import { draftContract } from '../../suites/drafts.js';

describe('drafts on the page', () => {
  draftContract(createMemoryDrafts);

  it('say how long they last', () => {
    expect(createMemoryDrafts().lasts).to.equal('page');
  });
});
