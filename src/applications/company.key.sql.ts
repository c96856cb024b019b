import { LEGAL_FORMS } from './legal.forms.ts';

const { after, before, joined } = LEGAL_FORMS;

/** Signs between words, once folded. Plus and hash stay: C++ is not C. */
const SIGNS = String.raw`\u0001-\u0022\u0024-\u002a\u002c-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u206f\u3000-\u3003\u3008-\u301f\u30fb`;

/** A form has at most so many words if it is written with dots: S.E.L.A.R.L. */
const WORDS = 6;

const arrayOf = (forms: readonly string[]): string => `array[${forms.map((form) => `'${form}'`).join()}]`;

/**
 * The same for names that may be of one company: folded, without legal forms at either end, signs and spaces. A name that
 * is nothing but a legal form stays as it is. This has landed: a longer list of forms is a new migration with a new index.
 *
 * Words are looked up in arrays, which PostgreSQL hashes: one regular expression of all forms takes ten times as long.
 */
export const createCompanyKey = `
  create or replace function company_key(name text) returns text language plpgsql immutable parallel safe as $$
  declare
    folded text := btrim(regexp_replace(public.fold_text(name), '[${SIGNS}]+', ' ', 'g'));
    words text[];
    size int;
    was int;
  begin
    if folded ~ '[^ -~]' then
      folded := regexp_replace(folded, '(.)(?: ?(?:${joined.join('|')}))+$', '\\1');
      folded := regexp_replace(folded, '^(?:(?:${joined.join('|')}) ?)+(.)', '\\1');
    end if;
    words := string_to_array(folded, ' ');
    loop
      size := cardinality(words);
      was := size;
      for count in reverse least(${WORDS}, size - 1) .. 1 loop
        if array_to_string(words[size - count + 1:], '') = any (${arrayOf(after)}) then
          words := words[:size - count];
          exit;
        elsif array_to_string(words[:count], '') = any (${arrayOf(before)}) then
          words := words[count + 1:];
          exit;
        end if;
      end loop;
      exit when cardinality(words) = was;
    end loop;
    return public.fold_umlauts(array_to_string(words, ''));
  end $$;`;
