import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { type FiledGazetteer, fileGazetteer } from '../entities/gazetteer/file-gazetteer.ts'
import { type Gazetteer, openGazetteer } from '../entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../entities/recognition.ts'

interface CompiledGazetteer {
  filed: FiledGazetteer
  /** All entries as JSON, one behind the other, and where each ends. */
  entries: Buffer
  ends: Int32Array
}

/** Of the bytes of `seeds/organisations.json`: all that loading would make of them, and the entries, each to be read by itself. */
export function compileGazetteer(seeds: Buffer): Buffer {
  const entries = JSON.parse(seeds.toString()) as GazetteerEntry[]
  const texts = entries.map((entry) => Buffer.from(JSON.stringify(entry)))
  let end = 0
  const ends = Int32Array.from(texts, ({ length }) => {
    end += length
    return end
  })
  const compiled: CompiledGazetteer = { filed: fileGazetteer(entries), entries: Buffer.concat(texts), ends }
  return Buffer.concat([keyOf(seeds), serialize(compiled)])
}

/** Null for what was compiled of other seeds, or by a Node that may file names differently or keep values in another form. */
export function openCompiled(compiled: Buffer, seeds: Buffer): Gazetteer | null {
  const key = keyOf(seeds)
  if (!compiled.subarray(0, key.length).equals(key)) return null
  const { filed, entries, ends } = deserialize(compiled.subarray(key.length)) as CompiledGazetteer
  const read: GazetteerEntry[] = []
  return openGazetteer(filed, (index) => {
    read[index] ??= JSON.parse(entries.toString('utf8', ends[index - 1] ?? 0, ends[index])) as GazetteerEntry
    return read[index]
  })
}

const keyOf = (seeds: Buffer): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([process.arch, process.versions]))
    .update(seeds)
    .digest()
