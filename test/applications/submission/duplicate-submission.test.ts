import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { view, withdraw } from '../../support/given/callers/applicants.ts';
import {
  changeStatus,
  givenSubmission,
  stored,
  submit,
  tokenOf,
  validInput,
} from '../../support/given/applications.ts';

const api = useApi();

/** Everything that a stranger can learn by applying with another person's address: repeating, viewing, withdrawing … */
async function transcriptOf(contactEmail: string): Promise<string> {
  const transcript: unknown[] = [];
  const told = <Told>(answer: Told): Told => {
    transcript.push(answer);
    return answer;
  };
  const apply = async (companyName: string, key?: string) => {
    const { data } = told(await submit(api, validInput({ contactEmail, companyName }), key));
    return tokenOf(data?.submitPartnerApplication.statusUrl ?? '');
  };
  const key = uuid();
  const first = await apply('First Try', key);
  told(await view(api, first));
  const again = await apply('First Try', key);
  const second = await apply('Second Try');
  for (const token of [first, again, second]) told(await view(api, token));
  told(await withdraw(api, second));
  told(await withdraw(api, second));
  told(await view(api, first));
  const third = await apply('Third Try');
  told(await withdraw(api, first));
  told(await withdraw(api, first));
  const fourth = await apply('Fourth Try');
  for (const token of [first, second, third, fourth]) told(await view(api, token));
  return JSON.stringify(transcript);
}

/**
 * Ids, proofs and times as the order in which they first occur: what is the same stays the same, and what is another
 * stays another. Times stand for themselves where they are equal, and tell nothing more.
 */
function compared(transcript: string): string {
  const known = new Map<string, string>();
  const name = (kind: string) => (text: string) => {
    if (!known.has(text)) known.set(text, `${kind} ${known.size}`);
    return known.get(text) ?? '';
  };
  return transcript
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId"')
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, name('id'))
    .replaceAll(/(?<=\.)[\w-]{43}/g, name('proof'))
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, name('time'));
}

describe('a second application with the address of an earlier one', () => {
  const victim = validInput({ companyName: 'Victim & Co', contactName: 'Vera Victim' });
  let applied: { id: string; token: string };
  let transcript: string;
  let before: unknown[];
  let since: number;

  beforeAll(async () => {
    applied = await givenSubmission(api, victim);
    const { id } = applied;
    await changeStatus(api, api.admin, { id, status: 'REVIEWING', message: 'We like it.' });
    // Long ago, also in the ID, which contains the time.
    const older = '01890000-0000-7000-8000-000000000000';
    await api.rows(
      'alter table partner_application_status_change drop constraint partner_application_status_change_application_id_foreign',
    );
    await api.rows(`update partner_application set id = $2, created_at = '2023-06-28' where id = $1`, [id, older]);
    await api.rows('update partner_application_status_change set application_id = $2 where application_id = $1', [
      id,
      older,
    ]);
    await api.rows('update email_message set application_id = $2 where application_id = $1', [id, older]);
    applied = { ...applied, id: older };
    before = (await stored(api, older)) as unknown[];
    since = Date.now();
    transcript = await transcriptOf(victim.contactEmail);
  });

  test('gets exactly the same response as an unknown address', async () => {
    const unknown = await transcriptOf(`nobody-${uuid()}@bright.example`);

    expect(compared(transcript)).toBe(compared(unknown));
  });

  test('gets current IDs and times, and no data of the open application', () => {
    const ids = Array.from(transcript.matchAll(/([\da-f]{8})-([\da-f]{4})-7/g), ([, high, low]) =>
      Number.parseInt(`${high}${low}`, 16),
    );
    const times = Array.from(transcript.matchAll(/"(\d{4}-\d\d-\d\dT[^"]+)"/g), ([, time = '']) => Date.parse(time));

    expect(ids.length).toBeGreaterThan(4);
    expect(times.length).toBeGreaterThan(4);
    for (const moment of [...ids, ...times]) expect(moment).toBeGreaterThanOrEqual(since - 1);
    expect(transcript).not.toMatch(/Victim|Vera|We like it|REVIEWING/);
  });

  test('changes nothing, and each one sends the contact an email with the valid link', async () => {
    const [application, notes, history, mails] = (await stored(api, applied.id)) as unknown[][];
    const [hadApplication, hadNotes, hadHistory, hadMails] = before as unknown[][];

    expect([application, notes, history]).toEqual([hadApplication, hadNotes, hadHistory]);
    expect(mails?.slice(hadMails?.length)).toMatchObject(
      Array.from({ length: 4 }, () => ({
        template: 'application.already_received',
        recipient: victim.contactEmail,
        data: { id: applied.id },
      })),
    );
  });

  test('sends no other email', async () => {
    const rows = await api.rows(
      `select distinct recipient from email_message where recipient = $1 or application_id = $2 order by recipient`,
      [victim.contactEmail, applied.id],
    );

    expect(rows.map(({ recipient }) => recipient)).toEqual(
      ['lead@reachgenie.example', 'team@reachgenie.example', victim.contactEmail].sort(),
    );
  });
});
