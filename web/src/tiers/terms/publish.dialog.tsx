import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { PartnerTier } from '../../generated/enums.ts';
import { AllTermsDocument } from '../../generated/tiers/graphql.ts';
import { Loading } from '../../shared/data/loading.tsx';
import { oneOf } from '../../shared/data/search.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Problem } from '../../shared/problem.tsx';
import { TIERS } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import { PublishForm } from './publish.form.tsx';
import { versionsOf } from './terms.in.effect.ts';

/** Publishes the next version of a tier. It starts with the values of the version before. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const [tier, setTier] = useState<PartnerTier>(PartnerTier.Gold);
  const { data, error, isFetching, refetch } = useQuery(query(AllTermsDocument, {}));
  const { planned, current } = versionsOf(data?.tierTerms ?? [], tier);
  return (
    <Dialog opened onClose={onClose} title={t('terms.publish')} size="lg">
      <Stack>
        <Text size="sm">{t('terms.publishLead')}</Text>
        <Problem error={error} retry={refetch} isRetrying={isFetching} />
        <NativeSelect
          label={t('terms.form.tier')}
          value={tier}
          data={TIERS.map((value) => ({ value, label: words.tier(value) }))}
          onChange={({ currentTarget }) => setTier(oneOf(PartnerTier, currentTarget.value) ?? tier)}
        />
        {data ? (
          <PublishForm key={tier} tier={tier} present={planned.at(-1) ?? current} onClose={onClose} />
        ) : (
          !error && <Loading />
        )}
      </Stack>
    </Dialog>
  );
}
