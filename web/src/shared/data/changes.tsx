import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';

interface Change {
  from: unknown;
  to: unknown;
}

/** Fields that only programs need. */
const HIDDEN = new Set([
  'userId',
  'credential',
  'resellerId',
  'partnerId',
  'sessionId',
  'createdBy',
  'applicationId',
  'rows',
]);

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

interface ChangesProps {
  /** Changes of an audit event. */
  json: string | null | undefined;
  /** Finds a name by ID. */
  nameOf?: (id: string) => string | undefined;
}

/** Lists changes as `field: before → after`. */
export function Changes({ json, nameOf }: ChangesProps) {
  const { t } = useTranslation();
  const shown = useValues(nameOf);
  if (!json) return null;
  const changes = JSON.parse(json) as Record<string, Change>;
  return Object.entries(withWithdrawal(changes))
    .filter(([field]) => !HIDDEN.has(field))
    .map(([field, { from, to }]) => (
      <Text key={field} size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        <Text span size="sm" c="dimmed">
          {t(`change.field.${field}` as 'change.field.status', { defaultValue: field })}:{' '}
        </Text>
        {from === null ? shown(field, to) : `${shown(field, from)} → ${shown(field, to)}`}
      </Text>
    ));
}

/** The API reports a withdrawn application as REJECTED; pages say "Withdrawn". */
function withWithdrawal({ status, ...others }: Record<string, Change>): Record<string, Change> {
  if (!status) return others;
  const { withdrawnAt } = others;
  const from = withdrawnAt?.from ? 'WITHDRAWN' : status.from;
  const to = withdrawnAt?.to ? 'WITHDRAWN' : status.to;
  return { status: { from, to }, ...others };
}

/** Fields with enum values. Most others hold free text. */
const CONSTANTS = new Set([
  'role',
  'partnerRole',
  'adminRoles',
  'subscriptionStatus',
  'language',
  'sortBy',
  'sortOrder',
]);

function useValues(nameOf: ChangesProps['nameOf']): (field: string, value: unknown) => string {
  const { t } = useTranslation();
  const { dateTime, number } = useFormat();
  const shown = (field: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((each: unknown) => shown(field, each)).join(', ');
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
    if (typeof value === 'number') return number(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (MOMENT.test(value)) return dateTime(value);
    if (ID.test(value)) return nameOf?.(value) ?? t('change.unknown');
    const orRaw = { defaultValue: value };
    if (field === 'status') return t(`applicationStatus.${value}` as 'applicationStatus.PENDING', orRaw);
    if (field === 'partnershipType') return t(`partnershipType.${value}` as 'partnershipType.RESELLER', orRaw);
    if (field === 'tier') return t(`partnerTier.${value}` as 'partnerTier.SILVER', orRaw);
    return CONSTANTS.has(field) ? t(`change.value.${value}` as 'change.value.ADMIN', orRaw) : value;
  };
  return shown;
}
