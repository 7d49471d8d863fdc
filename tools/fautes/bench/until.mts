import { setTimeout as wait } from 'node:timers/promises';

/** Waits until it is so; false when it has not come in time. */
export const until = async (is: () => boolean | Promise<boolean>, ms = 10_000): Promise<boolean> => {
  for (const from = performance.now(); performance.now() - from < ms; await wait(10)) if (await is()) return true;
  return false;
};
