import { LRUCache } from 'lru-cache'
import type { SharedStore } from './shared-store.ts'

/** Bytes of documents that a server remembers by their hash. */
const maxBytes = 4 * 1024 * 1024
const sharedSeconds = 30 * 24 * 60 * 60

/** Where Apollo keeps automatically persisted queries: a document that one server was given is known to all that share a store. */
export function createPersistedQueryCache(shared: SharedStore | null) {
  const memory = new LRUCache<string, string>({ maxSize: maxBytes, sizeCalculation: (document) => document.length * 2 + 200 })
  return {
    async get(key: string): Promise<string | undefined> {
      const known = memory.get(key)
      if (known !== undefined) return known
      const found = (await shared?.get(key))?.toString('utf8')
      if (found !== undefined) memory.set(key, found)
      return found
    },
    async set(key: string, document: string): Promise<void> {
      memory.set(key, document)
      shared?.set(key, Buffer.from(document), sharedSeconds)
    },
    async delete(key: string): Promise<void> {
      memory.delete(key)
    },
  }
}
