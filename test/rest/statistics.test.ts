import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
const PATH = 'GET /api/admin/partner-applications/statistics';

test('counts applications by status, type, size and industry', async () => {
  await givenApplication(api, { companySize: 'SIZE_501_PLUS', partnershipType: 'REFERRAL', industry: 'Law' });
  await givenApplication(api);

  const { status, body } = await callRest(api, api.admin, PATH);

  expect(status).toBe(200);
  expect(body).toEqual({
    total: 2,
    withdrawn: 0,
    approvalRate: null,
    medianHoursToDecision: null,
    byStatus: [
      { status: 'PENDING', count: 2 },
      { status: 'REVIEWING', count: 0 },
      { status: 'APPROVED', count: 0 },
      { status: 'REJECTED', count: 0 },
    ],
    byPartnershipType: [
      { partnershipType: 'RESELLER', count: 1 },
      { partnershipType: 'REFERRAL', count: 1 },
      { partnershipType: 'TECHNOLOGY', count: 0 },
    ],
    byCompanySize: [
      { companySize: '1-10', count: 0 },
      { companySize: '11-50', count: 1 },
      { companySize: '51-200', count: 0 },
      { companySize: '201-500', count: 0 },
      { companySize: '501+', count: 1 },
    ],
    byIndustry: [
      { industry: 'Law', count: 1 },
      { industry: 'Software', count: 1 },
    ],
  });
});

test('has no parameters, and is for admins only', async () => {
  expect(namesIn(await refusedRest(api, api.admin, `${PATH}?from=2026-01-01`))).toEqual(['from']);
  expect((await refusedRest(api, undefined, PATH)).status).toBe(401);
});
