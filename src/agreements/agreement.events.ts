import { presentRows } from '../events/event.presenter.ts';
import type { PublicEvent } from '../events/event.types.ts';
import { AgreementAcceptance } from './agreement-acceptance.entity.ts';
import { Agreement } from './agreement.entity.ts';

const agreement = {
  present: presentRows(Agreement, ['id', 'title', 'partnershipTypes', 'isRequired', 'createdAt']),
  example: {
    id: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d30',
    title: 'Reseller agreement',
    partnershipTypes: ['RESELLER'],
    isRequired: true,
    createdAt: '2026-11-02T09:12:44.120Z',
  },
};

/** Partners learn of versions by email and in their list, because these events are of the platform. */
export const agreementEvents: readonly PublicEvent[] = [
  {
    action: 'agreement.accepted',
    text: 'An owner accepted a version of an agreement.',
    forPartners: true,
    present: presentRows(AgreementAcceptance, [
      'id',
      'versionId',
      'agreementTitle',
      'versionNumber',
      'name',
      'title',
      'sha256',
      'acceptedAt',
    ]),
    example: {
      id: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d31',
      versionId: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d32',
      agreementTitle: 'Reseller agreement',
      versionNumber: 2,
      name: 'Olive Owner',
      title: 'Managing Director',
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      acceptedAt: '2026-12-01T10:30:00.000Z',
    },
  },
  {
    action: 'agreement.version_published',
    text: 'A version of an agreement was published.',
    forPartners: false,
    ...agreement,
  },
  {
    action: 'agreement.version_withdrawn',
    text: 'A version of an agreement was withdrawn.',
    forPartners: false,
    ...agreement,
  },
];
