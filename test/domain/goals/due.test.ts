import { expect } from '@open-wc/testing';
import { dueOptions } from '../../../src/domain/goals/due.js';

describe('dates that a person can choose from', () => {
  const table: readonly (readonly [today: string, twoWeeks: string, why: string])[] = [
    ['2026-11-12', '2026-11-26', 'in the same month'],
    ['2026-04-16', '2026-04-30', 'on its last day'],
    ['2026-04-17', '2026-05-01', 'over the end of a month of 30 days'],
    ['2026-08-31', '2026-09-14', 'from the last day of a month of 31 days'],
    ['2026-12-17', '2026-12-31', 'on the last day of the year'],
    ['2026-12-18', '2027-01-01', 'over the end of the year'],
    ['2026-02-14', '2026-02-28', 'on the last day of February'],
    ['2026-02-15', '2026-03-01', 'over the end of February'],
    ['2028-02-15', '2028-02-29', 'on a leap day'],
    ['2028-02-16', '2028-03-01', 'over a leap day'],
    ['2028-02-29', '2028-03-14', 'from a leap day'],
    ['2000-02-15', '2000-02-29', 'a year that 400 divides has a leap day'],
    ['2100-02-15', '2100-03-01', 'another that 100 divides has none'],
  ];
  for (const [today, twoWeeks, why] of table)
    it(`two weeks after ${today}: ${why}`, () => {
      expect(dueOptions(today)[0]).to.deep.equal({ key: 'two-weeks', due: twoWeeks });
    });

  it('two weeks are fourteen days, on every day of eight years', () => {
    for (let day = Date.UTC(2023, 0, 1); day < Date.UTC(2031, 0, 1); day += 86_400_000) {
      const [today, later] = [day, day + 14 * 86_400_000].map((ms) =>
        new Date(ms).toISOString().slice(0, 10),
      );
      expect(dueOptions(today!)[0]?.due, today).to.equal(later);
    }
  });

  it('what is farther is told to the month, also over the end of the year', () => {
    const months = (today: string) =>
      dueOptions(today)
        .slice(1)
        .map(({ key, due }) => `${key} ${due}`);
    expect(months('2026-01-31')).to.deep.equal([
      ...['month 2026-02', 'three-months 2026-04', 'half-year 2026-07'],
    ]);
    expect(months('2026-12-01')).to.deep.equal([
      ...['month 2027-01', 'three-months 2027-03', 'half-year 2027-06'],
    ]);
    expect(months('2026-09-30')).to.deep.equal([
      ...['month 2026-10', 'three-months 2026-12', 'half-year 2027-03'],
    ]);
  });
});
