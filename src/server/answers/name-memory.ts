import { LRUCache } from 'lru-cache'
import type { ArchiveVersion } from '../../modules/archive/archive-version.queries.ts'

/** Characters of names that are remembered. */
const rememberedCharacters = 500_000

/** What the names of filters stand for, for as long as the archive stays as it is. */
export class NameMemory {
  readonly #known = new LRUCache<string, { token: string; value: object }>({
    maxSize: rememberedCharacters,
    sizeCalculation: (_, name) => name.length + 100,
  })

  async obtain<Value extends object>({ token }: ArchiveVersion, name: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(name)
    if (known?.token === token) return known.value as Value
    const value = await read()
    this.#known.set(name, { token, value })
    return value
  }
}
