import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { answeredAt } from '../../src/domain/answered-at.js';
import { inTime } from '../../src/domain/time.js';

const order = (one: string | undefined, other: string | undefined) => inTime({ at: one }, { at: other });

/** The same moment as a clock shows it so many minutes east of Greenwich. */
function inZone(ms: number, east: number): string {
  const minutes = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60];
  const zone = minutes.map((part) => String(part).padStart(2, '0')).join(':');
  const shown = new Date(ms + east * 60_000).toISOString().slice(0, -1);
  return `${shown}${east < 0 ? '-' : '+'}${zone}`;
}

describe('the order of time', () => {
  it('goes by the moment, in whatever zone it is written', () => {
    const moment = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2150, 0) });
    const zone = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(moment, fc.oneof(moment, fc.integer({ min: -5, max: 5 })), zone, zone, (ms, by, a, b) => {
        const later = Math.abs(by) <= 5 ? ms + by : by;
        expect(order(inZone(ms, a), inZone(later, b))).to.equal(Math.sign(ms - later));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not that of the letters: parts of a second, zones, and dates without a time', () => {
    const rising = [
      ...['2025', '2026-01-01T00:00:00+00:01', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.500Z'],
      ...['2026-01-01T00:30:00-01:00', '2026-01-01T12:00Z', '2026-02', '2026-02-28', '2026-03-01'],
    ];
    for (const [index, at] of rising.entries())
      for (const [other, then] of rising.entries())
        expect(order(at, then), `${at}, ${then}`).to.equal(Math.sign(index - other));
    expect(order('2026', '2026-01-01T00:00:00Z')).to.equal(0);
  });

  it('begins with what tells no time, and leaves what is of the same time as it was', () => {
    for (const unknown of [undefined, '', 'yesterday']) {
      expect(order(unknown, '1900')).to.equal(-1);
      expect(order('1900', unknown)).to.equal(1);
      expect(order(unknown, undefined)).to.equal(0);
    }
  });
});

describe('when an answer is given', () => {
  const cases: readonly (readonly [
    at: string,
    answered: readonly (string | undefined)[],
    expected: string,
  ])[] = [
    ['2026-01-02T10:00:00.000Z', [], '2026-01-02T10:00:00.000Z'],
    ['2026-01-02T10:00:00.000Z', [undefined, '2026-01-02T09:00:00Z'], '2026-01-02T10:00:00.000Z'],
    // The other device is fast
    ['2026-01-02T10:00:00.000Z', ['2026-01-02T11:00:00Z'], '2026-01-02T11:00:00.001Z'],
    ['2026-01-02T10:00:00.000Z', ['2026-01-02T10:00:00.000Z'], '2026-01-02T10:00:00.001Z'],
    ['2026-01-02T10:00:00.000Z', ['2026-01-02T12:30:00.5+02:00'], '2026-01-02T12:30:00.501+02:00'],
    ['2026-01-02T10:00:00.000Z', ['2026-01-02T10:59:59.999Z'], '2026-01-02T11:00:00.000Z'],
    ['2026-01-02T10:00:00.000Z', ['2026-01-02T23:59:59.999Z'], '2026-01-02T23:59:59.9991Z'],
    ['2026-01-02T10:00:00.000Z', ['2026-01-03'], '2026-01-03'],
  ];
  for (const [at, answered, expected] of cases)
    it(`${at} after ${answered.join(', ') || 'nothing'}: ${expected}`, () => {
      expect(
        answeredAt(
          at,
          answered.map((one) => ({ at: one })),
        ),
      ).to.equal(expected);
    });

  it('comes after all that it answers, however often', () => {
    const instants = fc
      .integer({ min: 0, max: 5000 })
      .map((milliseconds) => new Date(Date.parse('2026-01-02T10:00:00Z') + milliseconds).toISOString());
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 12 }), (clocks) => {
        const said: { at: string }[] = [];
        for (const at of clocks) said.push({ at: answeredAt(at, said) });
        for (const [index, one] of said.slice(1).entries()) expect(inTime(said[index]!, one)).to.equal(-1);
      }),
    );
  });
});
