import { createHook } from 'node:async_hooks';

/** How many passwords Node hashes while `work` runs: what a sign-in costs, without a look at the time. */
export async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'ARGON2REQUEST') hashes++;
    },
  });
  hook.enable();
  try {
    await work();
    return hashes;
  } finally {
    hook.disable();
  }
}
