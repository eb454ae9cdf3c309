import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

// Files of the package, wherever it is installed and whatever the working directory is. This module lies one folder below the
// package's root, as source and as built.
const inPackage = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))

/** The demonstration archive. */
export const seedArticles = inPackage('seeds/articles')

/** The bodies that names are looked up in. */
export const seedOrganisations = inPackage('seeds/organisations.json')

/** The same as `npm run build` compiled them; beside the sources there is none, so that they read what they stand beside. */
export const compiledOrganisations = fileURLToPath(new URL('organisations.compiled', import.meta.url))

/** The trained table that marks names which no list holds. */
export const seedTagger = inPackage('seeds/tagger.model.gz')

export async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(inPackage('package.json'), 'utf8')) as { version: string }
  return version
}
