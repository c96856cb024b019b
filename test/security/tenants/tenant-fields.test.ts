import { useApi } from '../../support/api.ts';
import { describeTenants } from '../../support/oracles/tenant.trials.ts';

const api = useApi();

describeTenants(api);
