/** The characters of one locale for digits 0–9, the decimal sign and the sign between groups. */
function signsOf(locale: string, numberingSystem?: string): { digits: readonly string[]; group: string } {
  const format = new Intl.NumberFormat(locale, { ...(numberingSystem && { numberingSystem }) });
  const digits = [...Array(10).keys()].map((digit) => format.format(digit));
  const group = format.formatToParts(1_234_567).find(({ type }) => type === 'group')?.value ?? '';
  return { digits, group };
}

/** Digits of the locale and of both Arabic rows become 0–9. */
function withPlainDigits(text: string, locale: string): string {
  const rows = [signsOf(locale).digits, signsOf(locale, 'arab').digits, signsOf(locale, 'arabext').digits];
  return Array.from(text)
    .map((character) => {
      const digit = rows.map((row) => row.indexOf(character)).find((index) => index >= 0);
      return digit === undefined ? character : String(digit);
    })
    .join('');
}

const DECIMAL_SIGNS = '.,٫';

/**
 * Reads a number as people write it, in the digits and with the signs of their language.
 * A single sign before exactly three digits groups thousands where the locale groups with it; otherwise any decimal
 * sign is one, since people carry the habit of one language into another.
 * @returns undefined for what is no number; "1e5", "0x10" and half a number are none
 */
export function parseNumber(text: string, locale: string): number | undefined {
  const { group } = signsOf(locale);
  const plain = withPlainDigits(text.trim(), locale)
    .replace(/[\s\u00a0\u202f\u200e\u200f\u061c]/g, '')
    .replace('−', '-');
  const grouped = new RegExp(`^[+-]?\\d{1,3}([${escaped(group)}٬]\\d{3})+(?=$|[${DECIMAL_SIGNS}])`);
  const ungrouped = grouped.test(plain) ? plain.replaceAll(group || '٬', '').replaceAll('٬', '') : plain;
  const [, whole, part] = new RegExp(`^([+-]?\\d+)(?:[${DECIMAL_SIGNS}](\\d+))?$`).exec(ungrouped) ?? [];
  return whole === undefined ? undefined : Number(part === undefined ? whole : `${whole}.${part}`);
}

const escaped = (sign: string): string => (sign.trim() === '' ? '' : `\\${sign}`);
