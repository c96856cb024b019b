import type { RestOperation } from '../rest.operation.ts';

export const sessionOperations: readonly RestOperation[] = [
  {
    method: 'POST',
    path: '/api/session',
    operationName: 'RestSignIn',
    document: `mutation RestSignIn($email: String!, $password: String!, $code: String) {
  signIn(email: $email, password: $password, code: $code) {
    accessToken
    expiresAt
    mustAddSecondFactor
    viewer { id name email role }
  }
}`,
    body: { email: 'email', password: 'password', code: 'code' },
    admits: 'anyone',
    note: 'Sets no cookie. The token cannot be renewed: sign in again, or use an API key.',
    success: 201,
  },
];
