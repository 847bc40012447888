/** Languages that may be read in place of another, best first; the rest of the aliases are known to `Intl`. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  no: ['nb'],
  nb: ['no'],
  nn: ['nb', 'no'],
  yue: ['zh'],
  tl: ['fil'],
  iw: ['he'],
};

/** A locale for a tag as hosts write them (`en_US`, `''`, `pt-br`); undefined where it cannot be read. */
export function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/**
 * The tag as BCP 47 writes it.
 * @throws RangeError when it is none
 */
export function requireTag(language: string, caller: string): string {
  const locale = localeOf(language);
  if (!locale) {
    throw new RangeError(
      `${caller}: "${language}" is not a language tag. Use a BCP 47 tag such as "cy" or "pt-BR".`,
    );
  }
  return locale.toString();
}

/** The best of `available` for one wanted tag; undefined where there is none in the same language and script. */
export function negotiate(wanted: string, available: Iterable<string>): string | undefined {
  const tags = [...available];
  const locale = localeOf(wanted);
  if (!locale) return undefined;
  const { script, region } = locale.maximize();
  const candidates = [
    locale,
    ...(aliases[locale.language] ?? []).map(
      (alias) => new Intl.Locale([alias, script, region].filter(Boolean).join('-')),
    ),
  ];
  for (const candidate of candidates) {
    const exact = tags.find((tag) => localeOf(tag)?.toString() === candidate.toString());
    if (exact !== undefined) return exact;
    const { language } = candidate.maximize();
    const sameLanguage = tags.filter((tag) => {
      const other = localeOf(tag)?.maximize();
      return other?.language === language && other.script === script;
    });
    const sameRegion = sameLanguage.find((tag) => localeOf(tag)?.region === region);
    const general = sameLanguage.find((tag) => localeOf(tag)?.region === undefined);
    const found = sameRegion ?? general ?? sameLanguage[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
