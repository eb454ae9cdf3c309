import { createFreshArchive, loadGazetteer, loadTagger } from './fresh-archive.ts'
import { type ProcessorTime, timeOf } from './processor-time.ts'

/** What a process says that imports folders once into an archive of its own. */
export interface OnceImported {
  time: ProcessorTime
  megabytes: number
  documents: number
  seconds: number
}

const [serverUrl, serverFolder, name, tagging, ...folders] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  ...string[],
]
const archive = await createFreshArchive(serverUrl, name, loadGazetteer(), tagging === 'tagger' ? loadTagger() : null)
let said = { documents: 0, seconds: 0 }
const time = await timeOf(serverFolder, async () => {
  said = await archive.import(folders)
})
await archive.close()
const { documents, seconds } = said
process.stdout.write(
  JSON.stringify({ time, megabytes: process.resourceUsage().maxRSS / 1024, documents, seconds } satisfies OnceImported),
)
