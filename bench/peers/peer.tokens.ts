import jwt from 'jsonwebtoken';
import type { Caller } from '../../src/core/context/request.context.ts';
import type { Callers } from '../product/tokens.ts';

/** The product's callers, with tokens that all peers accept. */
export interface PeerTokens {
  admin: string;
  resellers: readonly { id: string; token: string }[];
}

export function signTokens({ admin, resellers }: Callers, secret: string): PeerTokens {
  const sign = ({ userId, role, email, credential, resellerId }: Caller) =>
    jwt.sign({ sub: userId, role, email, credential, ...(resellerId && { resellerId }) }, secret, { expiresIn: '1d' });
  return { admin: sign(admin), resellers: resellers.map((each) => ({ id: each.resellerId ?? '', token: sign(each) })) };
}
