import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { compileGazetteer, openCompiled } from '../../src/commands/compiled-gazetteer.ts'
import { loadGazetteer } from '../../src/commands/load-gazetteer.ts'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { spellingsOf } from '../../src/entities/gazetteer/known-name.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'

const entry = (slug: string, nameZh: string, nameEn: string): GazetteerEntry => ({
  slug,
  nameZh,
  nameEn,
  kind: 'COMPANY',
  country: null,
  wikidata: null,
  aliases: [{ text: nameEn, weak: true }],
})
const quillon = entry('quillon', '奎隆精工', 'Quillon')
const marrow = entry('marrow', '马罗造船', 'Marrow')
const bytesOf = (entries: GazetteerEntry[]): Buffer => Buffer.from(JSON.stringify(entries))

let folder: string
const inFolder = async (name: string, content: Buffer): Promise<string> => {
  await writeFile(path.join(folder, name), content)
  return path.join(folder, name)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'interlinear-gazetteer-'))
})

afterAll(() => rm(folder, { recursive: true }))

test('a compiled gazetteer knows what one does that is made of the same entries', async () => {
  const seeds = await readFile('seeds/organisations.json')
  const entries = JSON.parse(seeds.toString()) as GazetteerEntry[]
  const made = createGazetteer(entries)
  const opened = openCompiled(compileGazetteer(seeds), seeds)!
  expect(opened.fingerprint).toBe(made.fingerprint)
  // What of a state's body stands behind the country is a name, too.
  const names = entries.flatMap(({ nameZh, nameEn, aliases }) => [nameZh ?? '', nameEn ?? '', ...aliases.map(({ text }) => text)])
  for (const name of new Set([...names, ...names.map((text) => text.slice(2))].flatMap(spellingsOf)))
    if (JSON.stringify(opened.find(name)) !== JSON.stringify(made.find(name)))
      expect({ name, found: opened.find(name) }).toEqual({ name, found: made.find(name) })
  for (const { slug } of entries) if (!opened.bodies.has(slug)) expect(slug).toBe('known')
  expect(entries.map(({ slug }) => opened.bodies.get(slug))).toEqual(entries.map(({ slug }) => made.bodies.get(slug)))
  expect(opened.bodies.has('nobody')).toBe(false)
})

describe('loading a gazetteer', () => {
  test('takes what was compiled of the seeds as they are', async () => {
    const seeds = await inFolder('seeds.json', bytesOf([quillon, marrow]))
    const compiled = await inFolder('compiled', compileGazetteer(await readFile(seeds)))
    const gazetteer = await loadGazetteer(seeds, compiled)
    expect(gazetteer.find('馬羅造船')).toMatchObject([{ body: { key: 'marrow' }, isWeak: false }])
    expect(gazetteer.find('Quillon')).toMatchObject([{ body: { key: 'quillon' }, isWeak: true }])
  })

  test('takes the seeds where they were changed since', async () => {
    const seeds = await inFolder('edited.json', bytesOf([quillon]))
    const compiled = await inFolder('older', compileGazetteer(bytesOf([marrow])))
    const gazetteer = await loadGazetteer(seeds, compiled)
    expect(gazetteer.find('奎隆精工')).toHaveLength(1)
    expect(gazetteer.find('马罗造船')).toEqual([])
  })

  test('takes the seeds where nothing was compiled', async () => {
    const seeds = await inFolder('alone.json', bytesOf([quillon]))
    expect((await loadGazetteer(seeds, path.join(folder, 'none'))).find('奎隆精工')).toHaveLength(1)
  })

  test('takes the seeds where another Node compiled them', () => {
    const seeds = bytesOf([quillon])
    const compiled = compileGazetteer(seeds)
    const { versions } = process
    Object.defineProperty(process, 'versions', { value: { ...versions, unicode: '1.0' } })
    try {
      expect(openCompiled(compiled, seeds)).toBeNull()
    } finally {
      Object.defineProperty(process, 'versions', { value: versions })
    }
  })
})
