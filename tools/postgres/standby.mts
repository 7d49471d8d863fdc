import { adminUrl, connected, copyCluster, startCopy } from './copy.mts';

/** A standby that follows a primary: its address, a way to suspend and resume what it follows, and how to leave it. */
export type Standby = {
  url: string;
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts a standby of the cluster in `primary`, beside it in `folder`. */
export async function startStandby(primary: string, folder: string): Promise<Standby> {
  await copyCluster(primary, folder);
  const { port, password } = new URL(adminUrl(primary));
  const follow = `primary_conninfo=host=127.0.0.1 port=${port} user=postgres password=${password}`;
  const { url, admin, stop } = await startCopy(primary, folder, 'standby.signal', [follow]);
  const say = async (text: string): Promise<void> => {
    const client = await connected(admin);
    await client?.query(text);
    await client?.end();
  };
  return {
    url,
    pause: () => say('select pg_wal_replay_pause()'),
    resume: () => say('select pg_wal_replay_resume()'),
    stop,
  };
}
