import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { compiledOrganisations, seedOrganisations } from '../package-files.ts'
import { compileGazetteer } from './compiled-gazetteer.ts'

// Part of `npm run build`. A process that starts meanwhile finds a whole file, or none.
const unfinished = `${compiledOrganisations}.${process.pid}`
writeFileSync(unfinished, compileGazetteer(readFileSync(seedOrganisations)))
renameSync(unfinished, compiledOrganisations)
