import type { Answer, Api } from '../../api.ts';

export interface View {
  companyName: string;
  partnershipType: string;
  status: string;
  submittedAt: string;
  withdrawnAt: string | null;
  history: { status: string; withdrawn: boolean; message: string | null; changedAt: string }[];
}

const VIEW =
  '{ companyName partnershipType status submittedAt withdrawnAt history { status withdrawn message changedAt } }';

/** Returns the view of an applicant with a private link. */
export const view = (api: Api, token: string): Promise<Answer<{ applicationStatus: View | null }>> =>
  api.ask(undefined, `query ($token: String!) { applicationStatus(token: $token) ${VIEW} }`, { token });

export const withdraw = (api: Api, token: string): Promise<Answer<{ withdrawApplication: View }>> =>
  api.ask(undefined, `mutation ($token: String!) { withdrawApplication(token: $token) ${VIEW} }`, { token });
