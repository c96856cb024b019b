import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { loaded } from '../api/loaded.ts';
import { withTexts } from '../i18n.ts';

/** The script and the texts of the partner program, for pages of other areas. Loaded on the first use. */
export const programPages = () => withTexts(loaded(import('./tiers.pages.ts')), 'program');

/** Whether the home page can show its parts of the program: they are loaded, or cannot be. */
export const useProgramHome = (
  prepare: (pages: Awaited<ReturnType<typeof programPages>>) => Promise<unknown>,
): boolean =>
  !useQuery({ queryKey: ['program home'], queryFn: async () => prepare(await programPages()).then(() => true) })
    .isPending;

export const ManagerDialog = lazy(async () => ({ default: (await programPages()).ManagerDialog }));
export const ManagersDialog = lazy(async () => ({ default: (await programPages()).ManagersDialog }));
export const MyPartnersCard = lazy(async () => ({ default: (await programPages()).MyPartnersCard }));
export const LockedImport = lazy(async () => ({ default: (await programPages()).LockedImport }));
export const LockedActions = lazy(async () => ({ default: (await programPages()).LockedActions }));
export const TierCards = lazy(async () => ({ default: (await programPages()).TierCards }));
export const RiskBanner = lazy(async () => ({ default: (await programPages()).RiskBanner }));
export const HomeStandingCard = lazy(async () => ({ default: (await programPages()).HomeStandingCard }));
export const OwnBenefitsCard = lazy(async () => ({ default: (await programPages()).OwnBenefitsCard }));
export const PartnerTierTab = lazy(async () => ({ default: (await programPages()).PartnerTierTab }));
export const OwnManagersCard = lazy(async () => ({ default: (await programPages()).OwnManagersCard }));
