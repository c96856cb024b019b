import { presentRows } from '../../events/event.presenter.ts';
import type { PublicEvent } from '../../events/event.types.ts';
import { User } from './user.entity.ts';

const present = presentRows(User, [
  'id',
  'email',
  'name',
  'role',
  'partnerRole',
  'isActive',
  'createdAt',
  'joinedAt',
  'version',
]);

const example = {
  id: '01980d30-11aa-7b20-a1b2-c3d4e5f60718',
  email: 'max@bluepeak.example',
  name: 'Max Member',
  role: 'PARTNER',
  partnerRole: 'MEMBER',
  isActive: true,
  createdAt: '2026-11-20T14:05:00.000Z',
  joinedAt: '2026-11-20T15:41:12.300Z',
  version: 2,
};

const shown = { forPartners: true, present, example };

/** Admins are users too, so the platform's own systems learn of them. Their `partnerRole` is null. */
export const memberEvents: readonly PublicEvent[] = [
  { action: 'user.invited', text: 'A user was invited.', ...shown },
  { action: 'user.joined', text: 'A user accepted the invitation.', ...shown },
  { action: 'user.role_changed', text: 'The role of a user was changed.', ...shown },
  { action: 'user.removed', text: 'A user was removed.', ...shown },
];
