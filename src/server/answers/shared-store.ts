import type { Redis } from 'ioredis'

/** A store that several servers share. It never rejects: one that is away knows nothing and keeps nothing. */
export interface SharedStore {
  get(key: string): Promise<Buffer | null>
  set(key: string, value: Buffer, seconds: number): void
}

/** After a failure nothing is asked of it for so long. */
const restMs = 1000

/** Keys of `redis` that begin with `namespace`. */
export function createSharedStore(redis: Redis, namespace: string): SharedStore {
  let restsUntil = 0
  const isAway = () => redis.status !== 'ready' || Date.now() < restsUntil
  const rest = () => {
    restsUntil = Date.now() + restMs
    return null
  }
  return {
    get: async (key) => (isAway() ? null : redis.getBuffer(namespace + key).catch(rest)),
    set(key, value, seconds) {
      if (!isAway()) redis.set(namespace + key, value, 'EX', seconds).catch(rest)
    },
  }
}
