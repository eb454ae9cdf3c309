import { readFile } from 'node:fs/promises'
import { createGazetteer, type Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../entities/recognition.ts'
import { compiledOrganisations, seedOrganisations } from '../package-files.ts'
import { openCompiled } from './compiled-gazetteer.ts'

/** The bodies of `seeds/organisations.json` as it stands, ready to be found; at once, if they were compiled. */
export async function loadGazetteer(seedsFile = seedOrganisations, compiledFile = compiledOrganisations): Promise<Gazetteer> {
  const [seeds, compiled] = await Promise.all([readFile(seedsFile), readFile(compiledFile).catch(() => null)])
  return (compiled && openCompiled(compiled, seeds)) ?? createGazetteer(JSON.parse(seeds.toString()) as GazetteerEntry[])
}
