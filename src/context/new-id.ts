/** How many hexadecimal digits stand between the hyphens of a UUID. */
const GROUPS = [8, 4, 4, 4, 12];

/**
 * A random UUID (RFC 9562, version 4), and the one place where ids are made: `crypto.randomUUID` is missing on pages that
 * are served over plain http, random numbers are not.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const marked = Array.from(bytes, (byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40; // the version
    return index === 8 ? (byte & 0x3f) | 0x80 : byte; // the variant
  });
  const digits = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  let from = 0;
  return GROUPS.map((length) => digits.slice(from, (from += length))).join('-');
}
