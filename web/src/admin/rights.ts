import { AdminRole } from '../generated/enums.ts';
import type { Viewer } from '../session/session.store.ts';

/* Which actions pages show to each role (docs/permissions.md). The API enforces permissions. */

const { All, Partners, Review } = AdminRole;

type Rights = (roles: readonly AdminRole[]) => boolean;

const oneOf =
  (...allowed: AdminRole[]): Rights =>
  (roles) =>
    allowed.some((role) => roles.includes(role));

export const reviews = oneOf(Review, All);

const rolesOf = ({ adminRoles }: Viewer): readonly AdminRole[] => adminRoles ?? [];

export const mayReview = (viewer: Viewer): boolean => reviews(rolesOf(viewer));

export const mayManagePartners = (viewer: Viewer): boolean => oneOf(Partners, All)(rolesOf(viewer));

export const mayManageAdmins = (viewer: Viewer): boolean => oneOf(All)(rolesOf(viewer));

export const mayResendEmails = (viewer: Viewer): boolean => oneOf(Review, Partners, All)(rolesOf(viewer));
