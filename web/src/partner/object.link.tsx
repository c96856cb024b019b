import type { ObjectLink } from '../activity/sentence.tsx';
import { TextLink } from '../shared/layout/links.tsx';

/** Links objects of the activity that partners have a page for. */
export const partnerLink: ObjectLink = ({ type, id }, _event, text) =>
  type === 'ClientAccount' ? (
    <TextLink to="/partner/clients/$id" params={{ id }}>
      {text}
    </TextLink>
  ) : (
    text
  );
