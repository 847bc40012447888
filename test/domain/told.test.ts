import { expect } from '@open-wc/testing';
import { maySee, NOBODY, readAudience, toldBy, toldOfBoth } from '../../src/domain/told.js';

describe('who may see what a person was told of', () => {
  const table: readonly (readonly [told: string, therapist: boolean, supervisor: boolean])[] = [
    ['', true, true],
    ['therapist', true, false],
    ['team', true, false],
    ['supervisor', false, true],
    ['therapist team', true, false],
    ['therapist supervisor', true, true],
    ['team supervisor', true, true],
    ['therapist team supervisor', true, true],
    [NOBODY, false, false],
    ['researcher', false, false],
    ['researcher therapist', true, false],
  ];
  for (const [told, therapist, supervisor] of table) {
    it(`told "${told}"`, () => {
      const tokens = told.split(' ').filter((token) => token !== '');
      expect(maySee('therapist', tokens)).to.equal(therapist);
      expect(maySee('supervisor', tokens)).to.equal(supervisor);
      expect(maySee('client', tokens), 'the person').to.equal(true);
      expect(maySee(undefined, tokens), 'a widget that stands alone').to.equal(true);
      expect(maySee('somebody else', tokens), 'an unknown viewer').to.equal(tokens.length === 0);
    });
  }
});

describe('what a new version tells', () => {
  it('is what the page of the person tells', () => {
    for (const viewer of [undefined, 'client'])
      expect(toldBy(viewer, ['therapist', 'team'], ['therapist'])).to.deep.equal(['therapist', 'team']);
  });

  it('stays where the page tells nothing, so that nothing is opened to all', () => {
    expect(toldBy('client', [], ['therapist'])).to.deep.equal(['therapist']);
  });

  it('stays where somebody else writes', () => {
    for (const viewer of ['therapist', 'supervisor', 'somebody else']) {
      expect(toldBy(viewer, ['supervisor'], ['therapist'])).to.deep.equal(['therapist']);
      expect(toldBy(viewer, ['supervisor'], [])).to.deep.equal([]);
    }
  });

  it('keeps tokens of other systems', () => {
    expect(toldBy('client', ['team'], ['therapist', 'researcher'])).to.deep.equal(['team', 'researcher']);
  });

  it('names people again after it named nobody', () => {
    expect(toldBy('client', ['team'], [NOBODY])).to.deep.equal(['team']);
  });
});

describe('what holds for two versions that come together', () => {
  const table: readonly (readonly [one: string[], other: string[], both: string[]])[] = [
    [['therapist', 'team'], ['therapist'], ['therapist']],
    [
      ['therapist', 'supervisor'],
      ['team', 'supervisor'],
      ['therapist', 'supervisor'],
    ],
    [['team'], ['therapist'], ['therapist']],
    [['therapist'], ['supervisor'], [NOBODY]],
    [[NOBODY], ['therapist'], [NOBODY]],
    [['researcher', 'team'], ['researcher'], ['researcher']],
    [[], ['therapist'], ['therapist']],
    [[], [], []],
  ];
  for (const [one, other, both] of table) {
    it(`"${one.join(' ')}" and "${other.join(' ')}"`, () => {
      expect([...toldOfBoth(one, other)].sort()).to.deep.equal([...both].sort());
      expect([...toldOfBoth(other, one)].sort()).to.deep.equal([...both].sort());
    });
  }
});

describe('the attribute', () => {
  it('is read in any order and spacing, and what is no token is told', () => {
    expect(readAudience('  team\ntherapist  Team researcher ')).to.deep.equal({
      told: ['therapist', 'team'],
      unknown: ['Team', 'researcher'],
    });
    expect(readAudience('')).to.deep.equal({ told: [], unknown: [] });
  });
});
