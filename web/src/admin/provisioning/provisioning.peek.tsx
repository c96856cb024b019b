import { useTranslation } from 'react-i18next';
import { ProvisioningState, useReason } from '../../provisioning/provisioning.state.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import type { RowAction } from '../../shared/list/list.types.ts';
import { PeekActions, PeekFacts, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import type { Failed } from './provisioning.actions.tsx';

interface ProvisioningPeekProps {
  failed: Failed | undefined;
  actions: readonly RowAction<Failed>[];
}

/** A failed client beside the list, with what the product answered. */
export function ProvisioningPeek({ failed, actions }: ProvisioningPeekProps) {
  const { t } = useTranslation(['provisioning', 'common']);
  const reason = useReason();
  if (!failed) return <EmptyState title={t('common:list.noneHere')} />;
  const { id, status, detail, tries, externalId, overtakenAt, updatedAt, client, partner } = failed;
  return (
    <>
      <PeekHeading
        name={client.companyName}
        about={partner?.companyName}
        state={<ProvisioningState status={status} isSoft />}
      />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('list.reason')]: reason(failed),
            [t('detail')]: detail,
            [t('list.overtakenAt')]: overtakenAt == null ? undefined : <RelativeTime at={overtakenAt} form="ago" />,
            [t('list.tries')]: tries,
            [t('list.externalId')]: externalId,
            [t('list.since')]: <RelativeTime at={updatedAt} form="ago" />,
          }}
        />
      </PeekPart>
      <PeekActions item={failed} actions={actions}>
        <ButtonLink
          to="/admin/partners/$id/clients/$clientId"
          params={{ id: partner?.id ?? '', clientId: id }}
          variant="default"
          size="xs"
        >
          {t('list.open')}
        </ButtonLink>
      </PeekActions>
    </>
  );
}
