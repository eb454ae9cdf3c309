import { readFileSync } from 'node:fs'
import type { TagNames } from '../entities/tagger/tagged-names.ts'
import { createTagger } from '../entities/tagger/tagger.ts'
import { seedTagger } from '../package-files.ts'

/** The tagger of `seeds/tagger.model.gz`. The model is read when the first sentence is asked about: many a run never asks. */
export function loadTagger(): TagNames {
  let tag: TagNames | null = null
  return (text, marks) => {
    tag ??= createTagger(readFileSync(seedTagger))
    return tag(text, marks)
  }
}
