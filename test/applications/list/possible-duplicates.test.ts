import { isCompanyDomain } from 'company-email-validator';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { NOT_IN_PACKAGE } from '../../../src/applications/list/mail.providers.ts';
import { useApi } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();

interface Duplicate {
  id: string;
  matches: string[];
}

async function duplicatesOf(id: string): Promise<Duplicate[] | undefined> {
  const query = 'query ($id: ID!) { partnerApplication(id: $id) { possibleDuplicates { id matches } } }';
  const { data } = await api.ask<{ partnerApplication: { possibleDuplicates: Duplicate[] } }>(api.admin, query, { id });
  return data?.partnerApplication.possibleDuplicates;
}

/** A company and a domain that no other test uses. */
const newName = () => `Company ${uuid()}`;
const newDomain = () => `d${uuid()}.example`;

test('finds the same address, domain or company, closest match first', async () => {
  const [companyName, domain] = [newName(), newDomain()];
  const id = await givenApplication(api, { companyName, contactEmail: `ada@${domain}` });
  const named = await givenApplication(api, { companyName: companyName.toUpperCase() });
  const housed = await givenApplication(api, { companyName: newName(), contactEmail: `bob@${domain}` });
  const both = await givenApplication(api, { companyName, contactEmail: `eve@${domain}` });
  const same = { companyName: newName(), contactEmail: `ada@${domain}`, partnershipType: 'REFERRAL' };
  const addressed = await givenApplication(api, same);
  await givenApplication(api, { companyName: newName(), contactEmail: `ada@${newDomain()}` });

  expect(await duplicatesOf(id)).toEqual([
    { id: addressed, matches: ['EMAIL'] },
    { id: both, matches: ['EMAIL_DOMAIN', 'COMPANY_NAME'] },
    { id: housed, matches: ['EMAIL_DOMAIN'] },
    { id: named, matches: ['COMPANY_NAME'] },
  ]);
});

test.each([
  ['Acme GmbH & Co. KG', 'ACME'],
  ['Acme, Inc.', 'acme'],
  ['A.C.M.E. Ltd', 'a c m e limited'],
  ['Zürich-Söhne AG', 'zürich söhne'],
])('%s is %s', async (one, other) => {
  const mark = uuid().replaceAll('-', '');
  const id = await givenApplication(api, { companyName: `${mark} ${one}`, contactEmail: `a@${newDomain()}` });
  const twin = await givenApplication(api, { companyName: `${mark} ${other}`, contactEmail: `a@${newDomain()}` });

  expect(await duplicatesOf(id)).toEqual([{ id: twin, matches: ['COMPANY_NAME'] }]);
});

/** @ stands for a unique name. */
test.each([
  ['@ A/S', '@ ApS'],
  ['@ AS', '@ ASA'],
  ['@ Oyj', 'Oy @ Ab'],
  ['@ S.A.', '@ S. à r.l.'],
  ['@ S.p.A.', '@ S.r.l.'],
  ['@ Sp. z o.o.', '@ sp. z o. o. sp. k.'],
  ['@ S.K.A.', '@ spzoo'],
  ['@ s.r.o.', '@ a.s.'],
  ['@ d.o.o.', '@ d.d.'],
  ['@ Kft.', '@ Zrt.'],
  ['@ ЕООД', '@ ООД'],
  ['ООО «@»', '@, ООО'],
  ['ПАО "@"', 'ЗАО @'],
  ['ТОВ @', 'ТзОВ „@“'],
  ['株式会社@', '@㈱'],
  ['@(株)', '@ 有限会社'],
  ['@股份有限公司', '@有限公司'],
  ['주식회사 @', '@㈜'],
  ['@ Pte. Ltd.', '@ (Pty) Ltd'],
  ['@ Pvt. Ltd.', '@ Sdn. Bhd.'],
  ['PT @ Tbk', '@'],
  ['@ Ltda.', '@ Ltée'],
  ['@, S.A.P.I. de C.V.', '@ S. de R.L. de C.V.'],
  ['@ GmbH & Co. KGaA', '@ UG (haftungsbeschränkt)'],
  ['@ e.K.', '@ e.V.'],
  ['@ B.V.', '@ VOF'],
  ['@ L.L.C.', '@ PLC'],
  ['@ A.Ş.', '@ Ltd. Şti.'],
  ['@ בע"מ', '@ בע״מ'],
  ['شركة @ ش.م.م', '@'],
  ['บริษัท @ จำกัด (มหาชน)', '@'],
  ['Công ty TNHH @', '@'],
  ['OÜ @', 'UAB "@"'],
  ['Ａｃｍｅ　@　ＧｍｂＨ', 'acme @'],
  ['Müller @ AG', 'Mueller @ Ltd'],
  ['Straße @', 'STRASSE @ KG'],
  ['Bright-Labs @', 'BrightLabs™ @'],
])('matches %s with %s, regardless of the legal form', async (one, other) => {
  const mark = uuid().replaceAll('-', '');
  const named = (name: string) => ({ companyName: name.replace('@', mark), contactEmail: `a@${newDomain()}` });
  const id = await givenApplication(api, named(one));
  const twin = await givenApplication(api, named(other));

  expect(await duplicatesOf(id)).toEqual([{ id: twin, matches: ['COMPANY_NAME'] }]);
});

