import { expect } from '@open-wc/testing';
import type { Resource } from '../../src/fhir/resource.js';
import { saysTheSame } from '../../src/store/equality.js';
import { examples } from '../suites/examples.js';

const make = (type: string, changes: object = {}): Resource =>
  examples.find((example) => example.type === type)!.make(1, changes);

const same = (type: string, one: object, other: object): boolean => {
  const result = saysTheSame(make(type, one), make(type, other));
  expect(saysTheSame(make(type, other), make(type, one)), 'the other way round').to.equal(result);
  return result;
};

describe('whether two resources say the same', () => {
  for (const { type, make: of, changes, added } of examples) {
    it(`${type}: not where something was said, but whatever a server adds`, () => {
      const meta = { versionId: '7', lastUpdated: '2026-11-23T10:00:00Z' };
      const text = { status: 'generated', div: '<div>Words</div>' };
      const keys = Object.entries(of(1, { ...added, id: 'x', meta, text })).reverse();
      expect(saysTheSame(of(), Object.fromEntries(keys) as unknown as Resource)).to.equal(true);
      for (const change of changes) expect(saysTheSame(of(), of(1, change))).to.equal(false);
      expect(saysTheSame(of(1), of(2)), 'of another person').to.equal(false);
    });
  }

  it('looks at every list in its order, and at what is missing', () => {
    const notes = (...texts: string[]) => ({ note: texts.map((text) => ({ text })) });
    expect(same('Goal', notes('a', 'b'), notes('a', 'b'))).to.equal(true);
    expect(same('Goal', notes('a', 'b'), notes('b', 'a'))).to.equal(false);
    expect(same('Goal', notes('a', 'b'), notes('a'))).to.equal(false);
    expect(same('Goal', notes('a'), {})).to.equal(false);
    expect(same('Goal', { note: undefined }, {})).to.equal(true);
    expect(same('Goal', notes('0'), { note: [{ text: 0 }] })).to.equal(false);
  });

  it('does not look at what a server may set in another type', () => {
    expect(same('Goal', { issued: 'a' }, { issued: 'b' })).to.equal(false);
    expect(same('Communication', { authored: 'a' }, {})).to.equal(false);
  });

  it('compares instants, not how they are written', () => {
    const at = (effectiveDateTime: string) => ({ effectiveDateTime });
    expect(same('Observation', at('2026-11-23T10:00:00Z'), at('2026-11-23T11:00:00.000+01:00'))).to.equal(
      true,
    );
    expect(same('Observation', at('2026-11-23T10:00:00Z'), at('2026-11-23T10:00:01Z'))).to.equal(false);
    expect(same('Observation', at('2026-11-23'), at('2026-11'))).to.equal(false);
  });

  describe('of references', () => {
    const focus = (reference: object) => ({ focus: [reference] });
    const identifier = { system: 'https://example.org', value: 'a' };
    const isSame = (one: object, other: object) => same('Observation', focus(one), focus(other));

    it('takes the identifier or the address', () => {
      expect(isSame({ identifier }, { identifier, reference: 'Goal/1', type: 'Goal' })).to.equal(true);
      expect(isSame({ reference: 'Goal/1' }, { reference: 'Goal/1', display: 'Walk' })).to.equal(true);
      expect(isSame({ reference: 'Goal/1' }, { reference: 'Goal/1/_history/2' })).to.equal(true);
      expect(isSame({ reference: 'Goal/1' }, { reference: 'Goal/2' })).to.equal(false);
      expect(isSame({ identifier }, { identifier: { ...identifier, value: 'b' } })).to.equal(false);
      expect(isSame({ identifier }, { reference: 'Goal/1' })).to.equal(false);
      expect(isSame({ display: 'Walk' }, { display: 'Run' }), 'only words').to.equal(false);
    });

    it('tells versions apart where a Provenance names them, unless a server took them away', () => {
      const target = (reference: string) => ({ target: [{ reference, type: 'Goal', identifier }] });
      const isSameTarget = (one: string, other: string) => same('Provenance', target(one), target(other));
      expect(isSameTarget('Goal/1/_history/1', 'Goal/1/_history/1')).to.equal(true);
      expect(isSameTarget('Goal/1/_history/1', 'Goal/1/_history/2')).to.equal(false);
      expect(isSameTarget('Goal/1/_history/1', 'Goal/1')).to.equal(true);
    });
  });

  it('bears holes and wrong types', () => {
    for (const odd of [{ extension: [null] }, { extension: {} }, { note: 'x' }, { subject: [null] }]) {
      expect(same('Goal', odd, odd)).to.equal(true);
      expect(same('Goal', odd, {})).to.equal(false);
    }
  });
});
