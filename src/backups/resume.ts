import { DatabaseClient } from '../core/database/hosts/database.client.ts';
import { allOf } from '../features.ts';

/** Ends the pause of outbound work, and lets each feature continue. Returns false if there was no pause. */
export async function resumeOutbound(ownerUrl: string): Promise<boolean> {
  const owner = new DatabaseClient(ownerUrl);
  await owner.connect();
  try {
    await owner.query('begin');
    const { rows } = await owner.query<{ began_at: Date }>(
      'update outbound_pause set ended_at = now() where ended_at is null returning began_at',
    );
    const [pausedAt] = rows.map(({ began_at: time }) => time).toSorted((a, b) => b.getTime() - a.getTime());
    if (pausedAt)
      for (const resume of allOf((feature) => feature.resume && [feature.resume])) await resume(owner, pausedAt);
    await owner.query('commit');
    return pausedAt !== undefined;
  } finally {
    await owner.end();
  }
}
