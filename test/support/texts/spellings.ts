/** Names, and the spellings or parts of them that must find this name and no other. */
export const SPELLINGS: { name: string; found: string[] }[] = [
  { name: 'Müller & Söhne', found: ['muller', 'MUELLER', 'Mu\u0308ller & So', 'uelle', 'soehne', '& sohne'] },
  { name: 'Schroeder Elektro', found: ['schröder', 'SCHRÖDER ELEKTRO', 'schroder', 'oeder'] },
  { name: 'Weißenstraße 24', found: ['weissenstrasse', 'WEISSENSTRASSE', 'STRAẞE', 'straße 24'] },
  { name: 'Smørrebrød Århus', found: ['smorrebrod', 'SMOERREBROED', 'aarhus', 'arhus', 'ÅRHUS'] },
  { name: 'Łódź Ærø Œuvre Đorđe', found: ['lodz', 'aero', 'oeuvre', 'dorde', 'ŁÓDŹ'] },
  { name: 'İstanbul Işık', found: ['istanbul', 'ISTANBUL', 'isik', 'ıstanbul', 'IŞIK'] },
  { name: 'Королёв', found: ['королев', 'КОРОЛЁВ', 'Короле\u0308в'] },
  { name: 'Όδος Ἀθηνᾶς', found: ['οδοσ', 'ΟΔΟΣ', 'αθηνας', 'Αθηνάς'] },
  { name: 'Ａｃｍｅ　Ｗｏｒｋｓ１２', found: ['acme works12', 'ＡＣＭＥ'] },
  { name: 'ﾃｽﾄ ガス', found: ['テスト', 'ｶﾞｽ', 'カ\u3099ス'] },
  { name: 'ﬁne oﬃces', found: ['fine offices', 'ﬁne'] },
  { name: 'O’Brien', found: ["o'brien", 'O`Brien', 'o´brien', 'Oʼbrien'] },
  { name: 'Nord–Süd‑Bahn', found: ['nord-süd', 'nord—sued', 'SUD-BAHN'] },
  { name: 'x² Labs™', found: ['x2 labs', 'Labs'] },
  { name: 'Wide\u00a0 \u2003Gap', found: ['wide gap', 'wide   gap', 'WIDE\u3000GAP', 'wide\u00a0gap'] },
  { name: 'Soft\u00adware\u200b House', found: ['software house', 'soft\u00adware'] },
  { name: 'أحْمَد', found: ['احمد', 'أحمد'] },
  { name: 'หจก น้ำใส', found: ['น้ำใส'] },
  { name: '80％ Green＿Tea', found: ['80%', '％', 'green_tea', '＿'] },
];

/** Texts that must find no name: they look like patterns once folded, are other words, or fold to nothing. */
export const NOT_FOUND = ['100%', 'g％n', 's＿ftware', '＼', 'ハテスト', 'muellre', '™', 'カス', 'นำใส'];
