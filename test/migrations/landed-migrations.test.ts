import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsList, type ListedMigration } from '../../src/migrations/migrations.list.ts';
import { sqlOf } from '../support/migration.effects.ts';

/** The SHA-256 of the SQL of each migration, in order. */
const LANDED: Record<string, string> = {
  '20261130-01-core': '7d2245a478be976be6f1105685304db27e99bb14e2950dba6bf7cd0759a5ccb4',
  '20261130-02-text-search': '3778c493445c9caf60e15d98f27ad6289873962809e15e658fd614eba9c037d6',
  '20261130-03-audit': 'aaf64b71a30731fe4cceac85da23250353f5f5818870cd6441068e4c39f8c6aa',
  '20261130-04-email': '110dbe1dbb805bb76d9f08f238bd366e8143efdbe63d2218f01b1866b5951a62',
  '20261130-05-tenants': 'a8e223ebd6e195ee8e28a9a3ffd38def947a57b9c012518d162505c022acc0ce',
  '20261130-06-identity': '9d2654231b76047d9ee3d57cd9da8b06e863eb693c2abf465f1a3cc5d595cda8',
  '20261130-07-company-key': '49681ac462f174abdefe33217b37f9e2a0ea5bdc2399af413d1f1e200293653b',
  '20261130-08-applications': 'a192550cb0484682bbbe08bb0c553afd86abdaf14f82872639b84b1df8967dc5',
  '20261130-09-application-counters': 'cbb462f79caa15a0abf79501dc11e3d1c63e187f9bf53608327437962704291b',
  '20261130-10-application-recount': '050bc2a38b4b07e8971da28d130f26590545b8bf46661fac4f31469ec9c54a02',
  '20261130-11-partners': 'd453b7dd54bdff1f456e128c11cc9817c17d07db34d322874d7e225cd52f61da',
  '20261130-12-clients': 'b9479694e4c6ae2e40aa73d7164f1cf609e8975a30ca7b67e9374323515e2c3c',
  '20261130-13-access': 'aef5b2bcedee9eb3bf22af4646430eee2d05bc75792c9a73ac7fa4f84508388c',
  '20261201-05-email-attempts': '75291ad253ef5cf412dfa978fffc573814a8c2a8d49d68262c42b0e5fea82c86',
  '20261201-06-required-migration': '4431720de97d8245c01446628573fca07dcebcde0c198747afca12af3418318b',
  '20261202-01-client-key': 'afb9ff6965b1fa9fdbfc99cd80c4fe271a67dd736b1afc91c13cf37d3dc74457',
  '20261202-02-client-access-key': '66a1baeecd53995ecb51a43e127e173917bdfe97dc6d302a3bc62a1a23a5d6df',
  '20261202-03-audit-key': '8094f424413cec9f8ec8896896e7709ca2f733e67d997758000d22d6ed746c9e',
  '20261202-04-audit-by-chain': '05ea8540e6c44f58ccd6dfeaa86e7d6d8b537345e7d3025a75a12b4db82d028e',
  '20261202-05-carried-tenant': 'bb51291e559a55ea058893f74331c97174466b74782afb9a1e72c61264649b93',
  '20261202-06-tenant-policies': '1f3e4a1c32f507a6f882aff32fc51820bb0e544cc3716be76bb555697bef97ae',
  '20261202-30-audit-verification': 'b32f07d52d3e98b140797429ead300b1ff56fc2984708763d50776ae9b0af1d7',
  '20261202-40-backups': 'a7d15a09de0d0df4b0904db0ae929d8ab4bc410665578140a9d90db3f011a6a9',
  '20261202-50-held-back-emails': '3ab2a22dde9628eb3fe3516ca589ac9968f6d3f703448974f7b807c38b59f6f2',
  '20261202-51-personal-data': 'd1bde0988bb2d1fb30de7c96fa869e43bee7e063d62640f10c0febda7ef0f6ce',
  '20261202-70-redaction-of-many': '71ed50ed6eed9f861ccea0cdc896987249decbf049a0deb29e1e8cbc53738d64',
  '20261203-10-search-by-name': '90805d02482ea556b9219c89969b01eb991cfd990ed7abf5b2ddf4215033c086',
  '20261203-13-email-search': 'bc91730ac457cca1b5b26bd06097b78bf80b5459b250df1a891a22f04605072a',
  '20261203-20-notifications': 'c09319de48a1d57a7f153351da1b46da5a5f031195d4feb4530045e246cb8313',
  '20261203-21-live-hints': '24afd98136c978c5897f1db891a56e890f67ff8b4b850e45b3aa1b27c2ed2531',
  '20261203-30-languages': '53f9dd7b23e7c0d03d2e960d09a8090de916b44c76ad688ff594a3a5f090e12b',
  '20261203-40-workspace': '55ea36366c0a21c9476dad989ec17fce31b8fdae9e7da0787c5a8cddc32959ad',
  '20261203-45-audit-by-person': '261e463618a78b5168799e5f9cc86fa6001ea695daf0ccdff79f85cb2eb817c4',
  '20261203-46-partner-notes': '19102b091fad357ea8a018c96a03fff659b23f74aba79e43276949f10a67e8bc',
  '20261204-10-list-exports': '8e5c3d69c79207b15133ab8819bd5254f66b24604e5a3ddac69a6c363d93c12b',
  '20261204-50-summaries-end': 'b46404fa13a48522075a120d7703cf0df27b47e23fcf4ff846ca84581c7de059',
  '20261204-51-ended-callers': '5d08307885ba8b835c1a6c6c8e2033e6ae0a4f8ba816a7babb2ffbd31973ee5e',
  '20261204-52-clients-by-name': '347bb397f89c9ee5aa78572f1888b5db4a11f9252d1243e9135e8b43c8522750',
  '20261204-53-live-members': 'b5c4acdb8e06681d87013d1e96ce28b3c32719400e42aa15a5665a69c8d1a080',
  '20261205-10-events': '593fd989a4fbb98d6bc8c20aa081dadf4f163b6c78102a5712f4bf9dc95c6a16',
  '20261205-11-retention-as-system': '4e39204ba35666bcc0d9c1dda3dd41ebfb37958bf4156d03b6d70e810fb0fe36',
  '20261205-20-webhooks': '6f2dfbfb90b49148067ba70a952b62a3c0dbcf2c2180e150cecbefd8b484cca0',
  '20261205-30-provisioning': 'cde6380526af30bb8e75b4593ef8c921e1a6e5b1f34eaf52d4aa62f507d6995b',
  '20261205-40-onboarding': '65f3c0eb52bfbb76553a23c2d06227b0b01522a54822cfe40576bd00dce4e487',
  '20261206-10-files': '0f436148f14d866e1adf896a5da2efcc8f3e094a8951e516e10f38bfd546edab',
  '20261206-20-agreements': '37f03f3335dbfdb873e9fc14fb1f0c5d620978a5f8189c9baf2657ede0a897b7',
  '20261206-30-company': '41a71e42ded518e4320a62a211dc546ed3233bc951faaab4533995ace63de19e',
  '20261206-40-tiers': '38e14cc2270a3d37c4fbe3460b494eb166c7d4ad5d19ac0f08096a096a210c90',
  '20261206-41-tier-history': '39c29ede35f0dc9f1d425fe4713b08cca7ddf5397b16b0d7619f7a5b78c47816',
  '20261206-50-partner-managers': '7fd4f7074cc69723aeba5102e8dc8ed86a2891a15569f1e1599276da0f2c2f43',
};

async function hashOf({ load }: ListedMigration): Promise<string> {
  const { queries } = await sqlOf(load);
  return createHash('sha256').update(JSON.stringify(queries)).digest('hex');
}

/** The next step. Undefined if the migration is unchanged. */
async function adviceFor(listed: ListedMigration): Promise<string | undefined> {
  const { name } = listed;
  const hash = await hashOf(listed);
  if (hash === LANDED[name]) return undefined;
  return LANDED[name]
    ? `The SQL of ${name} has changed. If it has landed, databases never run the change: restore it and write a new migration. If it is yours and has not landed: npm run migration:pin.`
    : `${name} is new. Run npm run migration:pin.`;
}

test.each(migrationsList)('$name has not changed since it landed', async (listed) => {
  expect(await adviceFor(listed)).toBeUndefined();
});

test('the list has every migration of the folder in the order of their names', () => {
  const files = readdirSync(join(import.meta.dirname, '../../src/migrations/versions')).filter((name) =>
    /^\d{8}-/.test(name),
  );

  const names = migrationsList.map(({ name }) => name);
  expect(names).toEqual(files.map((file) => file.replace(/\.ts$/, '')).toSorted());
  expect(names).toEqual(Object.keys(LANDED));
});