test.each([
  ['SAS @', '@'], // the country does not write this form first
  ['@ Bauer', '@ Baur'],
  ['@ C++', '@ C'],
  ['@ ガス', '@ カス'],
])('%s is not %s', async (one, other) => {
  const mark = uuid().replaceAll('-', '');
  const named = (name: string) => ({ companyName: name.replace('@', mark), contactEmail: `a@${newDomain()}` });
  const id = await givenApplication(api, named(one));
  await givenApplication(api, named(other));

  expect(await duplicatesOf(id)).toEqual([]);
});

test('a name that is only a legal form matches only the same form', async () => {
  const named = (companyName: string) => givenApplication(api, { companyName, contactEmail: `a@${newDomain()}` });
  const [id, twin] = [await named('Oy Ab'), await named('OY')];
  await named('Ltd.');

  expect(await duplicatesOf(id)).toEqual([{ id: twin, matches: ['COMPANY_NAME'] }]);
});

test('a name of symbols matches no other name', async () => {
  const id = await givenApplication(api, { companyName: '!!!', contactEmail: `a@${newDomain()}` });
  await givenApplication(api, { companyName: '???', contactEmail: `a@${newDomain()}` });

  expect(await duplicatesOf(id)).toEqual([]);
});

test('compares only the whole address at a public email provider', async () => {
  const contactEmail = `a${uuid()}@gmail.com`;
  const id = await givenApplication(api, { companyName: newName(), contactEmail });
  const again = { companyName: newName(), contactEmail, partnershipType: 'TECHNOLOGY' };
  const addressed = await givenApplication(api, again);
  await givenApplication(api, { companyName: newName(), contactEmail: `b${uuid()}@gmail.com` });

  expect(await duplicatesOf(id)).toEqual([{ id: addressed, matches: ['EMAIL'] }]);
});

const PROVIDERS = `
  gmx.at gmx.de web.de t-online.de freenet.de vodafone.de bluewin.ch libero.it virgilio.it wp.pl o2.pl onet.pl
  interia.pl seznam.cz abv.bg ukr.net mail.ru bk.ru yandex.ru rambler.ru orange.fr laposte.net free.fr
  wanadoo.fr sfr.fr telenet.be skynet.be ziggo.nl kpnmail.nl btinternet.com virginmedia.com comcast.net
  verizon.net att.net sympatico.ca bigpond.com xtra.co.nz uol.com.br bol.com.br terra.com.br rediffmail.com
  naver.com daum.net hanmail.net 163.com qq.com docomo.ne.jp nifty.com yahoo.co.jp yahoo.com.br hotmail.rs
  hotmail.com.mx live.nl outlook.jp inbox.lv telia.com online.no mail.dk luukku.com sapo.pt freemail.hu azet.sk
  siol.net net.hr proton.me pm.me tuta.com posteo.de mailbox.org icloud.com fastmail.com ann.fastmail.com
  a1.net delfi.lt hinet.net proximus.be plus.net so-net.ne.jp movistar.es swipnet.se passmail.net`;

test.each(PROVIDERS.trim().split(/\s+/))('strangers at %s do not match', async (domain) => {
  const at = (name: string) => ({ companyName: newName(), contactEmail: `${name}${uuid()}@${domain}` });
  const id = await givenApplication(api, at('ann'));
  await givenApplication(api, at('bea'));

  expect(await duplicatesOf(id)).toEqual([]);
});

test('the package of email providers still lacks our additions', () => {
  expect(NOT_IN_PACKAGE.filter((domain) => !isCompanyDomain(domain))).toEqual([]);
});

test('finds at most the ten newest', async () => {
  const domain = newDomain();
  const ids: string[] = [];
  for (let index = 0; index < 12; index++) {
    const id = await givenApplication(api, { companyName: newName(), contactEmail: `p${index}@${domain}` });
    const created = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
    await api.rows('update partner_application set created_at = $2 where id = $1', [id, created]);
    ids.push(id);
  }

  const found = await duplicatesOf(ids[0] ?? '');

  expect(found?.map(({ id }) => id)).toEqual(ids.slice(2).toReversed());
});

test('reads a whole page with one statement', async () => {
  await givenApplication(api);
  await givenApplication(api);

  const statements = await statementsOf(() =>
    api.ask(api.admin, '{ partnerApplications { items { possibleDuplicates { id } } } }'),
  );

  expect(statements.filter((text) => text.includes('has_own_domain'))).toHaveLength(1);
});
