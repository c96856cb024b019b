export interface Change {
  from: unknown;
  to: unknown;
}

/** Fields that only programs need, or that the sentence itself says. */
const HIDDEN = new Set([
  'userId',
  'credential',
  'resellerId',
  'partnerId',
  'sessionId',
  'createdBy',
  'applicationId',
  'rows',
  'decidedAt',
  'withdrawnAt',
  'exchangedAt',
  'revokedAt',
  'accessEndedAt',
  'joinedAt',
  'address',
  'prefix',
  'replacedBy',
  'generation',
  'stepId',
  'doneAt',
  'doneBy',
  'changeId',
  'requestedBy',
  'decidedBy',
  'closedAt',
  'versionId',
  'fileId',
  'countersignedFileId',
  'sha256',
]);

/** `Kick-off call (3)`: the steps of an onboarding plan with their days. */
const stepsIn = (steps: unknown): unknown =>
  Array.isArray(steps)
    ? steps.map(({ title, dueDays }: { title: string; dueDays: number }) => `${title} (${dueDays})`)
    : steps;

/** The fields of a requested change, which the audit log has as two objects. */
export function unfolded({ before, after, ...others }: Record<string, Change>): Record<string, Change> {
  if (!before || !after) return { ...others, ...(before && { before }), ...(after && { after }) };
  const from = before.to as Record<string, unknown>;
  const fields = Object.entries(after.to as Record<string, unknown>);
  return { ...others, ...Object.fromEntries(fields.map(([field, to]) => [field, { from: from[field], to }])) };
}

/** The fields that changed. The API reports a withdrawn application as REJECTED, and pages say "Withdrawn". */
export function changedFields(json: string | null | undefined): [string, Change][] {
  const changes = unfolded(JSON.parse(json ?? '{}') as Record<string, Change>);
  const { status, withdrawnAt, steps } = changes;
  const plan = steps && { steps: { from: stepsIn(steps.from), to: stepsIn(steps.to) } };
  const told = status && {
    status: {
      from: withdrawnAt?.from ? 'WITHDRAWN' : status.from,
      to: withdrawnAt?.to ? 'WITHDRAWN' : status.to,
    },
  };
  return Object.entries({ ...changes, ...told, ...plan }).filter(
    ([field, { from, to }]) => !HIDDEN.has(field) && JSON.stringify(from) !== JSON.stringify(to),
  );
}
