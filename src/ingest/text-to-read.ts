import type { TextToRead } from '../entities/recognition.ts'

/** An article's text as recognition takes it: code and pictures are no prose. */
export function textToRead({
  title,
  lead,
  blocks,
  language,
}: {
  title: string
  lead: string | null
  blocks: readonly { kind: string; text: string }[]
  language: string
}): TextToRead {
  return { title, lead, paragraphs: blocks.map(({ kind, text }) => (kind === 'CODE' || text === '' ? null : text)), language }
}
