import type { ObjectLink } from '../activity/sentence.tsx';
import { TextLink } from '../shared/layout/links.tsx';

/** Links objects of the audit log that admins have a page for. */
export const adminLink: ObjectLink = ({ type, id }, { partner }, text) => {
  if (type === 'PartnerApplication')
    return (
      <TextLink to="/admin/applications/$id" params={{ id }}>
        {text}
      </TextLink>
    );
  if (type === 'PartnerAccount')
    return (
      <TextLink to="/admin/partners/$id" params={{ id }}>
        {text}
      </TextLink>
    );
  if (type === 'ClientAccount' && partner)
    return (
      <TextLink to="/admin/partners/$id/clients/$clientId" params={{ id: partner.id, clientId: id }}>
        {text}
      </TextLink>
    );
  return text;
};
