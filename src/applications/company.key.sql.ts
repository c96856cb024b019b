import { LEGAL_FORMS } from './legal.forms.ts';

const { after, before, joined } = LEGAL_FORMS;

/** Signs between words, once folded. Plus and hash stay: C++ is not C. */
const SIGNS = String.raw`\u0001-\u0022\u0024-\u002a\u002c-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u206f\u3000-\u3003\u3008-\u301f\u30fb`;

/**
 * The same for names that may be of one company: folded, without legal forms at either end, signs and spaces. A name that
 * is nothing but a legal form stays as it is. This has landed: a longer list of forms is a new migration with a new index.
 */
export const createCompanyKey = `
  create or replace function company_key(name text) returns text language plpgsql immutable parallel safe as $$
  declare
    words text := btrim(regexp_replace(public.fold_text(name), '[${SIGNS}]+', ' ', 'g'));
  begin
    words := regexp_replace(words, '(?: (?:${after}))+$', '');
    words := regexp_replace(words, '^(?:(?:${before}) )+', '');
    if words ~ '[^ -~]' then
      words := regexp_replace(words, '(.)(?: ?(?:${joined})| (?:${after}))+$', '\\1');
      words := regexp_replace(words, '^(?:(?:${joined}) ?|(?:${before}) )+(.)', '\\1');
    end if;
    return public.fold_umlauts(replace(words, ' ', ''));
  end $$;`;
