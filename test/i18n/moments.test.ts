import { expect } from '@open-wc/testing';
import { momentIn } from '../../src/i18n/moments.js';

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
