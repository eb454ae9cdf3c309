import { expect, test } from '@jest/globals'
import { explain } from '../../src/entities/explain.ts'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entries } from './entries.ts'

const text = article('谷歌的一年', '莱茵制药集团(Rhein Pharma Group)与谷歌签约，它的CEO写了《长路》(The Long Road)。')
const recognition = createRecogniser(createGazetteer(entries), []).recognise(text)

test('shows every mention where it stands, and why it was taken or left', () => {
  const shown = explain(text, recognition, { useColour: false })
  expect(shown).toContain('title [谷歌]的一年')
  expect(shown).toContain('[莱茵制药集团](Rhein Pharma Group)与[谷歌]签约')
  expect(shown).toContain('莱茵制药集团  taken as rhein-pharma-group: a bracket glosses it (gloss), ')
  expect(shown).toContain('长路  left: the gloss names a book, a film or another work (gloss-work), ')
})

test('hands no command of the text to the terminal', () => {
  const shown = explain({ ...text, title: '谷\u001b歌' }, recognition, { useColour: false })
  expect(shown).toContain('title [谷\ufffd]歌')
})

test('colours what was taken only where colours are wanted', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colour is what is looked for.
  const green = /\u001b\[32m/
  expect(explain(text, recognition, { useColour: true })).toMatch(green)
  expect(explain(text, recognition, { useColour: false })).not.toMatch(green)
})
