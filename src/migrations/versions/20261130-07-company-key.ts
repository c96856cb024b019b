import { Migration } from '@mikro-orm/migrations';

/** A key shared by all spellings of a company name. It is indexed, so more legal forms need a migration with a new index. */
export class CompanyKey extends Migration {
  override up(): void {
    this.addSql(companyKey);
  }
}

/*
 * Legal forms of companies, as people abbreviate them: from ISO 20275 (GLEIF's list of entity legal forms) and the registers of each
 * country. Dots, spaces and slashes are optional. Case, accents and the width of letters do not matter.
 */

/** At the end of a name. */
const AFTER = [
  // International, English
  'Ltd, Limited, Inc, Incorporated, Corp, Corporation, Co, Company, PLC, LLC, L.L.C, PLLC, LLP, LP, P.C, CIC, CLG, DAC, Unlimited',
  'Public Company Limited, PCL, Joint Stock Company, JSC, OJSC, CJSC, PJSC, SE, SCE, EEIG',
  // Australia, South Africa, Singapore, India, Pakistan, Malaysia, Indonesia
  'Pty, Proprietary, Pte, Pvt, Private Limited, Private, P Ltd, OPC, Sdn Bhd, Bhd, Berhad, Tbk',
  // Germany, Austria, Switzerland
  'G.m.b.H, gGmbH, m.b.H, Ges.m.b.H, A.G, gAG, K.G, K.G.a.A, O.H.G, OG, U.G, haftungsbeschränkt, e.K, e.Kfm, e.Kfr, e.G, eGen, e.V, e.U',
  'GbR, GesbR, PartG, PartGmbB, KlG, KmG, Genossenschaft, Aktiengesellschaft, i.L, i.G',
  // France, Belgium, Luxembourg, French Canada
  'S.A, S.A.S, S.A.S.U, S.à r.l, S.A.R.L, S.à r.l.-S, E.U.R.L, S.N.C, S.C.A, S.C.S, S.C.I, S.C.P, SELARL, SCOP, G.I.E',
  'S.P.R.L, S.C.R.L, A.S.B.L, Ltée, Limitée, Enr',
  // The Netherlands, Flanders
  'B.V, N.V, V.O.F, C.V, B.V.B.A, C.V.B.A, V.Z.W, U.A',
  // Spain, Portugal, Latin America
  'S.L, S.L.U, S.L.N.E, S.L.P, S.A.U, S.Coop, S.C, S.A.C, S.A.C.I, S.A.A, S.A.B, S.A.P.I, S.R.L, S. de R.L, S. en C, de C.V, E.I.R.L, SpA',
  'Ltda, Lda, Unipessoal, Cía, C.A, S.G.P.S, EIRELI, EPP, MEI',
  // Italy
  'S.p.A, S.r.l, S.r.l.s, S.a.s, S.s, S.c.a.r.l, S.c.p.a, Soc. Coop',
  // Denmark, Norway, Sweden, Finland, Iceland
  'A/S, ApS, IVS, P/S, K/S, I/S, A.m.b.a, F.m.b.a, ASA, ANS, AB, Abp, HB, KB, Oy, Oyj, Oy Ab, Ky, Tmi, Osk, hf, ehf, ohf, slf',
  // Estonia, Latvia, Lithuania
  'OÜ, TÜ, UÜ, FIE, SIA, UAB, MB, IĮ',
  // Poland, Czechia, Slovakia, Hungary, Romania
  'Sp. z o.o, Sp. j, Sp. k, Sp. p, S.K.A, P.S.A, s.r.o, spol. s r.o, a.s, v.o.s, k.s, z.s, o.p.s, j.s.a, Kft, Zrt, Nyrt, Bt, Kkt, Rt, P.F.A',
  // Slovenia, Croatia, Serbia, Bosnia, Bulgaria, North Macedonia
  'd.o.o, j.d.o.o, d.d, d.n.o, k.d, s.p, a.d, E.O.O.D, O.O.D, E.A.D, ЕООД, ООД, ЕАД, АД, ЕТ, ДООЕЛ, ДОО, д.о.о, а.д',
  // Greece, Turkey
  'Α.Ε, Ε.Π.Ε, Ι.Κ.Ε, Ο.Ε, Ε.Ε, Α.Β.Ε.Ε, E.P.E, I.K.E, A.Ş, Ltd. Şti, Koll. Şti, Şti',
  // Russia, Belarus, Ukraine, Kazakhstan, Uzbekistan, Georgia
  'ООО, ОАО, ЗАО, ПАО, НАО, АО, ИП, ГУП, МУП, ФГУП, АНО, ОДО, УП, ЧУП, ЧП, ТОВ, ТзОВ, ПАТ, ПрАТ, АТ, ФОП, ПП, ТОО, МЧЖ',
  'OOO, OAO, ZAO, PAO, TOV, MChJ, შპს, სს',
  // Arab countries, Iran, Israel
  'ش.م.م, ذ.م.م, ش.ذ.م.م, ش.م.ل, ش.م.ع, ش.م.س, ش.م.ك, سهامي خاص, سهامي عام, בע"מ',
  'W.L.L, B.S.C, K.S.C, S.A.O.G, S.A.O.C, S.A.L, S.A.E, FZE, FZCO, FZ-LLC, DMCC',
  // Japan, Korea: in parentheses, or by their initials
  '株, 有, 同, 資, 주, 유, K.K, G.K, Y.K',
  // Vietnam
  'TNHH, MTV, CTCP',
];

