import { lazy, Suspense } from 'react';
import { loaded } from '../../../api/loaded.ts';
import { withTexts } from '../../../i18n.ts';
import { CardSkeletons } from '../../../shared/cards/card.skeletons.tsx';

/** Of the script of agreements, which loads with the tab. */
const Agreements = lazy(async () => {
  const pages = await withTexts(loaded(import('../../../agreements/agreements.pages.ts')), 'program');
  return { default: pages.PartnerAgreements };
});

export const PartnerAgreements = ({ partnerId }: { partnerId: string }) => (
  <Suspense fallback={<CardSkeletons />}>
    <Agreements partnerId={partnerId} />
  </Suspense>
);
