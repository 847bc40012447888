import { expect } from '@open-wc/testing';
import { dayIn, instantIn, momentIn } from '../../src/i18n/moments.js';

/** Without the marks that engines put between hour and "AM", and between words of two directions. */
const plain = (words: string): string => words.replace(/[\u200e\u200f]/g, '').replace(/\s/g, ' ');
const at = (locale: string, instant: string, now: string, zone: string): string =>
  plain(momentIn(locale, new Date(instant), new Date(now), zone));

describe('a time that a person reads', () => {
  const [instant, soon, later] = ['2026-11-24T10:30:00Z', '2026-11-24T11:00:00Z', '2026-11-25T11:00:00Z'];

  for (const [locale, time, year, month] of [
    ['en', '10:30 AM', '2026', 'November 24'],
    ['en-GB', '10:30', '2026', '24 November'],
    ['es', '10:30', '2026', '24 de noviembre'],
    ['ar-EG', '١٠:٣٠ ص', '٢٠٢٦', '٢٤ نوفمبر'],
  ] as const) {
    it(`of today has no date, of another day has one, in "${locale}"`, () => {
      expect(at(locale, instant, soon, 'UTC')).to.equal(time);
      expect(at(locale, instant, later, 'UTC'))
        .to.contain(time)
        .and.to.contain(month)
        .and.to.contain(year);
    });
  }

  it('is of the day that it was where the person is', () => {
    // Seen at 11:00 UTC: in Kiritimati a day has begun since, in Honolulu it is the same night still
    expect(at('en', '2026-11-24T09:30:00Z', '2026-11-24T11:00:00Z', 'Pacific/Kiritimati')).to.contain('24');
    expect(at('en', '2026-11-24T10:30:00Z', '2026-11-24T11:00:00Z', 'Pacific/Kiritimati')).to.equal(
      '12:30 AM',
    );
    expect(at('en', '2026-11-23T23:30:00Z', '2026-11-24T09:00:00Z', 'Pacific/Honolulu')).to.equal('1:30 PM');
    expect(at('en', '2026-11-23T23:30:00Z', '2026-11-24T09:00:00Z', 'UTC')).to.contain('November 23');
  });

  it('is not of today on the same day of another month or year', () => {
    for (const now of ['2026-12-24T11:00:00Z', '2027-11-24T11:00:00Z'])
      expect(at('en', instant, now, 'UTC')).to.contain('November 24, 2026');
  });
});

describe('what is written as a time', () => {
  for (const [text, instant] of [
    ['2026-11-25T10:00:00Z', '2026-11-25T10:00:00.000Z'],
    ['2026-11-25T10:00:00.5+02:00', '2026-11-25T08:00:00.500Z'],
    ['2026-11-25T10:00Z', '2026-11-25T10:00:00.000Z'],
    // A leap second, which no engine reads, is the second before it
    ['2026-06-30T23:59:60Z', '2026-06-30T23:59:59.000Z'],
    ['2026-07-01T01:59:60.250+02:00', '2026-06-30T23:59:59.250Z'],
  ] as const)
    it(`is an instant: ${text}`, () => {
      expect(instantIn(text)?.toISOString()).to.equal(instant);
    });

  for (const text of ['2026', '2026-11', '2026-11-25'])
    it(`is a day and no instant: ${text}`, () => {
      expect(instantIn(text)).to.equal(undefined);
      expect(dayIn('en', text, new Date('2027-01-01T12:00:00Z'))).to.contain('2026');
    });

  // 30 February is read as 2 March by some engines, and "1" as a year by others
  for (const text of [
    ...['25.11.2026', '11/25/2026', 'yesterday', 'Nov 25, 2026', '2026-02-30', '2026-02-30T10:00:00Z'],
    ...['2026-13-45', '2026-11-25 10:00', '2026-11-25T25:00:00Z', '2026-11-25T', '2026-11-25Tnoon'],
    ...['1', '20261125', '+002026-11-25', '2026-1-1', '', null, undefined, {}, [], 5, NaN],
  ])
    it(`is no time: ${JSON.stringify(text)}`, () => {
      expect(instantIn(text)).to.equal(undefined);
      expect(dayIn('en', text, new Date())).to.equal('');
    });
});
