/** The row of a client that is about to be sent. */
export interface SentClient {
  companyName: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
  subscriptionTier: string;
  subscriptionStatus: string;
  billingOwnedByReseller: boolean;
}

/** The body of `PUT /accounts/{clientId}`: the whole wanted state, so that the order of requests does not matter. */
export const accountOf = (version: number, client: SentClient): object => ({
  version,
  company: { name: client.companyName },
  contact: { name: client.contactName, email: client.contactEmail, phone: client.contactPhone },
  subscription: {
    plan: client.subscriptionTier,
    status: client.subscriptionStatus,
    billedByReseller: client.billingOwnedByReseller,
  },
  features: [],
  brand: null,
});
