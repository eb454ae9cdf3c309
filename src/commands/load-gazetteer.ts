import { readFile } from 'node:fs/promises'
import { createGazetteer, type Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../entities/recognition.ts'
import { seedOrganisations } from '../package-files.ts'

/** The bodies of `seeds/organisations.json`, ready to be found. */
export async function loadGazetteer(): Promise<Gazetteer> {
  return createGazetteer(JSON.parse(await readFile(seedOrganisations, 'utf8')) as GazetteerEntry[])
}
