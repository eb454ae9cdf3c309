import type { ParsedBlock, ParsedCredit } from '../parsed-article.ts'
import { splitNames } from './names.ts'

export interface ClosingCredits {
  credits: ParsedCredit[]
  /** The printed lines. */
  byline: string[]
  /** Indexes of blocks that hold nothing but credits. */
  blocks: Set<number>
}

const translatorLine =
  /^[（(【[]?\s*(?:译者|翻译|編譯|编译|譯者|翻譯|译|譯)\s*(?:[/／:：|｜]|\s(?=\S))\s*([^。！？!?]{1,80}?)\s*[)）】\]]?$/
const contributors =
  /^[（(]?[^。！？]{2,60}(?:补充报道|补充报导|对本文(?:亦|也)?有(?:所)?贡献|亦?有?参与本文(?:的)?(?:报道|撰写)|補充報導)[。]?[)）]?$/
/** How many blocks at the end of a story may hold credits: the line itself, an editor's mail, an author's note. */
const reach = 6

/** Credits printed under the story: `译者/何黎`, `译者/A、B`, `翻译：A`; a contributors' line is kept as a paragraph and as byline. */
export function readClosingCredits(blocks: readonly ParsedBlock[]): ClosingCredits {
  const result: ClosingCredits = { credits: [], byline: [], blocks: new Set() }
  for (let index = Math.max(0, blocks.length - reach); index < blocks.length; index += 1) {
    const block = blocks[index]!
    if (block.kind === 'CODE' || block.kind === 'IMAGE') continue
    const text = block.text.trim()
    const match = translatorLine.exec(text)
    if (match !== null) {
      const names = splitNames(match[1]!)
      if (names.length === 0) continue
      result.credits.push(...names.map((name) => ({ role: 'TRANSLATOR' as const, name, url: null, asPrinted: text })))
      result.byline.push(text)
      result.blocks.add(index)
    } else if (contributors.test(text)) result.byline.push(text)
  }
  return result
}
