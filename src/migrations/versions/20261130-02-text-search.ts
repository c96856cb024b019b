import { Migration } from '@mikro-orm/migrations';

/**
 * Defines how searches compare texts and how lists sort them. Generated columns and indexes store the results, so a
 * migration that changes a function here must recompute them.
 */
export class TextSearch extends Migration {
  override up(): void {
    this.addSql(naturalOrder);
    this.addSql(textFolding);
  }
}

/** Characters that people use interchangeably. UTS #39 has longer lists, of deceptive ones. */
const ALIKE: Record<string, string> = {
  "'": '\u2018\u2019\u201a\u201b\u2039\u203a\u0060\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02cb\u2032\u2035\u05f3',
  '"': '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u05f4',
  '-': '\u2010\u2012\u2013\u2014\u2015\u2043\u2212',
  '/': '\u2044\u2215',
  '~': '\u301c',
  // Sigma at the end of a word.
  σ: 'ς',
  // Arabic and Persian keyboards, as in Lucene's ArabicNormalizer and PersianNormalizer.
  ي: 'ىی',
  ك: 'ک',
  ه: 'ةە',
  // Digits of Arabic, Persian, Devanagari, Bengali and Thai.
  ...Object.fromEntries(
    Array.from('0123456789', (digit, value) => [
      digit,
      String.fromCodePoint(...[0x660, 0x6f0, 0x966, 0x9e6, 0xe50].map((zero) => zero + value)),
    ]),
  ),
};

/**
 * Accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic, and invisible characters. Marks of other
 * scripts stay: vowel signs of Devanagari or Thai, and dots of Japanese letters, change the word.
 */
const MARKS = [
  String.raw`\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`,
  String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7`,
  String.raw`\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed`,
  String.raw`\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff`,
].join('');

/** Spaces, line ends and control characters. NFKD has already converted most spaces. */
const SPACES = String.raw`\u0001-\u0020\u007f-\u00a0\u1680\u2028\u2029`;

const alike = Object.entries(ALIKE).flatMap(([one, others]) => Array.from(others, (other) => ({ one, other })));
const others = alike.map(({ other }) => other).join('');
const ones = alike.map(({ one }) => (one === "'" ? "''" : one)).join('');

/**
 * The Unicode Collation Algorithm: letters first, then accents, then case; numbers sort by value. Deterministic, so `=`
 * still compares bytes. Needs a PostgreSQL with ICU.
 */
const naturalOrder = `
  create collation natural_order (provider = icu, locale = 'und-u-kn-true');`;

const textFolding = `
  create extension if not exists pg_trgm;
  create extension if not exists unaccent with schema public;

  -- Maps all spellings of a text to one: NFKD, no case, no marks, no invisible characters, single spaces, and unaccent for letters
  -- without a decomposition (ß, ø, ł, æ, đ, ı). Folding twice changes nothing.
  -- PL/pgSQL, because an SQL function that PostgreSQL cannot inline takes several times as long.
  create function fold_text(value text) returns text language plpgsql immutable strict parallel safe as $$
  begin
    if value !~ '[^ -_a-~]|  |^ | $' then
      return lower(value collate "C"); -- plain ASCII, which the rest would not change either
    end if;
    -- Before NFKD makes a space of the accent, and letters of the signs, which are no part of a name.
    value := translate(value, '´™®©℠', '''');
    value := regexp_replace(lower(normalize(value, NFKD) collate public.natural_order), '[${MARKS}]+', '', 'g');
    if value ~ '[${others}]' then
      value := translate(value, '${others}', '${ones}');
    end if;
    if value ~ '[^ -~]' then
      value := normalize(lower(public.unaccent('public.unaccent', value) collate public.natural_order), NFC);
    end if;
    return btrim(regexp_replace(value, '[${SPACES}]+', ' ', 'g'));
  end $$;

  -- Makes Muller of Mueller. As in Lucene's GermanNormalizationFilter, ue stays after a vowel and after q.
  create function fold_umlauts(folded text) returns text language sql immutable strict parallel safe
  return regexp_replace(folded, '([ao])e|(?<![aeiouyq])(u)e|(a)a', '\\1\\2\\3', 'g');

  -- The folded text, and below it the same with umlauts written the other way, if it has any. So Müller and Muller find Mueller,
  -- also in part, and Mueller finds Müller.
  create function search_text(value text) returns text language plpgsql immutable strict parallel safe as $$
  declare
    folded text := public.fold_text(value);
    short text := public.fold_umlauts(folded);
    written text;
    variants text := folded;
  begin
    if value ~ '[äöüåøÄÖÜÅØ\\u0308\\u030a]' then
      written := regexp_replace(normalize(value, NFD), '([aouAOU])\\u0308', '\\1e', 'g');
      written := regexp_replace(regexp_replace(written, '([aA])\\u030a', '\\1a', 'g'), '[øØ]', 'oe', 'g');
      variants := variants || e'\\n' || public.fold_text(written);
    end if;
    return case when short = folded then variants else variants || e'\\n' || short end;
  end $$;`;