/** Before a name. Fewer: AG, SE, SAS and others also start names. */
const BEFORE = [
  'ООО, ОАО, ЗАО, ПАО, НАО, АО, ИП, ГУП, МУП, ФГУП, АНО, ОДО, УП, ЧУП, ЧП, ТОВ, ТзОВ, ПАТ, ПрАТ, АТ, ФОП, ПП, ТОО, ЕТ, OOO, OAO, ZAO, TOV',
  'UAB, SIA, OÜ, AB, AS, Oy, MB, IĮ, PT, S.C, SARL, EURL, შპს, სს, شركه, شركت, 株, 有, 同, 資, 주, 유',
  'Công ty TNHH, Công ty TNHH MTV, Công ty Cổ phần, Công ty CP, CTCP',
];

/** At either end, without a space, in scripts without spaces. */
const JOINED = [
  '株式会社, 株式會社, 有限会社, 合同会社, 合資会社, 合名会社, 一般社団法人, 一般財団法人, 公益社団法人, 公益財団法人, 特定非営利活動法人',
  '股份有限公司, 有限责任公司, 有限責任公司, 有限公司, 주식회사, 유한회사, 유한책임회사, 합자회사, 합명회사',
  'บริษัท, จำกัด, มหาชน, บจก, บมจ, หจก, ห้างหุ้นส่วนจำกัด',
];

/** As fold_text writes them, without symbols and spaces, longest first. */
const formsOf = (lists: readonly string[]): string[] =>
  [
    ...new Set(
      lists
        .flatMap((list) => list.split(', '))
        .map((form) =>
          form
            .normalize('NFKD')
            .replaceAll(/[\u0300-\u036f\s./"-]/g, '')
            .normalize('NFC')
            .toLowerCase(),
        ),
    ),
  ].toSorted((one, other) => other.length - one.length);

const AFTER_NAMES = formsOf(AFTER);
const BEFORE_NAMES = formsOf(BEFORE);
const JOINED_FORMS = formsOf(JOINED).join('|');

/** Symbols between words, after folding. Plus and hash stay: C++ is not C. */
const SIGNS = String.raw`\u0001-\u0022\u0024-\u002a\u002c-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u206f\u3000-\u3003\u3008-\u301f\u30fb`;

/** Maximum number of words in a form with dots: S.E.L.A.R.L. */
const WORDS = 6;

const arrayOf = (forms: readonly string[]): string => `array[${forms.map((form) => `'${form}'`).join()}]`;

const companyKey = `
  -- The folded name without signs, spaces and the legal forms at either end. A name that is only a legal form stays.
  -- Words are looked up in arrays, which PostgreSQL hashes: one regular expression of all forms takes ten times as long.
  create function company_key(name text) returns text language plpgsql immutable parallel safe as $$
  declare
    folded text := btrim(regexp_replace(public.fold_text(name), '[${SIGNS}]+', ' ', 'g'));
    words text[];
    size int;
    was int;
  begin
    if folded ~ '[^ -~]' then
      folded := regexp_replace(folded, '(.)(?: ?(?:${JOINED_FORMS}))+$', '\\1');
      folded := regexp_replace(folded, '^(?:(?:${JOINED_FORMS}) ?)+(.)', '\\1');
    end if;
    words := string_to_array(folded, ' ');
    loop
      size := cardinality(words);
      was := size;
      for count in reverse least(${WORDS}, size - 1) .. 1 loop
        if array_to_string(words[size - count + 1:], '') = any (${arrayOf(AFTER_NAMES)}) then
          words := words[:size - count];
          exit;
        elsif array_to_string(words[:count], '') = any (${arrayOf(BEFORE_NAMES)}) then
          words := words[count + 1:];
          exit;
        end if;
      end loop;
      exit when cardinality(words) = was;
    end loop;
    return public.fold_umlauts(array_to_string(words, ''));
  end $$;`;
