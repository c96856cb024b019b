/** 128 random bits; randomUUID is there in secure contexts only. */
export const randomKey = (): string => crypto.getRandomValues(new BigUint64Array(2)).join('-');
