/** 128 random bits. `randomUUID` needs a secure context. */
export const randomKey = (): string => crypto.getRandomValues(new BigUint64Array(2)).join('-');
