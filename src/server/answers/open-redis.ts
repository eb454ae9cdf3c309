import { Redis } from 'ioredis'

/** No request waits longer for Redis: the database answers about as fast. */
const commandTimeoutMs = 200

/**
 * Opens a connection to Redis or Valkey that comes back by itself. What one release answered is none of another's. `onAway` is told once
 * each time that it goes.
 */
export function openRedis(url: string, release: string, onAway: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    keyPrefix: `interlinear-${release}:`,
    commandTimeout: commandTimeoutMs,
    connectTimeout: 5000,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 200, 5000),
  })
  let isTold = false
  redis.on('ready', () => {
    isTold = false
  })
  redis.on('error', (error: Error) => {
    if (!isTold) onAway(error)
    isTold = true
  })
  return redis
}
